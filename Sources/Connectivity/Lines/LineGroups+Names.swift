internal import Geometry
internal import Overlay
internal import Permeability

extension LineGroups {
  /// Makes fragments of one ref one line, wherever they are.
  mutating func uniteByRef() {
    for rows in Self.rows(by: calls.refs).values { unite(rows) }
  }

  /// Makes fragments of one name one line where they come near each other.
  ///
  /// Where fragments of the name that are near have one ref, those without belong to it; where they have
  /// several, the name cannot tell to which, and those without are a line of their own.
  mutating func uniteByName(within distance: Double) {
    for rows in Self.rows(by: calls.names).values {
      for near in rowsNearEachOther(rows, within: distance) {
        let refs = Set(near.compactMap { calls.refs[$0]?.key })
        unite(refs.count > 1 ? near.filter { calls.refs[$0] == nil } : near)
      }
    }
  }

  private static func rows(by calls: [LineCalls.Call?]) -> [LineKey: [Int]] {
    var rows: [LineKey: [Int]] = [:]
    for (row, call) in calls.enumerated() {
      if let call { rows[call.key, default: []].append(row) }
    }
    return rows
  }

  /// Sorts rows by which hang together over gaps of at most a distance from vertex to vertex.
  private func rowsNearEachOther(_ rows: [Int], within distance: Double) -> [[Int]] {
    var near = DisjointSets(count: rows.count)
    // Half of the distance on both sides: boxes of lines that are near each other meet.
    let boxes = rows.map { lines.box(of: $0).grown(byMetres: distance / 2) }
    PackedIndex(boxes).forEachPair { a, b in
      if near.root(of: a) != near.root(of: b), areNear(rows[a], rows[b], within: distance) {
        _ = near.unite(a, b)
      }
      return true
    }
    return Array(
      Dictionary(grouping: rows.indices) { near.root(of: $0) }.values.map { $0.map { rows[$0] } })
  }

  /// Whether a vertex of one row lies within a distance of a vertex of another, in metres.
  private func areNear(_ row: Int, _ other: Int, within distance: Double) -> Bool {
    let own = vertices(of: row, in: lines.box(of: other).grown(byMetres: distance))
    let others = vertices(of: other, in: lines.box(of: row).grown(byMetres: distance))
    return own.contains { place in
      others.contains { LengthMeasure.geodesic.distance(place, $0) <= distance }
    }
  }

  private func vertices(of row: Int, in box: Box) -> [Position] {
    lines.pathIndices(of: row).flatMap { path in
      lines.paths.vertices(of: path).lazy.map(lines.paths.position(at:))
        .filter { box.contains(x: $0.x, y: $0.y) }
    }
  }
}
