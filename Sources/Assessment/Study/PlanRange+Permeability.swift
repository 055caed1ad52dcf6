internal import Connectivity
internal import Overlay
internal import Permeability

extension PlanRange {
  /// How much the permeability may change along a stretch of a chart.
  private static let tolerance = 0.05

  /// Scores a line of a plan where it runs through the range.
  ///
  /// - Parameters:
  ///   - line: The line.
  ///   - number: Its number in its plan.
  ///   - stretches: Where it runs through the range, in metres along it; not empty.
  ///   - season: The id of a season; nil for the year.
  /// - Returns: Nil for a species or season that the model was not prepared for.
  func permeability(
    of line: PlannedLine, _ number: Int, in stretches: [ClosedRange<Double>], season: String?
  ) -> PlanPermeability? {
    let scorer = model.scorer
    guard
      let score = scorer.score(
        line.design, passages: line.passages, length: line.length, for: species, season: season),
      let bare = scorer.score(line.design, for: species, season: season)
    else { return nil }
    let parts = profile(of: line, season: season).flatMap { part in
      stretches.compactMap { inside -> PlanStretch? in
        let (from, to) = (
          max(part.stretch.lowerBound, inside.lowerBound),
          min(part.stretch.upperBound, inside.upperBound)
        )
        return from < to
          ? PlanStretch(
            stretch: from...to, permeability: estimate(of: line, bare.p, from...to, season: season))
          : nil
      }
    }
    let acceptances = line.passages.map {
      scorer.acceptance(of: $0.design, on: line.design, for: species) ?? 0
    }
    let usable = zip(line.passages, acceptances).filter { passage, share in
      share > 0 && stretches.contains { $0.contains(passage.chainage) }
    }.map(\.0.chainage)
    let length = stretches.reduce(0) { $0 + $1.upperBound - $1.lowerBound }
    guard let least = parts.min(by: { $0.permeability.central < $1.permeability.central }) else {
      return nil
    }
    return PlanPermeability(
      species: species, season: season ?? Season.annual, line: number, length: length,
      permeability: Self.mean(parts), withoutStructures: bare.p, least: least, score: score,
      acceptances: acceptances, longestGap: Self.longestGap(in: stretches, between: usable),
      spacing: usable.isEmpty ? nil : length / Double(usable.count), usable: usable.count)
  }

  /// The permeability along a whole line of a plan, in stretches along which it hardly changes.
  func profile(of line: PlannedLine, season: String?) -> [PlanStretch] {
    model.scorer.stretches(
      line.design, passages: line.passages, length: line.length, tolerance: Self.tolerance,
      for: species, season: season
    ).map {
      PlanStretch(stretch: $0.passages?.stretch ?? 0...line.length, permeability: $0.p)
    }
  }

  private func estimate(
    of line: PlannedLine, _ bare: Estimate, _ stretch: ClosedRange<Double>, season: String?
  ) -> Estimate {
    line.structures.isEmpty
      ? bare
      : model.scorer.permeability(
        of: bare, line.design, passages: line.passages, length: line.length, along: stretch,
        for: species, season: season) ?? bare
  }

  /// The mean by length.
  private static func mean(_ parts: [PlanStretch]) -> Estimate {
    var (sum, length) = (SIMD3<Double>(), 0.0)
    for part in parts {
      let own = part.stretch.upperBound - part.stretch.lowerBound
      let p = part.permeability
      sum += own * SIMD3(p.low, p.central, p.high)
      length += own
    }
    let mean = sum / length
    return Estimate(low: min(mean.x, mean.y), central: mean.y, high: max(mean.y, mean.z))
      ?? Estimate(mean.y)
  }

  /// The longest part of some stretches without a place in it.
  static func longestGap(
    in stretches: [ClosedRange<Double>], between places: [Double]
  ) -> ClosedRange<Double> {
    let gaps = stretches.flatMap { stretch in
      let ends =
        [stretch.lowerBound] + places.filter { stretch.contains($0) }.sorted()
        + [stretch.upperBound]
      return zip(ends, ends.dropFirst()).map { $0...$1 }
    }
    return gaps.max {
      $0.upperBound - $0.lowerBound < $1.upperBound - $1.lowerBound
    } ?? 0...0
  }

  /// What an alternative makes together with what runs beside it today.
  func bundles(of alternative: Int) -> [PlanBundle] {
    let bundles = study.network.bundles
    let p = study.permeability
    return barriers.plans[alternative].enumerated().flatMap { number, line in
      bundles.stretches(of: line.row).compactMap { stretch in
        let beside = (stretch.twins + stretch.companions).filter {
          $0 < barriers.isExisting.count && barriers.isExisting[$0]
        }
        guard !beside.isEmpty else { return nil }
        let along = stretch.from...stretch.to
        let members = beside.map { ($0, p.means[$0].central) }
        return PlanBundle(
          species: species, line: number,
          stretch: max(0, stretch.from - line.shift)...max(0, stretch.to - line.shift),
          others: Array(Set(beside.map { barriers.lines.lines[barriers.lines.numbers[$0]].label }))
            .sorted(),
          before: bundles.permeability(ofAll: members, dependence: study.dependence),
          after: bundles.permeability(
            ofAll: members + [(line.row, p.value(line.row, along, \.central))],
            dependence: study.dependence))
      }
    }
  }
}
