internal import Connectivity
internal import Formats
internal import Geometry
internal import Landscape
internal import Overlay
internal import Permeability

/// Which barriers run side by side. All of them are in memory for it.
struct ScoredBundles: Sendable {
  private let barriers: BarrierList
  private let lengths: [Double]
  private let bundles: Bundles
  private let dependence: [String: Double]

  /// Reads all barriers once more and finds those that run side by side.
  init(_ request: ScoreRequest) async throws {
    var reader = try InputSideReader(request.barriers, by: [])
    var barriers = BarrierList()
    while let batch = try await reader.next() {
      barriers.add(
        batch, settings: request.model.settings, rebuilding: request.model.rebuilding
      ) { !request.leavesOut($0) }
    }
    self.barriers = barriers
    lengths = Chainage(barriers.column.lines, by: .geodesic).lengths
    let table = request.model.scorer.parameters
    bundles = Bundles(
      of: barriers.column.lines, families: barriers.designs.map(\.barrierClass),
      rule: BundleRule(distance: request.model.bundleDistance))
    dependence = request.model.species.reduce(into: [:]) { dependence, species in
      dependence[species] = table.row(of: .dependence, for: species)?.value.central
    }
  }

  /// What runs beside one barrier, and what that makes of it.
  struct Company {
    /// The barriers of other classes, which must be passed as well.
    let companions: String
    /// The barriers of the same class, which are one feature with it.
    let twins: String
    /// The share of its length along which others must be passed.
    let share: Double
    /// The mean along it of the permeability of all that must be passed.
    let p: Double
  }

  /// Finds what runs beside a barrier; nil where nothing does.
  ///
  /// - Parameters:
  ///   - barrier: The number of the feature in the order of the sources.
  ///   - score: Its own score.
  ///   - cache: The scores of the others.
  /// - Returns: What runs beside it.
  func company(
    of barrier: Int, _ score: Score, _ cache: ScoreCache
  ) -> Company? {
    guard let own = barriers.row(ofFeature: barrier) else { return nil }
    let stretches = bundles.stretches(of: own)
    let length = lengths[own]
    guard !stretches.isEmpty, length > 0, let gamma = dependence[score.species] else { return nil }
    var (bundled, sum) = (0.0, 0.0)
    for stretch in stretches where !stretch.companions.isEmpty {
      bundled += stretch.length
      sum +=
        stretch.length
        * bundles.permeability(of: stretch, dependence: gamma) { line in
          line == own ? score.p.central : p(of: line, like: score, cache)
        }
    }
    let share = min(bundled / length, 1)
    return Company(
      companions: names(stretches.flatMap(\.companions)), twins: names(stretches.flatMap(\.twins)),
      share: share, p: sum / length + (1 - share) * score.p.central)
  }

  private func names(_ lines: [Int]) -> String {
    Set(lines).sorted().map { barriers.ids[$0].description }.joined(separator: "; ")
  }

  private func p(of line: Int, like score: Score, _ cache: ScoreCache) -> Double {
    let scores = cache.scores(of: barriers.designs[line])
    return scores.first { $0.species == score.species && $0.season == score.season }?.p.central ?? 1
  }
}
