public import Landscape

/// A barrier as its users see it: a road, a railway, a fence, in whatever pieces it was drawn.
public struct BarrierLine: Sendable, Hashable, Identifiable {
  /// What tells it from all other lines: the label where no other line has it, else with the id of its
  /// first fragment in parentheses.
  public let id: String
  /// What readers call it: its ref or name, or for one without, class and id of its first fragment.
  public let label: String
  /// What it is.
  public let family: BarrierFamily
  /// The rows of its fragments, ascending.
  public let rows: [Int]
  /// The length of all its fragments, in metres; both tracks or carriageways count.
  public let length: Double
}
