import Geometry
import TestSupport
import Testing

@testable import Overlay

@Suite("Polygon index")
struct PolygonIndexTests {
  private static func index(
    _ rings: [[Position]], window: Box? = nil
  ) throws -> (index: PolygonIndex, box: Box) {
    let column = PolygonColumn([[rings]])
    let box = column.box(of: 0)
    return (try PolygonIndex(column, row: 0, box: box, window: window), box)
  }

  /// The parity of edges above, over all edges, without an index.
  private static func isInside(_ origin: Position, _ rings: [[Position]]) -> Bool {
    var isOdd = false
    for ring in rings {
      for (c, d) in zip(ring, ring.dropFirst()) where (c.x > origin.x) != (d.x > origin.x) {
        let (west, east) = c.x > origin.x ? (d, c) : (c, d)
        if orientation(west, east, origin) < 0 { isOdd.toggle() }
      }
    }
    return isOdd
  }

  @Test(arguments: ShapeGenerator.Family.allCases, [false, true])
  func `positions and boxes are decided as without an index`(
    family: ShapeGenerator.Family, isOnLattice: Bool
  ) throws {
    var shapes = ShapeGenerator(seed: 31)
    for round in 0..<30 {
      let motion = isOnLattice ? { $0 } : shapes.motion()
      let rings = shapes.polygon(family).flatMap(\.self).map { $0.map(motion) }
      try Self.probe(rings, withWindow: round % 2 == 1, &shapes)
    }
  }

  @Test(arguments: [100, 3000])
  func `many edges are decided as without an index`(count: Int) throws {
    var shapes = ShapeGenerator(seed: 32)
    for round in 0..<6 {
      try Self.probe([shapes.coast(vertices: count)], withWindow: round > 2, &shapes)
    }
  }

  private static func probe(
    _ rings: [[Position]], withWindow: Bool, _ shapes: inout ShapeGenerator
  ) throws {
    let (whole, box) = try index(rings)
    let window = withWindow ? shapes.window(in: box, rings) : nil
    let index = try window.map { try Self.index(rings, window: $0).index } ?? whole
    for _ in 0..<60 {
      let probe = shapes.window(in: window ?? box, rings)
      let origin = Position(probe.minX, probe.minY)
      let expected = isInside(origin, rings)
      #expect(index.isInsideRightOfUp(origin) == expected)
      switch index.cover(of: probe) {
      case .mixed: break
      case .inside: #expect(isFree(of: rings, probe) && expected)
      case .outside: #expect(isFree(of: rings, probe) && !expected)
      }
    }
  }

  @Test(arguments: [1, 256, 262_144])
  func `a box has about as many cells as asked for, however thin it is`(cells: Int) {
    for (width, height) in [(1, 1), (1, 1e-12), (1e-300, 1), (1e300, 1e-300), (3, 0), (0, 0)] {
      let frame = CellFrame(
        Box(minX: 0, minY: 0, maxX: width, maxY: height), cells: cells, leastSize: 0)
      #expect(frame.columns * frame.rows <= 4 * cells)
    }
  }

  /// Steps on a lattice whose cells are 1 wide, so that every step lies on their borders.
  @Test func `every position of an edge lies in one of its cells`() {
    var random = SeededGenerator(seed: 33)
    let box = Box(minX: 0, minY: 0, maxX: 1024, maxY: 1024)
    let frame = CellFrame(box, cells: 1024 * 1024, leastSize: 1)
    var missed: [String] = []
    for _ in 0..<4000 {
      func whole(_ range: ClosedRange<Int>) -> Double {
        Double(Int.random(in: range, using: &random))
      }
      let (count, x, y) = (Int.random(in: 2...9, using: &random), whole(1...50), whole(-50...50))
      let steps = (0...count).map { Position(20 + Double($0) * x, 512 + Double($0) * y) }
      let (c, d) = (steps[0], steps[count])
      var cells: [Int: ClosedRange<Int>] = [:]
      frame.forEachRun(from: c, in: frame.cell(c), to: d, in: frame.cell(d)) { cells[$0] = $1 }
      for step in steps {
        let cell = frame.cell(step)
        if cells[cell.column]?.contains(cell.row) != true { missed.append("\(c) \(d) \(step)") }
      }
    }
    #expect(missed.isEmpty)
  }

  /// The boundary above the window has a vertex just beyond its eastern edge.
  @Test func `the last column of a window is decided inside the window`() throws {
    let ring = [
      Position(-10, -5), Position(10, -5), Position(10, 6), Position(1.2, 5), Position(-10, 5),
      Position(-10, -5),
    ]
    let (index, _) = try Self.index([ring], window: Box(minX: 0, minY: 0, maxX: 1, maxY: 1))
    for x in [0, 0.5, 1] {
      #expect(index.cover(of: Box(minX: x, minY: 0.5, maxX: x, maxY: 0.5)) == .inside)
    }
  }

  /// Whether no edge passes through a box.
  private static func isFree(of rings: [[Position]], _ box: Box) -> Bool {
    let corners = [
      Position(box.minX, box.minY), Position(box.maxX, box.minY), Position(box.maxX, box.maxY),
      Position(box.minX, box.maxY),
    ]
    let sides = zip(corners, corners[1...] + corners[..<1])
    return rings.allSatisfy { ring in
      zip(ring, ring.dropFirst()).allSatisfy { c, d in
        !box.contains(x: c.x, y: c.y)
          && sides.allSatisfy { $0 == $1 || c == d || meeting($0, $1, c, d) == .apart }
      }
    }
  }
}
