/// A part of a line inside a polygon or along its boundary, by reference to the line.
public struct Piece: Sendable, Hashable {
  /// The row of the line.
  public let line: Int
  /// The row of the polygon.
  public let polygon: Int
  /// What lies left and right of the line along the piece.
  public let sides: Sides
  /// Where the piece starts.
  public let from: CutPosition
  /// Where the piece ends.
  public let to: CutPosition
  /// The chainage of its start.
  public let fromChainage: Double
  /// The chainage of its end.
  public let toChainage: Double
  /// Its length, measured on the piece as it is cut.
  public let length: Double

  /// Whether it lies inside or on the boundary.
  public var place: Place { sides.place }
}

/// A contact of a line with the boundary of a polygon.
public struct Contact: Sendable, Hashable {
  /// The row of the line.
  public let line: Int
  /// The row of the polygon.
  public let polygon: Int
  /// Whether the line passes in or out there, or only touches.
  public let kind: ContactKind
  /// Where it happens; for a run along the boundary the end that the inside adjoins.
  public let at: CutPosition
  /// The chainage of that place.
  public let chainage: Double
}

/// One line and one polygon that meet.
public struct Meeting: Sendable, Hashable {
  /// The row of the line.
  public let line: Int
  /// The row of the polygon.
  public let polygon: Int
  /// The length in the interior.
  public let insideLength: Double
  /// The length along the boundary.
  public let boundaryLength: Double
  /// The places where the line passes between inside and outside.
  public let crossings: Int
  /// The contacts with the boundary that do not pass.
  public let touches: Int
}

/// What a column of lines and a column of polygons have to do with each other.
///
/// All lists are sorted by line, then by polygon, then along the line.
public struct Cuts: Sendable {
  /// Every pair that meets.
  public internal(set) var meetings: [Meeting] = []
  /// Every piece inside or on the boundary.
  public internal(set) var pieces: [Piece] = []
  /// Every crossing and touch.
  public internal(set) var contacts: [Contact] = []
  /// The chainage of the lines.
  public let chainage: Chainage

  /// Starts with nothing.
  init(_ chainage: Chainage) { self.chainage = chainage }

  /// Puts the parts of one column of lines together.
  init(_ parts: [Cuts], _ chainage: Chainage) {
    self.chainage = chainage
    meetings.reserveCapacity(parts.reduce(0) { $0 + $1.meetings.count })
    pieces.reserveCapacity(parts.reduce(0) { $0 + $1.pieces.count })
    contacts.reserveCapacity(parts.reduce(0) { $0 + $1.contacts.count })
    for part in parts {
      meetings += part.meetings
      pieces += part.pieces
      contacts += part.contacts
    }
  }
}
