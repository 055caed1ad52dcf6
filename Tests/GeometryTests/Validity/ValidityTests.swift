import Geometry
import Testing

/// A closed rectangle.
private func rectangle(
  _ west: Double, _ south: Double, _ east: Double, _ north: Double
) -> [Position] {
  [
    Position(west, south), Position(east, south), Position(east, north), Position(west, north),
    Position(west, south),
  ]
}

/// A closed ring through positions.
private func ring(_ positions: (Double, Double)...) -> [Position] {
  (positions + positions.prefix(1)).map { Position($0.0, $0.1) }
}

private func rhombus(_ x: Double, _ y: Double, _ radius: Double = 1) -> [Position] {
  ring((x - radius, y), (x, y - radius), (x + radius, y), (x, y + radius))
}

/// The validity of one polygon, given as its parts.
private func validity(_ parts: [[Position]]...) -> Validity {
  PolygonColumn([parts]).validity(ofRow: 0)
}

private let square = rectangle(0, 0, 8, 8)

@Test func `polygons with holes, islands in holes and repeated vertices are valid`() {
  #expect(validity([square]).isValid)
  #expect(validity([square, rectangle(1, 1, 2, 2), rectangle(3, 1, 5, 5)]).isValid)
  #expect(validity([square, rectangle(1, 1, 7, 7)], [rectangle(2, 2, 6, 6)]).isValid)
  #expect(validity([rectangle(2, 2, 6, 6)], [square, rectangle(1, 1, 7, 7)]).isValid)
  #expect(validity([square.flatMap { [$0, $0, $0] }]).isValid)
  #expect(validity([square], [rectangle(9, 0, 10, 1)]).complaint == nil)
}

@Test func `nothing is valid`() {
  #expect(validity().isValid)
  #expect(validity([]).isValid)
  #expect(validity([[]]).isValid)
  #expect(validity([square, []], [[]]).isValid)
  #expect(validity([[], square]) == .invalid(.holeOutsideShell, at: Position(0, 0)))
}

@Test func `rings must be finite, closed and more than an edge`() {
  for broken in [Double.nan, .infinity, -.infinity] {
    let result = validity([square, ring((1, 1), (2, 1), (2, broken))])
    guard case .invalid(.coordinate, let position) = result else {
      Issue.record("\(broken): \(result)")
      continue
    }
    #expect(position.x == 2 && !position.y.isFinite)
  }
  let open = Array(square.dropLast())
  #expect(validity([open]) == .invalid(.notClosed, at: Position(0, 0)))
  let flat = ring((3, 3), (4, 4))
  #expect(validity([square, flat]) == .invalid(.tooFewPositions, at: Position(3, 3)))
}

@Test func `a ring may not meet itself`() {
  let bowTie = validity([ring((0, 0), (2, 2), (2, 0), (0, 2))])
  #expect(bowTie == .invalid(.selfIntersection, at: Position(1, 1)))
  #expect(bowTie.complaint == "Self-intersection at 1.0, 1.0")
  let pinched = validity([ring((0, 0), (2, 0), (1, 1), (2, 2), (0, 2), (1, 1))])
  #expect(pinched.complaint == "Ring Self-intersection at 1.0, 1.0")
  let touchingItsEdge = validity([ring((0, 0), (8, 0), (8, 8), (4, 0), (0, 8))])
  #expect(touchingItsEdge == .invalid(.ringSelfIntersection, at: Position(4, 0)))
  let spike = validity([ring((0, 0), (8, 0), (8, 8), (8, 9), (8, 8), (0, 8))])
  #expect(spike == .invalid(.selfIntersection, at: Position(8, 9)))
  let spikeWithPause = validity([ring((0, 0), (8, 0), (8, 9), (8, 9), (8, 8), (0, 8))])
  #expect(spikeWithPause == .invalid(.selfIntersection, at: Position(8, 9)))
  let flat = validity([ring((0, 0), (2, 0), (4, 0), (2, 0))])
  #expect(flat.complaint?.hasPrefix("Self-intersection") == true)
}

@Test func `a contact is found wherever it is on a long ring`() {
  // A wall with a thousand steps, and a thorn of the ring that reaches one of them.
  for step in stride(from: 3, to: 1000, by: 37) {
    func stairs(thorn: Double) -> [Position] {
      let wall = (0...1000).flatMap { [Position(Double($0), 0), Position(Double($0) + 0.5, 1)] }
      let (x, top) = (Double(step), 5.0)
      let roof = [
        Position(1001, top), Position(x + 0.25, top), Position(x, thorn), Position(x - 0.25, top),
        Position(0, top),
      ]
      return wall + roof + [wall[0]]
    }
    #expect(validity([stairs(thorn: 1)]).isValid)
    #expect(
      validity([stairs(thorn: 0)]) == .invalid(.ringSelfIntersection, at: Position(Double(step), 0))
    )
    #expect(validity([stairs(thorn: -1)]).complaint?.hasPrefix("Self-intersection") == true)
  }
}

