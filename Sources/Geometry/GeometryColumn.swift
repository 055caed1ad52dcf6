/// The geometries of a layer, of mixed kinds: a union of three flat columns.
///
/// Row `i` is of kind `kinds[i]` and is row `slots[i]` of the column of that kind; for kind `none`
/// the slot means nothing. Rows of one kind keep their order, so that a layer of lines alone has
/// `slots[i] == i`.
///
/// A row is built by appending to `points`, `lines` or `polygons` and then calling
/// `endRow(_:)`, or `abandonRow()` when it turned out to be unusable.
public struct GeometryColumn: Sendable, Equatable {
  /// The kind of every row.
  public private(set) var kinds: [GeometryKind] = []
  /// The row of every row in the column of its kind.
  public private(set) var slots: [Int] = []
  /// The rows that are points.
  public package(set) var points = PointColumn()
  /// The rows that are lines.
  public package(set) var lines = LineColumn()
  /// The rows that are polygons.
  public package(set) var polygons = PolygonColumn()

  /// Creates a column without rows.
  public init() {}

  /// Creates a column without rows, with room for as many of the same size as another has.
  package init(roomLike other: GeometryColumn) {
    kinds.reserveCapacity(other.count)
    slots.reserveCapacity(other.count)
    points.paths = PathSet(roomLike: other.points.paths)
    lines = LineColumn(roomLike: other.lines)
    polygons = PolygonColumn(roomLike: other.polygons)
  }

  /// Makes a column of lines alone.
  public init(_ lines: LineColumn) {
    self.lines = lines
    kinds = Array(repeating: .line, count: lines.count)
    slots = Array(0..<lines.count)
  }

  /// Makes a column of polygons alone.
  public init(_ polygons: PolygonColumn) {
    self.polygons = polygons
    kinds = Array(repeating: .polygon, count: polygons.count)
    slots = Array(0..<polygons.count)
  }

  /// The number of rows.
  public var count: Int { kinds.count }

  /// The number of vertices of all rows.
  public var vertexCount: Int {
    points.paths.vertexCount + lines.paths.vertexCount + polygons.rings.vertexCount
  }

  /// Returns the rows of one kind, in order: the row of slot `s` of that kind is element `s`.
  public func rows(of kind: GeometryKind) -> [Int] { kinds.indices.filter { kinds[$0] == kind } }

  /// Returns the box around one row; empty for kind `none`.
  public func box(of row: Int) -> Box {
    switch kinds[row] {
    case .none: .empty
    case .point: points.box(of: slots[row])
    case .line: lines.box(of: slots[row])
    case .polygon: polygons.box(of: slots[row])
    }
  }

  /// Ends the open row, whose vertices and paths were appended to the column of `kind`.
  package mutating func endRow(_ kind: GeometryKind) {
    kinds.append(kind)
    switch kind {
    case .none:
      slots.append(0)
    case .point:
      slots.append(points.count)
      points.paths.endPath()
    case .line:
      slots.append(lines.count)
      lines.endRow()
    case .polygon:
      slots.append(polygons.count)
      polygons.endRow()
    }
  }

  /// Forgets what was appended since the last ended row.
  package mutating func abandonRow() {
    points.paths.removePaths(from: points.count)
    lines.abandonRow()
    polygons.abandonRow()
  }

  /// Appends a row without geometry.
  public mutating func appendNone() { endRow(.none) }

  /// Appends a single point.
  public mutating func appendPoint(_ position: Position) {
    points.paths.append(x: position.x, y: position.y)
    endRow(.point)
  }

  /// Appends a copy of one row of another column.
  public mutating func append(_ row: Int, of other: GeometryColumn) {
    let slot = other.slots[row]
    switch other.kinds[row] {
    case .none: break
    case .point:
      other.points.paths.withPath(at: slot) { points.paths.append(interleaved: $0) }
    case .line:
      lines.append(pathsOf: slot, of: other.lines)
    case .polygon:
      polygons.append(partsOf: slot, of: other.polygons)
    }
    endRow(other.kinds[row])
  }
}
