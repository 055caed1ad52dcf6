import GEOSBridge
import Geometry
import Overlay
import TestSupport
import Testing

@Suite struct SubdivisionTests {
  private static let square = [
    Position(0, 0), Position(4, 0), Position(4, 4), Position(0, 4), Position(0, 0),
  ]

  private func areas(_ lines: [[Position]]) async throws -> [Double] {
    try await PlanarFaces(lines).areas
  }

  @Test func `a line through a square makes two faces, one that ends inside makes none`()
    async throws
  {
    #expect(try await areas([Self.square]) == [16])
    #expect(try await areas([Self.square, [Position(1, -1), Position(1, 5)]]) == [4, 12])
    #expect(try await areas([Self.square, [Position(1, -1), Position(1, 3.9)]]) == [16])
    #expect(try await areas([Self.square, [Position(1, 0), Position(1, 4)]]) == [4, 12])
  }

  @Test func `lines that only touch close a face, lines with a gap do not`() async throws {
    let west = [Position(0, 2), Position(2, 2)]
    #expect(try await areas([Self.square, west, [Position(2, 2), Position(4, 2)]]) == [8, 8])
    #expect(try await areas([Self.square, west, [Position(2, 0), Position(2, 4)]]) == [4, 4, 8])
    #expect(try await areas([Self.square, west, [Position(2.1, 2), Position(4, 2)]]) == [16])
  }

  @Test func `three lines through one place that is no vertex make six faces`() async throws {
    let lines = [
      [Position(-1, -1), Position(5, 5)], [Position(-1, 5), Position(5, -1)],
      [Position(2, -1), Position(2, 5)],
    ]
    #expect(try await areas([Self.square] + lines) == [2, 2, 2, 2, 4, 4])
  }

  @Test func `a loop inside is a face and a hole in the one around it`() async throws {
    let loop = [Position(1, 1), Position(2, 1), Position(2, 2), Position(1, 2), Position(1, 1)]
    let faces = try await PlanarFaces([Self.square, loop])
    #expect(faces.areas == [1, 15])
    #expect(faces.polygons.rings.count == 3)
    let within = [
      Position(1.25, 1.25), Position(1.5, 1.25), Position(1.5, 1.5), Position(1.25, 1.25),
    ]
    #expect(try await areas([within, loop, Self.square]) == [0.03125, 0.96875, 15])
  }

  @Test func `a loop that hangs on a corner makes rings that touch`() async throws {
    let loop = [Position(0, 0), Position(2, 1), Position(1, 2), Position(0, 0)]
    let faces = try await PlanarFaces([Self.square, loop])
    #expect(faces.areas == [1.5, 14.5])
    #expect(faces.polygons.rings.count == 3)
    #expect((0..<2).allSatisfy { faces.polygons.validity(ofRow: $0) == .valid })
  }

  @Test func `what runs along a boundary is one edge with it`() async throws {
    let along = [Position(1, 0), Position(3, 0), Position(4, 0), Position(5, 0)]
    let faces = try await PlanarFaces([Self.square, along])
    #expect(faces.areas == [16])
    let edges = faces.subdivision.edges.indices
    let shared = edges.filter { faces.subdivision.arcs(along: $0).count == 2 }
    #expect(shared.count == 2)
  }

  @Test func `nothing divides nothing`() async throws {
    #expect(try await areas([]) == [])
    #expect(try await areas([[Position(1, 1), Position(1, 1)]]) == [])
    #expect(try await areas([[Position(1, 1), Position(2, 1)]]) == [])
  }

