internal import Geometry
internal import Permeability

extension LineGroups {
  /// Gives fragments that go by nothing to the lines that they continue, and makes what is left of every
  /// stroke a line of its own.
  mutating func uniteAlongStrokes() {
    let strokes = strokeRuns()
    let gaps = strokes.flatMap { $0.gaps() }
    for gap in gaps { unite(gap.lines.0, gap.lines.1) }
    let taken = settle(gaps.map { ($0.rows, $0.lines.0) })
    let rests = strokes.map { stroke in
      let (rows, line) = stroke.rest { sets.root(of: $0) }
      return (rows: rows.filter { !taken.contains($0) }, line: line)
    }
    let given = settle(
      rests.compactMap { rest in rest.line.map { (rest.rows, $0) } })
    for rest in rests { unite(rest.rows.lazy.filter { !given.contains($0) }) }
  }

  /// Gives rows to the lines that claim them, and returns these rows.
  ///
  /// A row of several paths may lie along two lines. It goes to neither then, so that it does not make
  /// one of both.
  private mutating func settle(_ claims: [(rows: [Int], line: Int)]) -> Set<Int> {
    var owners: [Int: Set<Int>] = [:]
    for claim in claims {
      let root = sets.root(of: claim.line)
      for row in claim.rows { owners[row, default: []].insert(root) }
    }
    let settled = owners.filter { $0.value.count == 1 }
    for (row, owners) in settled { for owner in owners { unite(row, owner) } }
    return Set(settled.keys)
  }

  /// The runs of every stroke.
  private mutating func strokeRuns() -> [StrokeRuns] {
    strokes.paths().map { paths in
      var runs: [StrokeRun] = []
      for path in paths {
        let row = Int(strokes.rows[path])
        let key = calls.call(of: row)?.key
        let run = StrokeRun(line: key.map { _ in sets.root(of: row) }, key: key)
        if runs.last?.isLike(run) != true { runs.append(run) }
        runs[runs.count - 1].add(row, length: strokes.pathLengths[path])
      }
      return StrokeRuns(runs, isClosed: isClosed(paths))
    }
  }

  /// Whether a stroke of some paths ends where it starts.
  private func isClosed(_ stroke: [Int]) -> Bool {
    guard let first = stroke.first, let last = stroke.last,
      let start = ends(of: first, isReversed: strokes.places[first].isReversed)?.start,
      let end = ends(of: last, isReversed: strokes.places[last].isReversed)?.end
    else { return false }
    return start == end
  }

  /// Where a path that is passed in one of both ways starts and ends; nil for one without vertices.
  private func ends(of path: Int, isReversed: Bool) -> (start: Position, end: Position)? {
    let vertices = lines.paths.vertices(of: path)
    guard let first = vertices.first, let last = vertices.last else { return nil }
    let (start, end) = (lines.paths.position(at: first), lines.paths.position(at: last))
    return isReversed ? (end, start) : (start, end)
  }
}
