/// Polygons and multi-polygons with holes.
///
/// Row `i` owns the parts `rowStarts[i] ..< rowStarts[i + 1]`; part `p` owns the rings
/// `partStarts[p] ..< partStarts[p + 1]`, the first of which is its shell and the others its holes.
/// Rings repeat their first vertex at the end; their orientation means nothing here.
public struct PolygonColumn: Sendable, Equatable {
  /// The rings of all parts, end to end.
  public package(set) var rings = PathSet()
  /// The first ring of every part, and behind the last part the end of it.
  public package(set) var partStarts: [Int] = [0]
  /// The first part of every row, and behind the last row the end of it.
  public package(set) var rowStarts: [Int] = [0]

  /// Creates a column without rows.
  public init() {}

  /// Creates a column without rows, with room for as many of the same size as another has.
  init(roomLike other: PolygonColumn) {
    rings = PathSet(roomLike: other.rings)
    partStarts.reserveCapacity(other.partStarts.count)
    rowStarts.reserveCapacity(other.rowStarts.count)
  }

  /// Copies multi-polygons: rows of parts of rings.
  public init(_ rows: [[[[Position]]]]) {
    for row in rows {
      for part in row {
        for ring in part {
          for vertex in ring { rings.append(x: vertex.x, y: vertex.y) }
          rings.endPath()
        }
        endPart()
      }
      endRow()
    }
  }

  /// The number of rows.
  public var count: Int { rowStarts.count - 1 }

  /// The number of parts of all rows.
  public var partCount: Int { partStarts.count - 1 }

  /// Returns the parts of one row, as indices.
  public func partIndices(of row: Int) -> Range<Int> { rowStarts[row]..<rowStarts[row + 1] }

  /// Returns the rings of one part, as indices; the first is the shell.
  public func ringIndices(ofPart part: Int) -> Range<Int> {
    partStarts[part]..<partStarts[part + 1]
  }

  /// Returns all rings of one row, as indices.
  public func ringIndices(of row: Int) -> Range<Int> {
    partStarts[rowStarts[row]]..<partStarts[rowStarts[row + 1]]
  }

  /// Returns the box around one row.
  public func box(of row: Int) -> Box { rings.box(of: ringIndices(of: row)) }

  /// Ends the open part with the rings that were ended since the last one.
  package mutating func endPart() { partStarts.append(rings.count) }

  /// Ends the open row with the parts that were ended since the last one.
  package mutating func endRow() { rowStarts.append(partCount) }

  /// Forgets what was appended since the last ended row.
  package mutating func abandonRow() {
    partStarts.removeLast(partCount - rowStarts[count])
    rings.removePaths(from: partStarts[partCount])
  }

  /// Appends the parts of a row of another column to the open row.
  package mutating func append(partsOf row: Int, of other: PolygonColumn) {
    for part in other.partIndices(of: row) {
      for ring in other.ringIndices(ofPart: part) {
        other.rings.withPath(at: ring) { rings.append(interleaved: $0) }
        rings.endPath()
      }
      endPart()
    }
  }

  /// One row as a column.
  package func row(_ row: Int) -> PolygonColumn {
    var one = PolygonColumn()
    one.append(partsOf: row, of: self)
    one.endRow()
    return one
  }
}
