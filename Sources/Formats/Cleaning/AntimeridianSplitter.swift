internal import GEOSBridge
internal import Geometry

/// Splits features at the antimeridian, and moves those that lie beyond it back by whole turns.
///
/// Edges are straight in longitude and latitude, and the cut lies on them. Length and area stay,
/// but for the difference between that straight edge and the two shortest paths it is cut into.
struct AntimeridianSplitter {
  let geos: GEOSContext
  /// Whether an edge of more than 180 degrees goes the short way, over the antimeridian.
  let findsJumps: Bool

  /// What happened to a feature.
  enum Effect: Sendable {
    case none
    /// Moved by whole turns.
    case shifted
    /// Cut into pieces, or closed around a pole.
    case split
  }

  /// A feature after splitting.
  struct Result {
    /// The feature, as a column of one row.
    var column = GeometryColumn()
    /// What happened to it.
    var effect = Effect.shifted
    /// What was repaired on the way.
    var repairs: [String] = []
  }

  /// Splits a feature, or returns nil where it needs nothing.
  func split(_ view: RowView) throws(GEOSError) -> Result? {
    guard mayNeedSplitting(view) else { return nil }
    var result = Result()
    switch view.kind {
    case .none:
      return nil
    case .point:
      for position in view.column.points.paths.positions(of: view.slot) {
        let path = AntimeridianPath(
          [position.x, position.y].span, isRing: false, findsJumps: false)
        result.column.points.paths.append(path.turned(-path.strips.lowerBound))
      }
    case .line:
      let paths = view.column.lines.pathIndices(of: view.slot)
        .map { continuous(view.column.lines.paths, $0, isRing: false) }
      guard paths.contains(where: \.needsTurning) else { return nil }
      for path in paths { append(line: path, to: &result) }
    case .polygon:
      let parts = view.column.polygons.partIndices(of: view.slot).map { part in
        view.column.polygons.ringIndices(ofPart: part)
          .map { continuous(view.column.polygons.rings, $0, isRing: true) }
      }
      guard parts.joined().contains(where: \.needsTurning) else { return nil }
      for rings in parts { try append(part: rings, to: &result) }
    }
    // Nothing polygonal may be left of a polygon; the check of validity that follows says so.
    result.column.endRow(view.kind)
    return result
  }

  /// Whether any place lies beyond the window or any edge may jump: a quick look.
  private func mayNeedSplitting(_ view: RowView) -> Bool {
    let (set, range) = view.paths
    return range.contains { path in
      set.withPath(at: path) { xy in
        for index in stride(from: 0, to: xy.count, by: 2) {
          if abs(xy[index]) > 180 || abs(xy[index + 1]) > 90 { return true }
          if findsJumps && index > 0 && abs(xy[index] - xy[index - 2]) > 180 { return true }
        }
        return false
      }
    }
  }

  private func continuous(_ paths: PathSet, _ path: Int, isRing: Bool) -> AntimeridianPath {
    paths.withPath(at: path) {
      AntimeridianPath($0, isRing: isRing, findsJumps: findsJumps)
    }
  }

  /// Appends a path of a line, in one piece for each stay in a strip.
  private func append(line path: AntimeridianPath, to result: inout Result) {
    if path.strips.count > 1 { result.effect = .split }
    for piece in path.pieces() {
      for position in piece { result.column.lines.paths.append(x: position.x, y: position.y) }
      result.column.lines.paths.endPath()
    }
  }
}

extension AntimeridianPath {
  /// Whether the path cannot stay as it is.
  fileprivate var needsTurning: Bool {
    isAltered || reach.lowerBound < -180 || reach.upperBound > 180
  }
}

extension PathSet {
  /// Appends a path to the open path.
  mutating func append(_ path: AntimeridianPath) {
    for position in path.positions { append(x: position.x, y: position.y) }
  }
}
