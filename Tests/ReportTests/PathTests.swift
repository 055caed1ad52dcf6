import Geometry
import TestSupport
import Testing

@testable import Report

/// A place on a drawing.
private typealias Place = SIMD2<Double>

/// The subpaths of the data of a path, as a browser reads them.
private func subpaths(_ data: PathData) -> [[Place]] {
  var pen = Place(0, 0)
  return data.text.split(separator: "m").map { part in
    let numbers = part.matches(of: /-?\d+/).compactMap { Double($0.0) }
    var places: [Place] = []
    for index in stride(from: 0, to: numbers.count, by: 2) {
      pen += Place(numbers[index], numbers[index + 1])
      places.append(pen)
    }
    if part.hasSuffix("z") { pen = places[0] }
    return places
  }
}

private func distance(_ place: Place, from path: [Place]) -> Double {
  zip(path, path.dropFirst()).map { a, b in
    let (way, offset) = (b - a, place - a)
    let length = (way * way).sum()
    let part = length > 0 ? min(max((way * offset).sum() / length, 0), 1) : 0
    let rest = offset - way * part
    return (rest * rest).sum().squareRoot()
  }.min() ?? .infinity
}

/// A walk that wanders, stands still and turns back.
private func walk(_ count: Int, step: Double, _ random: inout SeededGenerator) -> [Place] {
  var places = [Place(5000, 3000)]
  while places.count < count {
    let stays = Int.random(in: 0..<9, using: &random) == 0
    places.append(
      places[places.count - 1]
        + (stays
          ? .zero
          : Place(
            .random(in: -step...step, using: &random), .random(in: -step...step, using: &random))))
  }
  return places
}

private func flat(_ places: [Place]) -> [Double] { places.flatMap { [$0.x, $0.y] } }

/// The vertices that a simplifier leaves.
private func vertices(_ xy: [Double], _ tolerance: Double) -> [Int] {
  var simplifier = PathSimplifier(tolerance: tolerance)
  return simplifier.vertices(of: xy.span)
}

private func doubledArea(_ places: [Place]) -> Double {
  Ring.doubledArea(flat(places + places.prefix(1)).span)
}

@Suite struct PathTests {
  @Test(arguments: UInt64(1)...12)
  func `no vertex strays further than the tolerance`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let places = walk(3000, step: [0.3, 2, 20][Int(seed % 3)], &random)
    for tolerance in [0.3, 1] {
      var data = PathData(tolerance: tolerance)
      data.appendLine(flat(places).span)
      let drawn = subpaths(data)
      #expect(drawn.count == 1)
      let worst = places.map { distance($0, from: drawn[0]) }.max() ?? 0
      #expect(worst <= tolerance * PathData.tenths + 1e-9)
    }
  }

  @Test func `a straight run of many vertices becomes few`() {
    #expect(vertices((0..<10_000).flatMap { [Double($0) / 10, 0.2] }, 0.5).count <= 11)
    #expect(vertices([], 0.5) == [])
    #expect(vertices([1, 2], 0.5) == [0])
    #expect(vertices([1, 2, 3, 4], 0.5) == [0, 1])
  }

  @Test func `a way there and back keeps its far end`() {
    #expect(vertices([0, 0, 50, 0, 100, 0, 50, 0, 0, 0], 1) == [0, 2, 4])
  }

  @Test func `steps are relative and as short as they can be`() {
    var data = PathData(tolerance: 0.3)
    data.appendLine([100, 200, 110, 190, 130, 240].span)
    data.appendLine([0, 0, 0, 50].span)
    #expect(data.text == "m100 200 10-10 20 50m-130-240 0 50")
  }

  @Test func `what is too short to be seen is a dot, one for each pixel`() {
    var data = PathData(tolerance: 0.3)
    for shift in 0..<5 { data.appendLine([40 + Double(shift) / 2, 40, 41, 41].span) }
    #expect(data.text == "m40 40 1 0")
    data.appendLine([400, 40, 401, 41].span)
    #expect(subpaths(data).count == 2)
    data.appendLine([700, 700].span)
    #expect(subpaths(data).count == 3)
  }

  @Test func `shells run one way, holes the other`() {
    let square = [Place(0, 0), Place(0, 90), Place(90, 90), Place(90, 0), Place(0, 0)]
    for ring in [square, square.reversed()] {
      var (shell, hole) = (PathData(tolerance: 0.3), PathData(tolerance: 0.3))
      shell.appendRing(flat(ring).span, isHole: false)
      hole.appendRing(flat(ring).span, isHole: true)
      for (data, isPositive) in [(shell, true), (hole, false)] {
        let places = subpaths(data)[0]
        #expect(places.count == 4)
        let area = doubledArea(places)
        #expect(abs(area) == 16_200 && (area > 0) == isPositive)
      }
    }
  }

  @Test func `a small shell stays as a dot and a small hole goes`() {
    let tiny: [Double] = [10, 10, 12, 10, 11, 12, 10, 10]
    var data = PathData(tolerance: 0.3)
    data.appendRing(tiny.span, isHole: true)
    #expect(data.bytes.isEmpty)
    data.appendRing(tiny.span, isHole: false)
    data.appendRing(tiny.span, isHole: false)
    #expect(subpaths(data).count == 1)
    #expect(data.text.hasSuffix("z"))
  }

  @Test func `a sliver keeps its length`() {
    var data = PathData(tolerance: 0.3)
    data.appendRing([0, 0, 500, 1, 1000, 0, 500, 0, 0, 0].span, isHole: false)
    let places = subpaths(data)[0]
    #expect(places.contains(Place(0, 0)) && places.contains(Place(1000, 0)))
  }
}
