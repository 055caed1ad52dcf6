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

@Test(arguments: [0, 1, 16, 17, 256, 257, 4097])
func `a query among some items finds those of them`(count: Int) {
  var random = SeededGenerator(seed: UInt64(count) + 2)
  let boxes = (0..<count).map { _ in randomBox(&random, size: 3) }
  let index = PackedIndex(boxes, order: .given)
  for item in boxes.indices { #expect(index.box(of: item) == boxes[item]) }
  for _ in 0..<50 {
    let start = Int.random(in: 0...count, using: &random)
    let some = start..<Int.random(in: start...count, using: &random)
    let query = randomBox(&random, size: 40)
    var found: [Int] = []
    index.collect(meeting: query, among: some, into: &found)
    #expect(found == some.filter { boxes[$0].meets(query) })
  }
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

@Test(arguments: [0, 1, 2, 16, 17, 256, 257, 1000], [PackedIndex.Order.hilbert, .given])
func `every pair of boxes that meet is visited once`(count: Int, order: PackedIndex.Order) {
  var random = SeededGenerator(seed: UInt64(count) + 7)
  var boxes = (0..<count).map { _ in randomBox(&random, size: 6) }
  if count > 3 { boxes[3] = .empty }
  let index = PackedIndex(boxes, order: order)
  var pairs: [[Int]] = []
  index.forEachPair { first, second in
    pairs.append([min(first, second), max(first, second)])
    return true
  }
  var expected: [[Int]] = []
  for first in 0..<count {
    for second in first + 1..<max(count, first + 1) where boxes[first].meets(boxes[second]) {
      expected.append([first, second])
    }
  }
  #expect(pairs.sorted { $0.lexicographicallyPrecedes($1) } == expected)
  var visits = 0
  index.forEachPair { _, _ in
    visits += 1
    return visits < 3
  }
  #expect(visits == min(3, pairs.count))
}

@Test(arguments: [0, 1, 16, 300, 5000], [PackedIndex.Order.hilbert, .given])
func `boxes above a position are visited, and none that begin above the ceiling`(
  count: Int, order: PackedIndex.Order
) {
  var random = SeededGenerator(seed: UInt64(count) + 9)
  let boxes = (0..<count).map { _ in randomBox(&random, size: 4) }
  let index = PackedIndex(boxes, order: order)
  for _ in 0..<50 {
    let (x, y) = (
      Double.random(in: -55...55, using: &random), Double.random(in: -55...55, using: &random)
    )
    let above = boxes.indices.filter {
      boxes[$0].minX <= x && x <= boxes[$0].maxX && y <= boxes[$0].maxY
    }
    var all: [Int] = []
    index.forEachItem(at: x, from: y) {
      all.append($0)
      return .infinity
    }
    #expect(all.sorted() == above)
    var lowest = Double.infinity
    index.forEachItem(at: x, from: y) {
      lowest = min(lowest, boxes[$0].maxY)
      return lowest
    }
    #expect(lowest == above.map { boxes[$0].maxY }.min() ?? .infinity)
  }
}

@Test(arguments: [0, 1, 2, 3000])
func `keys are put in order, equal ones as they come`(count: Int) {
  var random = SeededGenerator(seed: UInt64(count))
  let keys = (0..<count).map { number -> UInt32 in
    let key = UInt32.random(in: .min ... .max, using: &random)
    return [key, key & 0xFFC0_0000, key >> 28, .max][number % 4]
  }
  let order = ascendingOrder(of: keys)
  #expect(order == (0..<Int32(count)).sorted { (keys[Int($0)], $0) < (keys[Int($1)], $1) })
}

@Test func `the Hilbert curve goes from cell to neighbouring cell`() {
  // The curve of the first 64 × 64 cells, read by its distances.
  var cells: [UInt32: (Int, Int)] = [:]
  for column in 0..<64 {
    for row in 0..<64 { cells[hilbertDistance(UInt32(column), UInt32(row))] = (column, row) }
  }
  #expect(cells.count == 4096)
  for distance in 1..<UInt32(4096) {
    guard let here = cells[distance], let before = cells[distance - 1] else {
      Issue.record("no cell at \(distance)")
      return
    }
    #expect(abs(here.0 - before.0) + abs(here.1 - before.1) == 1)
  }
}
