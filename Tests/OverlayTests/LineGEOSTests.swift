import GEOSBridge
import Geometry
import Overlay
import TestSupport
import Testing

/// What GEOS says two lines share: isolated positions, and the length of the rest.
private func intersection(
  _ a: [Position], _ b: [Position], _ geos: GEOSContext
) throws -> (points: [Position], length: Double) {
  let column = LineColumn([[a], [b]])
  let shared = try geos.makeLine(row: 0, of: column)
    .intersection(try geos.makeLine(row: 1, of: column))
  var points = GeometryColumn()
  try points.append(shared, only: .point)
  let paths = points.points.paths
  return ((0..<paths.vertexCount).map(paths.position(at:)), try shared.planarLength)
}

/// Lines that run to the east pass every position once, so that contacts and the parts of an
/// intersection are the same. 2 × 8 × 600 = 9,600 pairs: on a lattice, where every third segment is
/// shared, and in general position.
@Test("lines against lines agree with GEOS", arguments: [true, false], UInt64(1)...8)
func linesAgreeWithGEOS(isLattice: Bool, seed: UInt64) async throws {
  var random = SeededGenerator(seed: seed)
  func line() -> [Position] {
    (0..<Int.random(in: 3...12, using: &random)).map { step in
      isLattice
        ? Position(Double(step), Double(Int.random(in: 0...2, using: &random)))
        : Position(
          Double(step) + .random(in: 0...0.9, using: &random), .random(in: 0...2, using: &random))
    }
  }
  let geos = GEOSContext()
  let pairs = (0..<600).map { _ in (line(), line()) }
  let found = try await LineOverlay(LineColumn(pairs.map { [$0.1] }), measuredBy: .planar)
    .contacts(of: LineColumn(pairs.map { [$0.0] }), where: ==)
  for (row, (first, second)) in pairs.enumerated() {
    let expected = try intersection(first, second, geos)
    let own = found.filter { $0.line == row }
    let places = own.filter { $0.length == 0 }.map(\.from.position).sorted { $0.x < $1.x }
    let points = expected.points.sorted { $0.x < $1.x }
    let isEqual =
      places.count == points.count
      && zip(places, points).allSatisfy { LengthMeasure.planar.distance($0, $1) < 1e-12 }
      && abs(own.map(\.length).reduce(0, +) - expected.length) < 1e-9
    #expect(isEqual, "\(first) with \(second): \(own) instead of \(expected)")
    if !isEqual { return }
  }
}
