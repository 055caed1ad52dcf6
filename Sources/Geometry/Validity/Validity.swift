/// Whether a polygon or multi-polygon keeps the rules of the OGC, and if not, which one it breaks.
public enum Validity: Sendable, Hashable {
  /// Every rule is kept.
  case valid
  /// A rule is broken, at this position among others perhaps.
  case invalid(Flaw, at: Position)

  /// A broken rule; the raw value says it in the words of GEOS.
  public enum Flaw: String, Sendable, Hashable, CaseIterable {
    /// An ordinate is not a number or infinite.
    case coordinate = "Invalid Coordinate"
    /// The last vertex of a ring is not its first.
    case notClosed = "Ring is not closed"
    /// A ring has fewer than three distinct positions in a row.
    case tooFewPositions = "Too few points in geometry component"
    /// Edges cross or lie on each other, or rings cross at a vertex.
    case selfIntersection = "Self-intersection"
    /// A ring touches itself.
    case ringSelfIntersection = "Ring Self-intersection"
    /// A hole is not within the shell of its part.
    case holeOutsideShell = "Hole lies outside shell"
    /// A hole lies within another one of its part.
    case nestedHoles = "Holes are nested"
    /// A part lies within another one.
    case nestedShells = "Nested shells"
    /// Rings that touch each other cut the inside of a part in two.
    case disconnectedInterior = "Interior is disconnected"
  }

  /// Whether every rule is kept.
  public var isValid: Bool { self == .valid }

  /// What is wrong and where, for a reader, such as `Self-intersection at 1.0, 1.0`; nil when valid.
  public var complaint: String? {
    guard case .invalid(let flaw, let position) = self else { return nil }
    return "\(flaw.rawValue) at \(position.x), \(position.y)"
  }
}
