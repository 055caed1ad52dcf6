internal import Foundation
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

  /// Returns what a wall lets through when some barriers are opened; nil where nothing is left to pass.
  ///
  /// Barriers beside the opened ones may bear more from then on. They do not at their own walls, which
  /// never become worse, but at those of the opened ones: whoever passes all walls passes the same.
  ///
  /// - Parameters:
  ///   - wall: A wall.
  ///   - barriers: What the barriers let through before.
  ///   - opened: The barriers that are opened.
  /// - Returns: A value of 0...1, or nil.
  func value(_ wall: Wall, _ barriers: Barriers, opening opened: Set<Int>) -> Double? {
    var others = barriers
    for barrier in opened { others.means[barrier] = nil }
    let left = value(wall, others) { max(share($0, barriers), share($0, others)) }
    var remainders: [Int: Double] = [:]
    for piece in mesh.pieces[wall.pieces]
    where opened.contains(piece.barrier) && barriers.means[piece.barrier] != nil {
      let remainder = mean(along: piece, else: 1) { stretch in
        bundles.remainder(of: stretch, dependence: dependence, opening: opened) {
          barriers.means[$0]
        }
      }
      remainders[piece.barrier] = min(remainder, remainders[piece.barrier] ?? 1)
    }
    let remainder = remainders.values.sorted().reduce(1, *)
    return left.map { $0 * remainder } ?? (remainder < 1 ? remainder : nil)
  }

  private func value(
    _ wall: Wall, _ barriers: Barriers, _ share: (WallPiece) -> Double
  ) -> Double? {
    let pieces = mesh.pieces[wall.pieces].filter { barriers.means[$0.barrier] != nil }
    if pieces.count < 2 { return pieces.first.map(share) }
    // Families in the order of their first piece, each with the shares of its pieces.
    var families: [(first: WallPiece, least: Double, twins: Int)] = []
    for piece in pieces {
      let share = share(piece)
      let known = families.firstIndex {
        bundles.areOneFamily($0.first.barrier, piece.barrier)
      }
      guard let known else {
        families.append((piece, share, 0))
        continue
      }
      let areTwins =
        bundles.stretch(of: families[known].first.barrier, at: families[known].first.middle)?
        .twins.contains(piece.barrier) ?? false
      families[known].least = min(families[known].least, share)
      families[known].twins += areTwins ? 1 : 0
    }
    // Twins on each other bear their shares together; others of a family are the same thing twice.
    return families.reduce(1) { $0 * pow($1.least, Double(1 + $1.twins)) }
  }

  /// The share that a piece bears of all that runs beside it, as the mean along it.
  private func share(_ piece: WallPiece, _ barriers: Barriers) -> Double {
    let own =
      barriers.alongStretch(piece.barrier, piece.stretch) ?? barriers.means[piece.barrier] ?? 1
    return mean(along: piece, else: own) { stretch in
      bundles.share(of: stretch, dependence: dependence) { line in
        line == piece.barrier ? own : barriers.means[line]
      }
    }
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
