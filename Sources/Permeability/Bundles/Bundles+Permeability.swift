extension Bundles {
  /// Returns the permeability of all that must be passed along a stretch.
  ///
  /// Every family counts once: of twins the one with the smallest P. They are combined as in
  /// <doc:SideBySide>: adding a companion never raises the result.
  ///
  /// - Parameters:
  ///   - stretch: A stretch of these bundles.
  ///   - gamma: The dependence: 1 for independent obstacles, 0 where the smallest decides.
  ///   - member: Returns the permeability of a line by itself, in `0...1`.
  /// - Returns: A value in `0...1`, at most that of every member.
  public func permeability(
    of stretch: BundledStretch, dependence gamma: Double, of member: (_ line: Int) -> Double
  ) -> Double {
    permeability(
      ofAll: ([stretch.line] + stretch.twins + stretch.companions).map { ($0, member($0)) },
      dependence: gamma)
  }

  /// Combines lines with their permeabilities, each family once: what ``groups(ofRoute:)`` puts in a
  /// group, for instance.
  package func permeability(
    ofAll members: [(line: Int, permeability: Double)], dependence gamma: Double
  ) -> Double {
    let least = Dictionary(
      members.map { (families[$0.line], $0.permeability) }, uniquingKeysWith: min)
    return bundled(Array(least.values), dependence: gamma)
  }
}
