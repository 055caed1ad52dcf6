public import Geometry

/// Lines prepared to be met by other lines.
///
/// Either group may be prepared; which of them costs little. Prepared lines take about 4 bytes a
/// segment beside their coordinates, and the others may come in batches.
public struct LineOverlay: Sendable {
  /// The number of vertices of the other lines that are searched in one go.
  private static let blockSize = 1 << 13

  private let index: LineIndex
  private let measure: LengthMeasure

  /// Prepares every row of a column.
  ///
  /// - Complexity: O(*n* log *n*) in the number of segments.
  public init(_ lines: LineColumn, measuredBy measure: LengthMeasure) {
    index = LineIndex(lines)
    self.measure = measure
  }

  /// Prepares every row of a column in parallel, with the same result.
  ///
  /// - Parameters:
  ///   - lines: The lines.
  ///   - measure: How chainages and shared lengths are measured.
  ///   - jobs: The greatest number of chunks in work at once.
  /// - Throws: `CancellationError`.
  public init(_ lines: LineColumn, measuredBy measure: LengthMeasure, jobs: Int) async throws {
    index = try await LineIndex(lines, order: .hilbert, jobs: jobs)
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
  /// - Throws: `CancellationError`, also in the middle of a long line.
  /// - Complexity: What the boxes of sixteen segments that meet cost to compare, and O(log *n*) for
  ///   each of them; lines that meet nothing are not measured.
  public func contacts(
    of lines: LineColumn, where isPair: @escaping @Sendable (Int, Int) -> Bool = { _, _ in true },
    jobs: Int = 1
  ) async throws -> [LineContact] {
    let search = LineSearch(lines, in: index)
    let findings = try await mapChunks(
      of: lines.paths.vertexCount, size: Self.blockSize, jobs: jobs
    ) { try search.findings(among: $0, where: isPair) }
    return try await LineContacts(of: lines, with: index.lines, measuredBy: measure)
      .contacts(in: findings, jobs: jobs)
  }

  /// Returns the contacts of every line of a column with itself, sorted by line, then along the line.
  ///
  /// Segments that follow each other share their vertex, and a closed path shares its end with its
  /// start: these are no contacts. A path that turns back on itself has a contact from where it comes
  /// back to the place where it turns. Paths of one row are compared with each other like lines.
  /// Both rows of a contact are the same; of the two places, `from` comes first on the line, for all
  /// but runs over the start of a closed path.
  ///
  /// - Parameters:
  ///   - lines: The lines.
  ///   - measure: How chainages and shared lengths are measured.
  ///   - jobs: The greatest number of chunks in work at once.
  /// - Returns: Every shared place or run, each once.
  /// - Throws: `CancellationError`, also in the middle of a long line.
  public static func selfContacts(
    of lines: LineColumn, measuredBy measure: LengthMeasure, jobs: Int = 1
  ) async throws -> [LineContact] {
    let index = try await LineIndex(lines, order: .given, jobs: jobs)
    let search = LineSelfSearch(index)
    let findings = try await mapChunks(of: index.chunks.count, size: 512, jobs: jobs) {
      try search.findings(amongChunks: $0)
    }
    return try await LineContacts(of: lines, with: lines, measuredBy: measure)
      .contacts(in: findings, jobs: jobs, areSelf: true)
  }
}
