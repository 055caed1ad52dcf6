import Geometry
import Overlay
import TestSupport
import Testing

extension LineGenerator.Family: CustomTestStringConvertible {
  var testDescription: String { rawValue }
}

/// 4 × 16 × 400 = 25,600 pairs.
@Test(
  "lines against lines agree with exact fractions", arguments: LineGenerator.Family.allCases,
  UInt64(1)...16)
func linesAgreeWithFractions(family: LineGenerator.Family, seed: UInt64) async throws {
  var generator = LineGenerator(seed: seed)
  let pairs = (0..<400).map { _ in generator.pair(family) }
  // All at once, so that the index holds lines that do not belong together.
  let found = try await LineOverlay(LineColumn(pairs.map { [$0.1] }), measuredBy: .planar)
    .contacts(of: LineColumn(pairs.map { [$0.0] }), where: { $0 == $1 }, jobs: 2)
  var firstVertices = (0, 0)
  for (row, (first, second)) in pairs.enumerated() {
    let own = found.filter { $0.line == row }
    let oracle = LineOracle(first, second)
    let isEqual = oracle.isAmbiguous || oracle.agrees(with: own, startingAt: firstVertices)
    firstVertices = (firstVertices.0 + first.count, firstVertices.1 + second.count)
    #expect(isEqual, "\(first) with \(second): \(own) instead of \(oracle.contacts)")
    if !isEqual { return }
  }
}

/// 4 × 16 × 400 = 25,600 lines.
@Test(
  "lines against themselves agree with exact fractions",
  arguments: LineGenerator.Family.allCases, UInt64(1)...16)
func selfContactsAgreeWithFractions(family: LineGenerator.Family, seed: UInt64) async throws {
  var generator = LineGenerator(seed: seed + 100)
  let lines = (0..<400).map { _ in generator.pair(family).1 }
  let found = try await LineOverlay.selfContacts(
    of: LineColumn(lines.map { [$0] }), measuredBy: .planar, jobs: 2)
  var firstVertex = 0
  for (row, line) in lines.enumerated() {
    let own = found.filter { $0.line == row }
    let oracle = LineOracle(line)
    let isEqual =
      oracle.isAmbiguous || oracle.agrees(with: own, startingAt: (firstVertex, firstVertex))
    firstVertex += line.count
    #expect(isEqual, "\(line): \(own) instead of \(oracle.contacts)")
    if !isEqual { return }
  }
}
