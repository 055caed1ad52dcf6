import Geometry
import Overlay
import TestSupport
import Testing

/// Moves lines and a polygon.
private func mapped(_ shape: [[[Position]]], _ move: (Position) -> Position) -> [[[Position]]] {
  shape.map { $0.map { $0.map(move) } }
}

/// Powers of two that make the lattice as small and as large as doubles can be, with 1e-300 and
/// 1e300 among them; the two axes need not be alike.
private let exponents = [
  (-1060, -1060), (-996, -996), (-530, -530), (520, 520), (996, 996), (1015, 1015), (5, -3),
  (-300, 310),
]

private func scale(_ exponent: (Int, Int)) -> (Position) -> Position {
  {
    Position(
      Double(sign: .plus, exponent: exponent.0, significand: $0.x),
      Double(sign: .plus, exponent: exponent.1, significand: $0.y))
  }
}

/// 10 × 8 × 40 × 10 = 32,000 cases.
@Test(
  "places are the same bits at every magnitude", arguments: ShapeGenerator.Family.allCases,
  exponents.indices)
func placesDoNotDependOnMagnitude(family: ShapeGenerator.Family, index: Int) async throws {
  var shapes = ShapeGenerator(seed: 5001)
  let exponent = exponents[index]
  let move = scale(exponent)
  for _ in 0..<40 {
    let polygon = shapes.polygon(family)
    let lines = (0..<10).map { _ in shapes.awkwardLine(near: polygon) }
    let expected = try await planarCuts(lines, polygon)
    let found = try await planarCuts(mapped([lines], move)[0], mapped(polygon, move))
    #expect(found.topology == expected.topology)
    if exponent.0 == exponent.1 && exponent.0 > -1000 {
      let lengths = found.meetings.map {
        Double(sign: .plus, exponent: -exponent.0, significand: $0.insideLength + $0.boundaryLength)
      }
      #expect(lengths == expected.meetings.map { $0.insideLength + $0.boundaryLength })
    }
    if found.topology != expected.topology { return }
  }
}

/// 10 × 4 × 4 × 10 = 1,600 cases.
@Test(
  "places are the same bits when one axis is huge and the other tiny",
  arguments: ShapeGenerator.Family.allCases, [(-996, 996), (1000, -1000), (0, -1060), (1010, 0)])
func placesDoNotDependOnMagnitudesApart(
  family: ShapeGenerator.Family, exponent: (Int, Int)
) async throws {
  var shapes = ShapeGenerator(seed: 5002)
  let move = scale(exponent)
  for _ in 0..<4 {
    let polygon = shapes.polygon(family)
    let lines = (0..<10).map { _ in shapes.awkwardLine(near: polygon) }
    let expected = try await planarCuts(lines, polygon)
    let found = try await planarCuts(mapped([lines], move)[0], mapped(polygon, move))
    #expect(found.topology == expected.topology)
  }
}

/// 10 × 3 × 20 × 10 = 6,000 cases: at 2⁵⁰ a quarter is the last bit.
@Test(
  "places are the same bits wherever the lattice lies", arguments: ShapeGenerator.Family.allCases,
  [(0x1p10, -0x1p12), (0x1p49, 0x1p49), (-0x1p50, 0x1p20)])
func placesDoNotDependOnOrigin(
  family: ShapeGenerator.Family, offset: (Double, Double)
) async throws {
  var shapes = ShapeGenerator(seed: 5003)
  for _ in 0..<20 {
    let polygon = shapes.polygon(family)
    let lines = (0..<10).map { _ in shapes.awkwardLine(near: polygon) }
    let move = { (p: Position) in Position(p.x + offset.0, p.y + offset.1) }
    let expected = try await planarCuts(lines, polygon)
    let found = try await planarCuts(mapped([lines], move)[0], mapped(polygon, move))
    #expect(found.topology == expected.topology)
    if found.topology != expected.topology { return }
  }
}

/// 10 × 20 × 10 = 2,000 cases: mirrored at either axis and at the diagonal.
@Test(
  "places are the same when the plane is mirrored", arguments: ShapeGenerator.Family.allCases)
func placesDoNotDependOnDirection(family: ShapeGenerator.Family) async throws {
  var shapes = ShapeGenerator(seed: 5004)
  let moves: [(Position) -> Position] = [
    { Position(-$0.x, $0.y) }, { Position($0.x, -$0.y) }, { Position($0.y, $0.x) },
  ]
  for round in 0..<20 {
    let polygon = shapes.polygon(family)
    let lines = (0..<10).map { _ in shapes.awkwardLine(near: polygon) }
    let move = moves[round % 3]
    let expected = try await planarCuts(lines, polygon)
    let found = try await planarCuts(mapped([lines], move)[0], mapped(polygon, move))
    #expect(found.contacts.map(\.kind) == expected.contacts.map(\.kind))
    #expect(found.contacts.map(\.at.segment) == expected.contacts.map(\.at.segment))
    #expect(found.pieces.map(\.place) == expected.pieces.map(\.place))
  }
}
