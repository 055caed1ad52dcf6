package import Geometry

/// Why a path has no image in longitude and latitude.
package enum TransformationFailure: Error, Equatable, CustomStringConvertible {
  /// A vertex lies where the coordinate reference system means nothing.
  case vertex(Int, at: Position)
  /// An edge runs over a place where the coordinate reference system is torn or means nothing.
  case torn(from: Position, to: Position)

  /// What is wrong, for a reader.
  package var description: String {
    switch self {
    case .vertex(let index, let position):
      "vertex \(index) at (\(position.x), \(position.y)) has no longitude and latitude; "
        + "is the CRS right?"
    case .torn(let start, let end):
      "the edge from (\(start.x), \(start.y)) to (\(end.x), \(end.y)) has no connected image "
        + "in longitude and latitude; is the CRS right?"
    }
  }
}
