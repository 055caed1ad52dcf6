internal import Geometry
internal import Landscape
internal import Overlay
internal import Permeability

/// Rows of fragments as they come together to lines, by one rule after the other.
struct LineGroups {
  let lines: LineColumn
  let fragments: [BarrierFragment]
  let calls: LineCalls
  /// The length of every row, in metres.
  let lengths: [Double]
  /// The fragments that go on in each other, whatever they are called.
  let strokes: Strokes
  /// The rows that are one line so far.
  var sets: DisjointSets

  /// - Parameters:
  ///   - lines: The lines of the fragments.
  ///   - fragments: What they say of themselves.
  ///   - gap: How far apart fragments may end that go on in each other, in metres.
  init(_ lines: LineColumn, _ fragments: [BarrierFragment], gap: Double) {
    self.lines = lines
    self.fragments = fragments
    let chainage = Chainage(lines, by: .geodesic)
    lengths = chainage.lengths
    calls = LineCalls(fragments, lengths: lengths)
    let numbers = Dictionary(uniqueKeysWithValues: zip(BarrierFamily.allCases, Int32(0)...))
    strokes = Strokes(
      lines, families: fragments.map { numbers[$0.barrierClass.family] ?? -1 }, chainage, gap: gap)
    sets = DisjointSets(count: lines.count)
  }

  /// Makes two rows one line.
  mutating func unite(_ row: Int, _ other: Int) { _ = sets.unite(row, other) }

  /// Makes all rows of some one line.
  mutating func unite(_ rows: some Sequence<Int>) {
    var first: Int?
    for row in rows {
      if let first { unite(first, row) }
      first = first ?? row
    }
  }

  /// The root of every row, and the roots of lines that go by something.
  mutating func currentLines() -> (roots: [Int], called: Set<Int>) {
    let roots = fragments.indices.map { sets.root(of: $0) }
    return (roots, Set(roots.indices.filter { calls.call(of: $0) != nil }.map { roots[$0] }))
  }
}
