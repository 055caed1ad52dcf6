import GEOSBridge
import Geometry
import Overlay

/// What GEOS says of a line and a polygon, segment by segment: its intersection with the polygon,
/// its intersection with the boundary, and the place of the middles between the cuts.
struct GEOSOracle {
  private(set) var inside = 0.0
  private(set) var boundary = 0.0
  private(set) var length = 0.0
  private(set) var count: ContactCount

  init(line: [Position], polygon: [[[Position]]]) throws {
    let geos = GEOSContext()
    let column = PolygonColumn([polygon])
    let region = try geos.makePolygon(row: 0, of: column)
    let edge = try region.boundary()
    let prepared = try GEOSPrepared(try geos.makePolygon(row: 0, of: column))
    var places: [Place] = []
    for (a, b) in zip(line, line.dropFirst()) where a != b {
      let segment = try geos.makeLine(row: 0, of: LineColumn([[[a, b]]]))
      let onEdge = try segment.intersection(edge)
      length += try segment.planarLength
      let shared = try segment.intersection(region).planarLength
      let alongEdge = try onEdge.planarLength
      boundary += alongEdge
      inside += shared - alongEdge
      places += try Self.places(a, b, onEdge, prepared, geos)
    }
    count = ContactCount(places, isClosed: line.first == line.last)
  }

  /// The places at the cuts of a segment and between them, in order.
  private static func places(
    _ a: Position, _ b: Position, _ onEdge: borrowing GEOSHandle, _ region: borrowing GEOSPrepared,
    _ geos: GEOSContext
  ) throws -> [Place] {
    let (points, runs) = try cuts(a, b, onEdge)
    let all = ([0, 1] + points + runs.flatMap { [$0.0, $0.1] }).sorted()
    let distinct = all.reduce(into: [Double]()) {
      if let last = $0.last, $1 - last < 1e-9 { return }
      $0.append($1)
    }
    var result: [Place] = []
    for (index, cut) in distinct.enumerated() {
      let isOnEdge =
        points.contains { abs($0 - cut) < 1e-9 }
        || runs.contains { $0.0 - 1e-9 <= cut && cut <= $0.1 + 1e-9 }
      if isOnEdge { result.append(.boundary) }
      guard index + 1 < distinct.count else { break }
      let middle = (cut + distinct[index + 1]) / 2
      if runs.contains(where: { $0.0 < middle && middle < $0.1 }) {
        result.append(.boundary)
      } else {
        let position = Position(a.x + middle * (b.x - a.x), a.y + middle * (b.y - a.y))
        var column = GeometryColumn()
        column.appendPoint(position)
        let point = try geos.makePoint(row: 0, of: column.points)
        result.append(try region.contains(point) ? .inside : .outside)
      }
    }
    return result
  }

  /// Where the boundary meets the segment, as fractions: points and runs.
  private static func cuts(
    _ a: Position, _ b: Position, _ onEdge: borrowing GEOSHandle
  ) throws -> ([Double], [(Double, Double)]) {
    func fraction(_ p: Position) -> Double {
      abs(b.x - a.x) > abs(b.y - a.y) ? (p.x - a.x) / (b.x - a.x) : (p.y - a.y) / (b.y - a.y)
    }
    var points = GeometryColumn()
    try points.append(onEdge, only: .point)
    var runs = GeometryColumn()
    try runs.append(onEdge, only: .line)
    let positions = (0..<points.points.paths.vertexCount).map(points.points.paths.position(at:))
    let paths = (0..<runs.lines.paths.count).map(runs.lines.paths.positions(of:))
    return (
      positions.map(fraction),
      paths.map { path in
        let fractions = path.map(fraction)
        return (fractions.min() ?? 0, fractions.max() ?? 0)
      }
    )
  }
}