  @Test(arguments: 0..<40) func `faces are those of GEOS and of Euler`(seed: Int) async throws {
    for round in 0..<25 {
      var shapes = ShapeGenerator(seed: UInt64(1000 * seed + round))
      let family = ShapeGenerator.Family.allCases[(seed + round) % 10]
      let polygon = shapes.polygon(family)
      var lines = polygon.flatMap(\.self)
      for _ in 0..<Int.random(in: 1...8, using: &shapes.random) {
        lines.append(shapes.awkwardLine(near: polygon))
      }
      let faces = try await PlanarFaces(lines)
      let expected = try PlanarFaces.areasByGEOS(lines)
      let comment = Comment(rawValue: "seed \(1000 * seed + round), \(lines)")
      try #require(faces.areas.count == expected.count, comment)
      for (own, other) in zip(faces.areas, expected) { #expect(abs(own - other) < 1e-9, comment) }
      #expect(faces.obeysEuler, comment)
    }
  }

  @Test(arguments: 0..<20) func `moved off the lattice, faces stay those of GEOS`(seed: Int)
    async throws
  {
    var shapes = ShapeGenerator(seed: UInt64(seed))
    let polygon = shapes.polygon(ShapeGenerator.Family.valid[seed % 8])
    let motion = shapes.motion()
    var lines = polygon.flatMap(\.self).map { $0.map(motion) }
    for _ in 0..<12 { lines.append(shapes.freeLine(across: polygon).map(motion)) }
    let faces = try await PlanarFaces(lines)
    let expected = try PlanarFaces.areasByGEOS(lines)
    #expect(faces.obeysEuler)
    // Where three lines all but meet, rounding opens or closes a face of no size.
    let (own, other) = (faces.areas.filter { $0 > 1e-9 }, expected.filter { $0 > 1e-9 })
    try #require(own.count == other.count)
    for (own, other) in zip(own, other) { #expect(abs(own - other) < 1e-9) }
  }

  @Test(arguments: 0..<30) func `coverage counts the polygons around a face`(seed: Int) async throws
  {
    var shapes = ShapeGenerator(seed: UInt64(seed))
    let polygons = (0..<4).map { shapes.polygon(ShapeGenerator.Family.valid[(seed + $0) % 8]) }
    let column = PolygonColumn(polygons)
    var lines = LineColumn()
    for row in polygons.indices { lines.append(boundaryOf: row, of: column) }
    let fence = LineColumn([[shapes.line(near: polygons[0])]])
    lines.append(0, of: fence)
    let subdivision = try await Subdivision(lines)
    let coverage = subdivision.coverage { $0 < 4 }
    let geos = GEOSContext()
    let faces = subdivision.polygons(
      of: (0..<subdivision.faceCount).map { $0 - 1 }, count: subdivision.faceCount - 1)
    for face in 1..<subdivision.faceCount {
      let inside = try geos.makePolygon(row: face - 1, of: faces).pointOnSurface()
      var count = 0
      for row in polygons.indices
      where try geos.makePolygon(row: row, of: column).contains(inside) { count += 1 }
      #expect(coverage[face] == count, "seed \(seed), face \(face)")
    }
  }

  @Test func `the same on one core and on two`() async throws {
    var random = SeededGenerator(seed: 3)
    let lines = LineColumn(
      (0..<300).map { _ in
        let (x, y) = (Double.random(in: 0...9, using: &random), Double(40))
        return [
          (0..<20).map { step in
            Position(
              x + .random(in: 0...1, using: &random),
              y + Double(step) / 2 + .random(in: 0...1, using: &random))
          }
        ]
      })
    let (one, two) = try await (Subdivision(lines, jobs: 1), Subdivision(lines, jobs: 2))
    #expect(one.edges == two.edges && one.nodes == two.nodes)
    #expect(try await one.areas(jobs: 1) == two.areas(jobs: 2))
  }
}

/// All faces of a subdivision but the one without end, with their areas in the plane, ascending.
struct PlanarFaces {
  let subdivision: Subdivision
  let polygons: PolygonColumn
  let areas: [Double]
  private let lines: [[Position]]

  init(_ lines: [[Position]]) async throws {
    self.lines = lines
    subdivision = try await Subdivision(LineColumn(lines.map { [$0] }))
    polygons = subdivision.polygons(
      of: (0..<subdivision.faceCount).map { $0 - 1 }, count: subdivision.faceCount - 1)
    areas = Self.areas(of: polygons)
  }

  private static func areas(of polygons: PolygonColumn) -> [Double] {
    (0..<polygons.partCount).map { part in
      let rings = polygons.ringIndices(ofPart: part)
      return rings.reduce(0) { sum, ring in
        let area = polygons.rings.withPath(at: ring) { abs(Ring.doubledArea($0)) } / 2
        return ring == rings.lowerBound ? area : sum - area
      }
    }.sorted()
  }

  /// The areas that GEOS finds: lines united, which puts nodes where they meet, then polygonized.
  static func areasByGEOS(_ lines: [[Position]]) throws -> [Double] {
    let geos = GEOSContext()
    let real = lines.filter { line in line.contains { $0 != line[0] } }
    let united = try geos.makeLine(row: 0, of: LineColumn([real])).unaryUnion()
    var column = GeometryColumn()
    try column.append(united.polygonized())
    // Nodes that GEOS rounds may leave faces of no size.
    return areas(of: column.polygons).filter { $0 > 1e-9 }
  }

  /// Whether V − E + F = 1 + C, with C islands counted by their nodes.
  var obeysEuler: Bool {
    var sets = Array(subdivision.nodes.indices)
    func root(_ node: Int) -> Int {
      var node = node
      while sets[node] != node { node = sets[node] }
      return node
    }
    for edge in subdivision.edges { sets[root(edge.from)] = root(edge.to) }
    let islands = sets.indices.count { root($0) == $0 }
    return subdivision.nodes.count - subdivision.edges.count + subdivision.faceCount == 1 + islands
  }
}
