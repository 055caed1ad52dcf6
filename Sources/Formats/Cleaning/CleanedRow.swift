internal import Geometry

/// What became of one feature.
struct CleanedRow: Sendable {
  /// The new geometry as a column of one row; nil where it stays as delivered.
  var geometry: GeometryColumn?
  /// Why the feature cannot be used.
  var rejection: String?
  /// What was repaired.
  var repairs: [String] = []
  /// The area as delivered, where something was repaired.
  var areaBefore = 0.0
  /// The area after the repair.
  var areaAfter = 0.0
  /// What the antimeridian did to the feature.
  var antimeridian = AntimeridianSplitter.Effect.none
  /// The number of vertices that the transformation added.
  var addedVertices = 0
  /// Whether the feature lies outside the area of use of its coordinate reference system.
  var isOutsideAreaOfUse = false
}

/// One row of a column, and the face of it that cleaning works on.
struct RowView {
  let column: GeometryColumn
  let row: Int

  /// What the row holds.
  var kind: GeometryKind { column.kinds[row] }

  /// The row in the column of its kind.
  var slot: Int { column.slots[row] }

  /// The paths of the row: rings, paths of a line, or all points as one.
  var paths: (set: PathSet, range: Range<Int>) {
    switch kind {
    case .none: (PathSet(), 0..<0)
    case .point: (column.points.paths, slot..<slot + 1)
    case .line: (column.lines.paths, column.lines.pathIndices(of: slot))
    case .polygon: (column.polygons.rings, column.polygons.ringIndices(of: slot))
    }
  }

  /// The interleaved ordinates of all paths of the row, as a range of the set.
  var ordinates: Range<Int> {
    let (set, range) = paths
    return 2 * set.starts[range.lowerBound]..<2 * set.starts[range.upperBound]
  }
}
