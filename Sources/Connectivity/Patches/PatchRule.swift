/// How patches are made of the cells of a mesh, and what leads from one to the next.
public struct PatchRule: Sendable, Hashable {
  /// What several barriers between the same two patches come to.
  public enum Edge: String, Sendable, Hashable, CaseIterable {
    /// The most permeable one counts: animals that walk along a barrier find it.
    case most = "max"
    /// The mean by length: animals that do not walk along barriers meet any of them.
    case mean
  }

  /// Barriers cut where their permeability is below this; 1 for all that are not fully permeable.
  public var cutsBelow: Double
  /// Patches smaller than this, in km², are slivers: their area counts for the neighbour with the
  /// longest common wall, and to pass them is still to pass the barriers on both sides.
  public var leastArea: Double
  /// What several barriers between two patches come to.
  public var edge: Edge

  /// Creates a rule; by default all barriers cut, patches have at least 1 km², and the most permeable
  /// barrier between two patches counts.
  public init(cutsBelow: Double = 1, leastArea: Double = 1, edge: Edge = .most) {
    precondition(cutsBelow > 0 && cutsBelow <= 1, "a threshold lies above 0 and up to 1")
    precondition(leastArea >= 0, "an area is at least 0")
    (self.cutsBelow, self.leastArea, self.edge) = (cutsBelow, leastArea, edge)
  }

  /// The rule that the model asks for: where a species follows barriers for at least 10 km on average,
  /// the most permeable one counts.
  ///
  /// - Parameter traceLength: The mean distance that is followed, in km.
  /// - Returns: The rule.
  public static func edge(traceLength: Double) -> Edge { traceLength >= 10 ? .most : .mean }
}
