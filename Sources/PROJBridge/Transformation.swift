internal import CPROJ
package import Geometry

/// The way from the coordinates of a layer to longitude and latitude on WGS 84, x always east.
///
/// PROJ chooses among the operations of its database for every vertex by their area of use. Not
/// `Sendable`: it belongs to one task at a time; ``copy()`` makes another one cheaply.
package final class Transformation {
  /// The longest that the image of an edge may stray from the straight one at its quarters, in
  /// metres; a tenth below the promised metre, because it may stray more between them.
  private static let tolerance = 0.9

  /// Whether the datum of the layer is unknown, so that its shift against WGS 84, up to some
  /// hundred metres, is left out.
  package let isBallpark: Bool
  private let operation: PROJObject
  private let wholeTurn: Double?
  private var scratch = [Double](repeating: 0, count: 6)

  /// Finds the way from a coordinate reference system.
  package init(from source: CoordinateReferenceSystem) throws(PROJError) {
    let context = PROJContext()
    let from = try context.makeCRS(source.definition)
    let to = try context.makeCRS("EPSG:4326")
    if let exact = context.operation(from: from, to: to, allowsBallpark: false) {
      operation = try exact.normalized()
      isBallpark = false
    } else {
      let rough = try context.unwrap(
        context.operation(from: from, to: to, allowsBallpark: true),
        "proj_create_crs_to_crs_from_pj")
      operation = try rough.normalized()
      isBallpark =
        proj_coordoperation_has_ballpark_transformation(context.handle, rough.pointer) == 1
    }
    wholeTurn = source.wholeTurn
  }

  private init(copying other: Transformation) throws(PROJError) {
    let context = PROJContext()
    let clone = proj_clone(context.handle, other.operation.pointer)
    operation = try context.adopt(clone, "proj_clone")
    isBallpark = other.isBallpark
    wholeTurn = other.wholeTurn
  }

  /// Returns the same way in a context of its own, without asking the database again.
  package func copy() throws(PROJError) -> Transformation {
    try Transformation(copying: self)
  }

  /// Transforms interleaved ordinates in place, to longitude and latitude or back; vertices that
  /// have no image become infinite (`proj_trans_generic`).
  package func transform(_ xy: inout [Double], isInverse: Bool = false) {
    let stride = 2 * MemoryLayout<Double>.stride
    let count = xy.count / 2
    xy.withUnsafeMutableBufferPointer {
      guard let x = $0.baseAddress else { return }
      proj_trans_generic(
        operation.pointer, isInverse ? PJ_INV : PJ_FWD, x, stride, count, x + 1, stride, count,
        nil, 0, 0, nil, 0, 0)
    }
  }

  /// Appends the images of points to the open path.
  ///
  /// - Throws: When a point has no image.
  package func append(
    points: Span<Double>, to paths: inout PathSet
  ) throws(TransformationFailure) {
    let images = try images(of: points)
    paths.append(interleaved: images.span)
  }

  /// Appends the image of a path to the open path, with vertices added until no edge strays more
  /// than 1 m from the straight one in longitude and latitude.
  ///
  /// Longitudes run on beyond ±180 where the path crosses the antimeridian, so that the image is
  /// without jumps; it starts in −180...180.
  ///
  /// - Throws: When a vertex has no image, or an edge is torn apart; then the open path is unusable.
  package func append(
    path: Span<Double>, to paths: inout PathSet
  ) throws(TransformationFailure) {
    let images = try images(of: path)
    guard images.count >= 2 else { return }
    var last = Position(images[0], images[1])
    paths.append(x: last.x, y: last.y)
    for index in stride(from: 2, to: images.count, by: 2) {
      var edge = Edge(
        start: Position(path[index - 2], path[index - 1]),
        end: Position(path[index], path[index + 1]),
        imageOfEnd: Position(images[index], images[index + 1]))
      // An edge between geographic positions goes the short way round, as everywhere.
      if let wholeTurn { edge.end.x.unwrap(near: edge.start.x, turn: wholeTurn) }
      last = try append(edge, after: last, depth: 0, to: &paths)
    }
  }

  /// An edge in the layer, and where its end lies on the Earth.
  private struct Edge {
    var start: Position
    var end: Position
    var imageOfEnd: Position
  }

  /// Appends the image of one edge without its start, and returns the image of its end.
  private func append(
    _ edge: Edge, after start: Position, depth: Int, to paths: inout PathSet
  ) throws(TransformationFailure) -> Position {
    guard edge.start != edge.end else {
      paths.append(x: start.x, y: start.y)
      return start
    }
    let quarters = try quarters(of: edge, after: start)
    var end = edge.imageOfEnd
    end.x.unwrap(near: quarters[2].x, turn: 360)
    let stray = quarters.map { $0.distance(fromEdge: start, end) }.reduce(0, max)
    if stray <= Self.tolerance && abs(end.x - start.x) <= 180 {
      paths.append(x: end.x, y: end.y)
      return end
    }
    if depth == 20 {
      // A seam between the grids of two datum shifts is a step of metres; more is a tear.
      guard end.distance(fromEdge: start, start) <= 100 else {
        throw .torn(from: edge.start, to: edge.end)
      }
      paths.append(x: end.x, y: end.y)
      return end
    }
    let middle = edge.start.interpolated(to: edge.end, at: 0.5)
    let half = try append(
      Edge(start: edge.start, end: middle, imageOfEnd: quarters[1]), after: start, depth: depth + 1,
      to: &paths)
    return try append(
      Edge(start: middle, end: edge.end, imageOfEnd: edge.imageOfEnd), after: half,
      depth: depth + 1,
      to: &paths)
  }

  /// The images of three positions on an edge, without jumps in longitude.
  private func quarters(
    of edge: Edge, after start: Position
  ) throws(TransformationFailure) -> [Position] {
    for quarter in 0..<3 {
      let position = edge.start.interpolated(to: edge.end, at: 0.25 * Double(quarter + 1))
      scratch[2 * quarter] = position.x
      scratch[2 * quarter + 1] = position.y
    }
    transform(&scratch)
    guard scratch.allSatisfy(\.isFinite) else {
      throw .torn(from: edge.start, to: edge.end)
    }
    var last = start.x
    return (0..<3).map { quarter in
      var position = Position(scratch[2 * quarter], scratch[2 * quarter + 1])
      position.x.unwrap(near: last, turn: 360)
      last = position.x
      return position
    }
  }

  private func images(of path: Span<Double>) throws(TransformationFailure) -> [Double] {
    var images = path.indices.map { path[$0] }
    transform(&images)
    for index in stride(from: 0, to: images.count, by: 2)
    where !images[index].isFinite || !images[index + 1].isFinite {
      throw .vertex(index / 2, at: Position(path[index], path[index + 1]))
    }
    return images
  }
}

extension PROJContext {
  fileprivate func operation(
    from: PROJObject, to: PROJObject, allowsBallpark: Bool
  ) -> PROJObject? {
    "ALLOW_BALLPARK=\(allowsBallpark ? "YES" : "NO")".withCString { option in
      var options: [UnsafePointer<CChar>?] = [option, nil]
      return proj_create_crs_to_crs_from_pj(handle, from.pointer, to.pointer, nil, &options)
        .map { PROJObject(context: self, pointer: $0) }
    }
  }
}

extension PROJObject {
  /// The same operation with x to the east on both sides.
  fileprivate func normalized() throws(PROJError) -> PROJObject {
    try context.adopt(
      proj_normalize_for_visualization(context.handle, pointer),
      "proj_normalize_for_visualization")
  }
}
