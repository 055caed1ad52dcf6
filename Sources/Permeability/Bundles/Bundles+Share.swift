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
    let ranks = ranks(of: stretch, member)
    let own = ranks.first { $0.family == families[stretch.line] }?.least ?? 1
    let whole = ranks.first?.family == families[stretch.line] ? own : pow(own, gamma)
    return pow(whole, 1 / Double(1 + stretch.twins.count))
  }

  /// Returns what is left to pass at a line that is opened, for whoever passes the others of the bundle
  /// by their shares:
  ///
  ///     P₂^(1 − γ)
  ///
  /// where the line was the least permeable, with P₂ the next one, which bears its whole P from now on;
  /// 1 where it was not.
  ///
  /// - Parameters:
  ///   - stretch: A stretch of these bundles.
  ///   - gamma: The dependence.
  ///   - member: Returns the permeability of a line by itself before, in `0...1`.
  /// - Returns: A value in `0...1`.
  public func remainder(
    of stretch: BundledStretch, dependence gamma: Double, member: (_ line: Int) -> Double
  ) -> Double {
    let ranks = ranks(of: stretch, member)
    guard ranks.count > 1, ranks[0].family == families[stretch.line] else { return 1 }
    return pow(pow(ranks[1].least, 1 - gamma), 1 / Double(1 + stretch.twins.count))
  }

  /// The families of a bundle with their least permeabilities, the least permeable first; of families
  /// that let through the same, the one with the lowest number.
  private func ranks(
    of stretch: BundledStretch, _ member: (_ line: Int) -> Double
  ) -> [(family: Int32, least: Double)] {
    let least = Dictionary(
      ([stretch.line] + stretch.twins + stretch.companions).map { (families[$0], member($0)) },
      uniquingKeysWith: min)
    return least.map { (family: $0.key, least: $0.value) }
      .sorted { ($0.least, $0.family) < ($1.least, $1.family) }
  }

  /// Whether two lines are of one family, so that they count once where they are together.
  public func areOneFamily(_ line: Int, _ other: Int) -> Bool { families[line] == families[other] }
}
