/// What a group of lines and a group of polygons have to do with each other.
public struct Totals: Sendable, Hashable {
  /// The length inside the union of the polygons.
  public internal(set) var insideLength = 0.0
  /// The length along the boundary of the union.
  public internal(set) var boundaryLength = 0.0
  /// The length along the boundary, divided equally among the groups that share it: this column
  /// can be added up over the groups of a partition without counting a metre twice.
  public internal(set) var boundaryShare = 0.0
  /// The places where a line passes into or out of the union.
  public internal(set) var crossings = 0
  /// The places where a line only touches a polygon of the group.
  public internal(set) var touches = 0
  /// The lines that meet a polygon of the group.
  public internal(set) var lines = 0

  /// The totals of nothing.
  public init() {}

  /// Adds the totals of other lines.
  public static func += (a: inout Totals, b: Totals) {
    a.insideLength += b.insideLength
    a.boundaryLength += b.boundaryLength
    a.boundaryShare += b.boundaryShare
    a.crossings += b.crossings
    a.touches += b.touches
    a.lines += b.lines
  }
}

/// How much of all lines lies in any polygon at all; the three lengths add up to the whole.
public struct CoverTotals: Sendable, Hashable {
  /// The length of all lines.
  public internal(set) var length = 0.0
  /// The length inside at least one polygon.
  public internal(set) var insideLength = 0.0
  /// The length along the boundary of at least one polygon and inside none.
  public internal(set) var boundaryLength = 0.0

  /// The length that meets no polygon.
  public var outsideLength: Double { length - insideLength - boundaryLength }

  /// The totals of nothing.
  public init() {}

  /// Adds the totals of other lines.
  public static func += (a: inout CoverTotals, b: CoverTotals) {
    a.length += b.length
    a.insideLength += b.insideLength
    a.boundaryLength += b.boundaryLength
  }
}
