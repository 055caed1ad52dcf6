import GEOSBridge
import Geometry

/// A closed square ring.
func square(_ x: Double, _ y: Double, side: Double) -> [Position] {
  [
    Position(x, y), Position(x + side, y), Position(x + side, y + side), Position(x, y + side),
    Position(x, y),
  ]
}

extension GEOSContext {
  /// Makes a polygon from the rings of its parts.
  func polygon(_ parts: [[Position]]...) throws -> GEOSHandle {
    try makePolygon(row: 0, of: PolygonColumn([parts]))
  }

  /// Makes a line from its paths.
  func line(_ paths: [Position]...) throws -> GEOSHandle {
    try makeLine(row: 0, of: LineColumn([paths]))
  }

  /// Makes a point.
  func point(_ x: Double, _ y: Double) throws -> GEOSHandle {
    var column = GeometryColumn()
    column.appendPoint(Position(x, y))
    return try makeGeometry(row: 0, of: column)
  }
}

/// Copies a geometry out of GEOS.
func copied(_ geometry: borrowing GEOSHandle, only kind: GeometryKind? = nil) throws
  -> GeometryColumn
{
  var column = GeometryColumn()
  try column.append(geometry, only: kind)
  return column
}
