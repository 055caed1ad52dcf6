public import Permeability

/// What every wall of a mesh lets through, by the barriers that make it.
///
/// Barriers that run side by side must all be passed, one wall after the other, but depend on each
/// other: each wall bears its share of the bundle. Barriers that lie on each other make one wall: of the
/// same family they count once, of different ones together.
public struct WallPermeability: Sendable {
  private let mesh: RangeMesh
  private let bundles: Bundles
  private let dependence: Double

  /// Prepares to evaluate.
  ///
  /// - Parameters:
  ///   - mesh: The walls.
  ///   - bundles: Which barriers run side by side; their rows are those of the mesh.
  ///   - dependence: How far obstacles depend on each other, γ: 1 for independent ones, 0 where the
  ///     least permeable decides.
  public init(_ mesh: RangeMesh, bundles: Bundles, dependence: Double) {
    (self.mesh, self.bundles, self.dependence) = (mesh, bundles, dependence)
  }

  /// What barriers let through.
  public struct Barriers: Sendable {
    /// For every barrier its mean; nil for barriers that are not there.
    public var means: [Double?]
    /// Returns the mean along a stretch, for barriers with passages; nil for all others.
    public var alongStretch: @Sendable (_ barrier: Int, _ stretch: ClosedRange<Double>) -> Double?

    /// Takes the means, and what differs along barriers.
    public init(
      means: [Double?],
      alongStretch: @escaping @Sendable (Int, ClosedRange<Double>) -> Double? = { _, _ in nil }
    ) {
      (self.means, self.alongStretch) = (means, alongStretch)
    }
  }

  /// Returns what every wall lets through; nil for walls of which no barrier is there.
  public func values(_ barriers: Barriers) -> [Double?] {
    mesh.walls.map { wall in value(wall, barriers) { share($0, barriers) } }
  }

  /// Returns what a wall lets through when some barriers are opened, never less than before.
  ///
  /// What barriers beside them bear more from then on is left to pass at the walls of the opened ones:
  /// whoever passes all walls passes the bundle without these.
  ///
  /// - Parameters:
  ///   - wall: A wall.
  ///   - barriers: What the barriers let through before.
  ///   - opened: The barriers that are opened.
  /// - Returns: A value in `0...1`; nil for a wall of which no barrier was there.
  func value(_ wall: Wall, _ barriers: Barriers, opening opened: Set<Int>) -> Double? {
    value(wall, barriers) { piece in
      let own = own(piece, barriers)
      return mean(along: piece, else: opened.contains(piece.barrier) ? 1 : own) { stretch in
        bundles.share(of: stretch, dependence: dependence, opening: opened) { line in
          line == piece.barrier ? own : barriers.means[line]
        }
      }
    }
  }

  private func value(
    _ wall: Wall, _ barriers: Barriers, _ share: (WallPiece) -> Double
  ) -> Double? {
    let pieces = mesh.pieces[wall.pieces].filter { barriers.means[$0.barrier] != nil }
    if pieces.count < 2 { return pieces.first.map(share) }
    // Families in the order of their first piece. Twins on each other bear their shares together;
    // others of a family are the same thing twice.
    var families: [(first: WallPiece, value: Double)] = []
    for piece in pieces {
      let share = share(piece)
      let known = families.firstIndex { bundles.areOneFamily($0.first.barrier, piece.barrier) }
      guard let known else {
        families.append((piece, share))
        continue
      }
      let first = families[known].first
      let areTwins =
        bundles.stretch(of: first.barrier, at: first.middle)?.twins.contains(piece.barrier) ?? false
      let value = families[known].value
      families[known].value = areTwins ? value * share : min(value, share)
    }
    return families.reduce(1) { $0 * $1.value }
  }

  /// The share that a piece bears of all that runs beside it, as the mean along it.
  private func share(_ piece: WallPiece, _ barriers: Barriers) -> Double {
    let own = own(piece, barriers)
    return mean(along: piece, else: own) { stretch in
      bundles.share(of: stretch, dependence: dependence) { line in
        line == piece.barrier ? own : barriers.means[line]
      }
    }
  }

  /// What a piece lets through by itself.
  private func own(_ piece: WallPiece, _ barriers: Barriers) -> Double {
    barriers.alongStretch(piece.barrier, piece.stretch) ?? barriers.means[piece.barrier] ?? 1
  }

  /// The mean along a piece of what holds in bundles, and of what holds elsewhere.
  private func mean(
    along piece: WallPiece, else own: Double, _ value: (BundledStretch) -> Double
  ) -> Double {
    let length = piece.stretch.upperBound - piece.stretch.lowerBound
    guard length > 0 else { return own }
    var (bundled, sum) = (0.0, 0.0)
    for stretch in bundles.stretches(of: piece.barrier) {
      let common =
        min(stretch.to, piece.stretch.upperBound) - max(stretch.from, piece.stretch.lowerBound)
      guard common > 0 else { continue }
      bundled += common
      sum += common * value(stretch)
    }
    return bundled > 0 ? (sum + max(length - bundled, 0) * own) / max(length, bundled) : own
  }
}