@Test func `rings may touch at single positions, but neither cross nor share edges`() {
  // At a vertex of both, on an edge of one, between parts.
  #expect(validity([square, ring((0, 0), (2, 1), (1, 2))]).isValid)
  #expect(validity([square, rhombus(1, 4)]).isValid)
  #expect(validity([square], [rectangle(8, 8, 9, 9)], [rhombus(-1, 4)]).isValid)
  #expect(
    validity([rhombus(0, 0)], [rhombus(2, 0)], [rhombus(1, 1, 0.5), rhombus(1, 1, 0.5)]).complaint?
      .hasPrefix("Self-intersection") == true)
  for other in [rectangle(8, 2, 9, 3), rectangle(7, 7, 9, 9), square, square.reversed()] {
    #expect(validity([square], [other]).complaint?.hasPrefix("Self-intersection at") == true)
  }
  #expect(validity([square], [ring((7, 9), (9, 7), (9, 9))]).isValid)
  // The ring of a hole passes from the inside of the shell to its outside at a vertex of both.
  let crossing = validity([
    ring((0, 0), (4, 0), (8, 0), (8, 8), (0, 8)), ring((4, 0), (3, 2), (2, -2)),
  ])
  #expect(crossing.complaint?.hasPrefix("Self-intersection") == true)
  let crossingAtEdge = validity([square, ring((4, 0), (5, 2), (4, -1), (3, 2))])
  #expect(!crossingAtEdge.isValid)
}

@Test func `holes lie within their shell and beside each other`() {
  let outside = validity([square, rectangle(9, 9, 10, 10)])
  #expect(outside == .invalid(.holeOutsideShell, at: Position(9, 9)))
  #expect(validity([square, rhombus(4, 9)]) == .invalid(.holeOutsideShell, at: Position(3, 9)))
  let nested = validity([square, rectangle(1, 1, 7, 7), rectangle(2, 2, 3, 3)])
  #expect(nested == .invalid(.nestedHoles, at: Position(2, 2)))
  // The inner one touches the outer one in its highest corner.
  let hanging = validity([square, rhombus(4, 4, 2), ring((4, 6), (3.5, 5), (4.5, 5))])
  #expect(hanging == .invalid(.nestedHoles, at: Position(4, 6)))
  #expect(
    validity([square, rectangle(1, 1, 2, 2)], [rectangle(10, 0, 18, 8), rectangle(3, 3, 4, 4)])
      == .invalid(.holeOutsideShell, at: Position(3, 3)))
}

@Test func `a part lies within another one only in a hole of it`() {
  #expect(
    validity([square], [rectangle(2, 2, 3, 3)]) == .invalid(.nestedShells, at: Position(2, 2)))
  #expect(
    validity([rhombus(4, 1)], [square]) == .invalid(.nestedShells, at: Position(3, 1)))
  #expect(validity([square, rhombus(4, 4, 3)], [ring((4, 7), (3.5, 5), (4.5, 5))]).isValid)
  #expect(
    validity([square, rhombus(2, 4)], [rhombus(4, 4)])
      == .invalid(.nestedShells, at: Position(3, 4)))
  // An island in a hole, with a hole in which another island touches its border.
  #expect(
    validity(
      [rectangle(0, 0, 20, 20), rectangle(1, 1, 19, 19)],
      [rectangle(2, 2, 18, 18), rectangle(3, 3, 17, 17)], [rhombus(10, 16)]
    ).isValid)
}

@Test func `touching rings may not cut the inside in two`() {
  let twice = validity([square, ring((0, 4), (4, 1), (8, 4), (4, 7))])
  #expect(twice.complaint?.hasPrefix("Interior is disconnected") == true)
  let bridge = validity([square, ring((0, 4), (2, 3), (4, 4), (2, 5)), rhombus(5, 4)])
  #expect(bridge.isValid)
  let dam = validity([
    square, ring((0, 4), (2, 3), (4, 4), (2, 5)), ring((4, 4), (6, 3), (8, 4), (6, 5)),
  ])
  #expect(dam.complaint?.hasPrefix("Interior is disconnected") == true)
  // Four holes around a place that they enclose, and four that meet in one position.
  let around = [
    ring((4, 2), (6, 4), (6, 2)), ring((6, 4), (4, 6), (6, 6)), ring((4, 6), (2, 4), (2, 6)),
    ring((2, 4), (4, 2), (2, 2)),
  ]
  #expect(validity([square] + around.dropLast()).isValid)
  #expect(
    validity([square] + around).complaint?.hasPrefix("Interior is disconnected") == true)
  let clover = validity([
    square, ring((4, 4), (5, 5), (4, 6)), ring((4, 4), (5, 3), (6, 4)),
    ring((4, 4), (3, 3), (4, 2)),
    ring((4, 4), (3, 5), (2, 4)),
  ])
  #expect(clover.isValid)
  // Parts may enclose what they like.
  #expect(
    validity([rhombus(0, 1)], [rhombus(2, 1)], [ring((0, 0), (2, 0), (1, -1))]).isValid)
}

@Test func `rows are looked at one by one`() {
  let column = PolygonColumn([
    [[square]], [[square, rectangle(9, 9, 10, 10)]], [[rectangle(4, 4, 12, 12)]],
  ])
  #expect((0..<3).map { column.validity(ofRow: $0).isValid } == [true, false, true])
}

@Test(.timeLimit(.minutes(20)), arguments: [1e-300, 1e-170, 1e60, 1e160, 1e300])
func `ordinates of any size come to an end`(size: Double) {
  func scaled(_ parts: [[Position]]...) -> Validity {
    PolygonColumn([parts.map { $0.map { $0.map { Position($0.x * size, $0.y * size) } } }])
      .validity(ofRow: 0)
  }
  // Beyond the range of the predicates nothing else is promised.
  let results = [
    scaled([square, rhombus(4, 4, 3)], [ring((4, 7), (3.5, 5), (4.5, 5))]),
    scaled([square, rhombus(4, 4, 2), ring((4, 6), (3.5, 5), (4.5, 5))]),
    scaled([square, ring((0, 4), (2, 3), (4, 4), (2, 5)), rhombus(5, 4)]),
  ]
  if size == 1e60 { #expect(results.map(\.isValid) == [true, false, true]) }
}
