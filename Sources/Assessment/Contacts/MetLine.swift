public import Geometry
public import Landscape

/// A line that a plan crosses or runs beside: a road, a railway, a fence, in whatever pieces it was
/// drawn.
public struct MetLine: Sendable, Hashable {
  /// A place or run that the plan shares with the line.
  public struct Contact: Sendable, Hashable {
    /// The row of the plan's line.
    public let line: Int
    /// How far along the plan's line, in metres; for a run its start.
    public let chainage: Double
    /// Where it is, in longitude and latitude.
    public let position: Position
    /// Whether the plan passes to the other side, and does not only meet the line or end there.
    public let isCrossing: Bool
    /// The length that both share, in metres; 0 for a single place.
    public let length: Double
    /// The id of the barrier that it is a contact with.
    public let barrier: String
  }

  /// A part of a plan's line beside the line, by chainage in metres.
  public struct Stretch: Sendable, Hashable {
    /// The row of the plan's line.
    public let line: Int
    /// The chainage of its start.
    public let from: Double
    /// The chainage of its end.
    public let to: Double
  }

  /// What tells it from all other lines.
  public let id: String
  /// What readers call it.
  public let label: String
  /// What state those of its barriers are in that the plan meets.
  public let status: BarrierStatus
  /// What they are.
  public let classes: [BarrierClass]
  /// The contacts by line of the plan, then along it.
  public let contacts: [Contact]
  /// Where the plan forms one bundle with it: an obstacle that is passed together.
  public let bundled: [Stretch]
  /// Where the plan runs parallel to it within the wider distance; ``bundled`` lies in it but for what
  /// the rules of minimum length and gaps change.
  public let parallel: [Stretch]

  /// Whether it is planned, as the plan is.
  public var isPlanned: Bool { status == .planned }
  /// How often the plan passes it.
  public var crossings: Int { contacts.count { $0.isCrossing } }
  /// The length along which the plan runs parallel to it, in metres.
  public var parallelLength: Double { parallel.reduce(0) { $0 + $1.to - $1.from } }
}
