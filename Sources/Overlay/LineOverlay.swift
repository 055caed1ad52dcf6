public import Geometry

/// Lines prepared to be met by other lines.
public struct LineOverlay: Sendable {
  private let prepared: PreparedLines
  private let chainage: Chainage
  private let measure: LengthMeasure

  /// Prepares every row of a column.
  ///
  /// - Complexity: O(*n* log *n*) in the number of segments.
  public init(_ lines: LineColumn, measuredBy measure: LengthMeasure) {
    prepared = PreparedLines(lines)
    chainage = Chainage(lines, by: measure)
    self.measure = measure
  }

  /// Returns the contacts of lines with the prepared ones, sorted by line, then along the line.
  ///
  /// Two paths that run along each other share one contact for the whole run. A place where a line
  /// meets an end is a touch.
  ///
  /// - Parameters:
  ///   - lines: The lines that meet the prepared ones.
  ///   - isPair: Whether a row of `lines` and a prepared row are to be compared at all; for lines
  ///     against themselves, `<` finds every pair once.
  ///   - jobs: The greatest number of chunks in work at once.
  /// - Returns: Every shared place or run.
  /// - Throws: `CancellationError`.
  public func contacts(
    of lines: LineColumn, where isPair: @escaping @Sendable (Int, Int) -> Bool = { _, _ in true },
    jobs: Int = 1
  ) async throws -> [LineContact] {
    let lineChainage = try await Chainage(lines, by: measure, jobs: jobs)
    return try await mapChunks(of: lines.count, size: 128, jobs: jobs) { rows in
      try rows.flatMap { row in
        try Task.checkCancellation()
        return lines.pathIndices(of: row).flatMap { path in
          contacts(ofPath: path, row: row, in: lines, lineChainage, where: isPair)
        }
      }
    }.flatMap(\.self)
  }

  private func contacts(
    ofPath path: Int, row: Int, in lines: LineColumn, _ lineChainage: Chainage,
    where isPair: (Int, Int) -> Bool
  ) -> [LineContact] {
    var meetings: [Int: LineMeetings] = [:]
    guard lines.paths.vertices(of: path).count > 1 else { return [] }
    let neighbours = PathNeighbours(lines.paths, path: path)
    for vertex in neighbours.vertices.dropLast() {
      let (a, b) = (lines.paths.position(at: vertex), lines.paths.position(at: vertex + 1))
      guard a != b else { continue }
      prepared.forEachSegment(meeting: Box(around: a, b)) { other, otherVertex, c, d in
        guard isPair(row, prepared.row(ofPath: other)) else { return }
        meetings[
          other,
          default: LineMeetings(neighbours, PathNeighbours(prepared.lines.paths, path: other))
        ].add(vertex, a, b, with: otherVertex, c, d)
      }
    }
    return meetings.flatMap { other, found in
      found.runs().map { contact($0, found.kind(of: $0), row, other, lineChainage) }
    }.sorted {
      ($0.chainage, $0.other, $0.otherChainage) < ($1.chainage, $1.other, $1.otherChainage)
    }
  }

  private func contact(
    _ run: LineMeetings.Run, _ kind: LineContact.Kind, _ row: Int, _ otherPath: Int,
    _ lineChainage: Chainage
  ) -> LineContact {
    LineContact(
      line: row, other: prepared.row(ofPath: otherPath), kind: kind,
      from: run.from.first, to: run.to.first, otherFrom: run.from.second, otherTo: run.to.second,
      chainage: lineChainage.value(at: run.from.first),
      otherChainage: chainage.value(at: run.from.second),
      length: zip(run.positions, run.positions.dropFirst()).map(measure.distance).reduce(0, +))
  }
}
