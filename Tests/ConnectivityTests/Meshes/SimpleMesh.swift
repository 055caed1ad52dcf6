import GEOSBridge
import Geometry
import PROJBridge
import Testing

/// A second, deliberately simple way to divide a range: GEOS nodes and polygonizes all lines, points
/// inside of what comes out tell what it is, and equal ends of segments tell what lies beside what.
struct SimpleMesh {
  /// A segment between two nodes.
  struct Segment {
    /// The cells beside it; the same twice for what ends inside of one.
    let cells: (Int, Int)
    let length: Double
    /// The barriers on it, each as often as it runs along.
    let passes: [Int]

    /// The barriers on it.
    var barriers: Set<Int> { Set(passes) }
  }

  /// In km².
  private(set) var areas: [Double] = []
  /// For every region, which cells lie inside.
  private(set) var regions: [[Bool]] = []
  private(set) var segments: [Segment] = []
  private let geos = GEOSContext()
  /// The faces inside the range.
  private var faces = PolygonColumn()

  private struct Ends: Hashable {
    let a: Position
    let b: Position

    init(_ a: Position, _ b: Position) {
      (self.a, self.b) = (a.x, a.y) < (b.x, b.y) ? (a, b) : (b, a)
    }
  }

  init(_ landscape: Landscape) throws {
    var lines: [[Position]] = []
    for column in [landscape.range, landscape.regions] {
      lines += (0..<column.rings.count).map { column.rings.positions(of: $0) }
    }
    let paths = landscape.barriers.paths
    lines += (0..<paths.count).map { paths.positions(of: $0) }
    lines = lines.filter { line in line.contains { $0 != line[0] } }
    let noded = try geos.makeLine(row: 0, of: LineColumn([lines])).unaryUnion()
    var polygons = GeometryColumn()
    try polygons.append(noded.polygonized(), only: .polygon)
    var segments = GeometryColumn()
    try segments.append(noded, only: .line)
    try findCells(polygons.polygons, landscape)
    try findSegments(segments.lines.paths, landscape)
  }

  private mutating func findCells(_ polygons: PolygonColumn, _ landscape: Landscape) throws {
    regions = Array(repeating: [], count: landscape.regions.count)
    for part in 0..<polygons.partCount {
      let rings = polygons.ringIndices(ofPart: part).map { polygons.rings.positions(of: $0) }
      let face = PolygonColumn([[rings]])
      // GEOS rounds nodes, which leaves faces of no size where several lines meet.
      guard try geos.makePolygon(row: 0, of: face).planarArea > 1e-13 else { continue }
      let inside = try geos.makePolygon(row: 0, of: face).pointOnSurface()
      guard
        try (0..<landscape.range.count).contains(where: {
          try geos.makePolygon(row: $0, of: landscape.range).contains(inside)
        })
      else { continue }
      for region in regions.indices {
        regions[region].append(
          try geos.makePolygon(row: region, of: landscape.regions).contains(inside))
      }
      areas.append(Self.area(rings))
      faces = PolygonColumn(faces.rows + [[rings]])
    }
  }

  /// The area in km² by geodesics between vertices 0.01° apart.
  static func area(_ rings: [[Position]]) -> Double {
    rings.enumerated().reduce(0) { sum, ring in
      let dense = zip(ring.element, ring.element.dropFirst()).flatMap { a, b in
        let steps = max(abs(b.x - a.x), abs(b.y - a.y), 0.01) / 0.01
        return stride(from: 0, to: 1, by: 1 / steps.rounded(.up)).flatMap {
          [a.x + $0 * (b.x - a.x), a.y + $0 * (b.y - a.y)]
        }
      }
      let area = abs(Geodesic.wgs84.signedArea(ofRing: dense.span)) / 1e6
      return ring.offset == 0 ? sum + area : sum - area
    }
  }

  private mutating func findSegments(_ paths: PathSet, _ landscape: Landscape) throws {
    var cellsOfSegments: [Ends: [Int]] = [:]
    for cell in areas.indices {
      for ring in faces.ringIndices(of: cell) {
        let ring = faces.rings.positions(of: ring)
        for (a, b) in zip(ring, ring.dropFirst()) {
          cellsOfSegments[Ends(a, b), default: []].append(cell)
        }
      }
    }
    for path in 0..<paths.count {
      let vertices = paths.positions(of: path)
      for (a, b) in zip(vertices, vertices.dropFirst()) {
        // What rounding leaves between nodes that are one.
        if abs(a.x - b.x) + abs(a.y - b.y) < 1e-9 { continue }
        let middle = Position((a.x + b.x) / 2, (a.y + b.y) / 2)
        let beside = cellsOfSegments[Ends(a, b)] ?? []
        let around =
          beside.isEmpty
          ? areas.indices.first { contains(faces.rings(of: $0), middle) }.map { [$0, $0] } : beside
        guard let around, around.count == 2 else { continue }
        segments.append(
          Segment(
            cells: (around[0], around[1]), length: Geodesic.wgs84.distance(from: a, to: b),
            passes: landscape.passes(on: a, b)))
      }
    }
  }
}

extension PolygonColumn {
  /// All rows as lists.
  fileprivate var rows: [[[[Position]]]] {
    (0..<count).map { row in
      partIndices(of: row).map { part in ringIndices(ofPart: part).map { rings.positions(of: $0) } }
    }
  }

  fileprivate func rings(of row: Int) -> [[Position]] {
    ringIndices(of: row).map { rings.positions(of: $0) }
  }
}

extension Landscape {
  /// The barriers that run along a segment, up to the rounding of nodes.
  fileprivate func passes(on a: Position, _ b: Position) -> [Int] {
    (0..<barriers.count).flatMap { row in
      barriers.pathIndices(of: row).flatMap { path in
        let vertices = barriers.paths.positions(of: path)
        return zip(vertices, vertices.dropFirst()).filter { from, to in
          from != to && distance(a, from, to) < 1e-10 && distance(b, from, to) < 1e-10
        }.map { _ in row }
      }
    }
  }

  /// The distance of a place from a segment, in degrees.
  private func distance(_ place: Position, _ from: Position, _ to: Position) -> Double {
    let (x, y) = (to.x - from.x, to.y - from.y)
    let along = ((place.x - from.x) * x + (place.y - from.y) * y) / (x * x + y * y)
    let t = min(max(along, 0), 1)
    let (dx, dy) = (place.x - from.x - t * x, place.y - from.y - t * y)
    return (dx * dx + dy * dy).squareRoot()
  }
}
