import Geometry
import Testing

/// Vertices so near to each other that their fractions cannot tell which is first.
@Test(arguments: [
  (Position(0, 0), Position(1e6, 0), Position(1, 0), Position(1.0.nextUp, 0)),
  (Position(0, 0), Position(0, 1e6), Position(0, 1), Position(0, 1.0.nextUp)),
  (Position(0, 0), Position(1e6, 1e6), Position(3, 3), Position(3.0.nextUp, 3.0.nextUp)),
])
func `neighbouring vertices on a segment are in exact order`(
  a: Position, b: Position, near: Position, far: Position
) {
  let (first, second) = (SegmentPlace(vertex: near, on: a, b), SegmentPlace(vertex: far, on: a, b))
  #expect(first.order(against: second, along: a, b) == -1)
  #expect(second.order(against: first, along: a, b) == 1)
  #expect(first.order(against: first, along: a, b) == 0)
  let (back, front) = (SegmentPlace(vertex: near, on: b, a), SegmentPlace(vertex: far, on: b, a))
  #expect(back.order(against: front, along: b, a) == 1)
  #expect(front.order(against: back, along: b, a) == -1)
}

/// An edge crosses exactly at, just before or just behind a vertex.
@Test func `a vertex and a crossing on a segment are in exact order`() {
  let (a, b) = (Position(0, 0), Position(1e6, 0))
  let vertex = SegmentPlace(vertex: Position(3, 0), on: a, b)
  for (x, order) in [(3.0.nextDown, 1), (3.0, 0), (3.0.nextUp, -1)] {
    let edge = SegmentPlace(edge: Position(x, -2), Position(x, 2), across: a, b)
    #expect(vertex.order(against: edge, along: a, b) == order)
    #expect(edge.order(against: vertex, along: a, b) == -order)
  }
}
