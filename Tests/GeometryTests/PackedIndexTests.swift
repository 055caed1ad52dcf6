import Geometry
import TestSupport
import Testing

private func randomBox(_ random: inout SeededGenerator, size: Double) -> Box {
  let (x, y) = (
    Double.random(in: -50...50, using: &random), Double.random(in: -50...50, using: &random)
  )
  return Box(
    minX: x, minY: y, maxX: x + Double.random(in: 0...size, using: &random),
    maxY: y + Double.random(in: 0...size, using: &random))
}

@Test(arguments: [0, 1, 2, 15, 16, 17, 255, 256, 257, 4097], [PackedIndex.Order.hilbert, .given])
func `a query finds what a look at every box finds`(count: Int, order: PackedIndex.Order) {
  var random = SeededGenerator(seed: UInt64(count) + 1)
  var boxes = (0..<count).map { _ in randomBox(&random, size: 3) }
  if count > 3 { boxes[3] = .empty }
  let index = PackedIndex(boxes, order: order)
  #expect(index.count == count)
  for _ in 0..<50 {
    let query = randomBox(&random, size: 20)
    #expect(index.items(meeting: query) == boxes.indices.filter { boxes[$0].meets(query) })
  }
  #expect(index.items(meeting: .empty).isEmpty)
  let everything = Box(minX: -1e9, minY: -1e9, maxX: 1e9, maxY: 1e9)
  #expect(index.items(meeting: everything).count == boxes.count { !$0.isEmpty })
}

@Test func `the box around all items is kept`() {
  let boxes = [Box(minX: -3, minY: 1, maxX: 2, maxY: 4), Box(minX: 0, minY: -7, maxX: 9, maxY: 0)]
  #expect(PackedIndex(boxes).box == boxes[0].union(boxes[1]))
  #expect(PackedIndex([]).box == .empty)
}

@Test func `the area of a ring is signed, and defects are told apart`() {
  let square: [Double] = [0, 0, 2, 0, 2, 2, 0, 2, 0, 0]
  #expect(Ring.doubledArea(square.span) == 8)
  let clockwise: [Double] = [0, 0, 0, 2, 2, 2, 2, 0, 0, 0]
  #expect(Ring.doubledArea(clockwise.span) == -8)
  #expect(Ring.defect(square.span) == nil)
  let open: [Double] = [0, 0, 2, 0, 2, 2]
  #expect(Ring.defect(open.span) == .notClosed)
  let flat: [Double] = [0, 0, 2, 0, 2, 0, 0, 0]
  #expect(Ring.defect(flat.span) == .tooFewPositions)
  let broken: [Double] = [0, 0, .nan, 0, 2, 2, 0, 0]
  #expect(Ring.defect(broken.span) == .notFinite)
  #expect(Ring.defect([Double]().span) == .tooFewPositions)
}
