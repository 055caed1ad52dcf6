internal import Geometry
internal import Overlay
internal import Permeability

extension LineGroups {
  /// Makes lines that go by nothing one where each ends beside the other, one coming and one going: in
  /// a station the line goes in on one track and out on another. Of several those whose ends are nearest
  /// to each other go on in each other, two by two.
  ///
  /// - Parameters:
  ///   - bundles: What runs side by side.
  ///   - gap: How far from an end another line may begin to be beside it, in metres.
  mutating func uniteOverlaps(_ bundles: Bundles, within gap: Double) {
    let ends = openEnds(bundles, within: gap)
    let byLine = Dictionary(grouping: ends.indices) { ends[$0].line }
    var pairs: [(distance: Double, first: Int, second: Int)] = []
    for (first, end) in ends.enumerated() {
      for line in end.beside {
        for second in byLine[line] ?? [] where second > first && end.goesOn(in: ends[second]) {
          let distance = LengthMeasure.geodesic.distance(end.position, ends[second].position)
          pairs.append((distance, first, second))
        }
      }
    }
    var isJoined = Array(repeating: false, count: ends.count)
    for (_, first, second) in pairs.sorted(by: { $0 < $1 })
    where !isJoined[first] && !isJoined[second] {
      (isJoined[first], isJoined[second]) = (true, true)
      unite(ends[first].line, ends[second].line)
    }
  }

  /// The end of a line that goes by nothing.
  private struct OpenEnd {
    let line: Int
    let position: Position
    let heading: SIMD2<Double>
    /// The other lines that go by nothing beside it.
    let beside: Set<Int>

    /// Whether two ends lie beside each other's lines and are reached from opposite sides.
    func goesOn(in other: OpenEnd) -> Bool {
      other.beside.contains(line) && (heading * other.heading).sum() < 0
    }
  }

  private mutating func openEnds(_ bundles: Bundles, within gap: Double) -> [OpenEnd] {
    let (roots, called) = currentLines()
    return strokes.ends(in: lines).compactMap { end in
      let line = roots[end.row]
      // Where the line goes on beside an end on another track, it does not end.
      let twins = bundles.stretch(of: end.row, at: end.chainage)?.twins ?? []
      guard !called.contains(line) && !twins.contains(where: { roots[$0] == line }) else {
        return nil
      }
      let near = end.chainage - gap...end.chainage + gap
      let others = bundles.stretches(of: end.row)
        .filter { near.overlaps($0.from...$0.to) }.flatMap(\.twins).map { roots[$0] }
      return OpenEnd(
        line: line, position: end.position, heading: end.heading,
        beside: Set(others).filter { $0 != line && !called.contains($0) })
    }
  }
}
