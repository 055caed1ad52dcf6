/// What became of the structures that were read for a plan.
public struct StructureAccount: Sendable, Hashable {
  /// How many the sources have.
  public var read = 0
  /// How many lie on lines of the plan.
  public var placed = 0
  /// How many of those animals may use, as far as their dimensions are known.
  public var usable = 0

  /// Starts with none.
  public init() {}
}
