internal import Foundation

extension Bundles {
  /// Returns what one line of a bundle lets through, such that the product over all its lines is the
  /// permeability of the bundle:
  ///
  ///     P₁ · (P₂ · P₃ …)^γ, P₁ the smallest
  ///
  /// The least permeable family bears its whole P, the others Pᵞ, and twins of a family share theirs
  /// equally. So whoever passes the lines one by one, as from patch to patch, passes the bundle once.
  ///
  /// - Parameters:
  ///   - stretch: A stretch of these bundles.
  ///   - gamma: The dependence: 1 for independent obstacles, 0 where the smallest decides.
  ///   - member: Returns the permeability of a line by itself, in `0...1`.
  /// - Returns: The share of the line of the stretch, in `0...1`; at least its own permeability where
  ///   that is the least of its family.
  public func share(
    of stretch: BundledStretch, dependence gamma: Double, member: (_ line: Int) -> Double
  ) -> Double {
    let own = families[stretch.line]
    let least = Dictionary(
      ([stretch.line] + stretch.twins + stretch.companions).map { (families[$0], member($0)) },
      uniquingKeysWith: min)
    // Of families that let through the same, the one with the lowest number is the least permeable.
    let first = least.min { ($0.value, $0.key) < ($1.value, $1.key) }
    let family = least[own] ?? 1
    let whole = first?.key == own ? family : pow(family, gamma)
    return pow(whole, 1 / Double(1 + stretch.twins.count))
  }

  /// Whether two lines are of one family, so that they count once where they are together.
  public func areOneFamily(_ line: Int, _ other: Int) -> Bool { families[line] == families[other] }
}
