public import Geometry

/// Finds segments that lines of one group have in common, across batches.
///
/// Two extracts of neighbouring countries often contain the same road; its length counts once. A
/// segment is repeated when another line of the group has the same two vertices next to each other,
/// in either direction. What the first line has is kept; what later ones repeat is reported.
///
/// - Complexity: O(1) a segment; 40 to 80 bytes of memory for each different one.
public struct RepeatedSegments: Sendable {
  private var table = SegmentTable()
  private var lineCount = 0

  /// Starts without segments.
  public init() {}

  /// A repetition: parts of a line that an earlier line has already.
  public struct Repetition: Sendable, Hashable {
    /// The row of the line in its batch.
    public let row: Int
    /// The number of the earlier line, counted over all batches.
    public let earlier: Int
    /// The repeated parts.
    public internal(set) var parts: [LinePart]
  }

  /// Adds a batch of lines and returns what it repeats of earlier lines.
  ///
  /// - Parameters:
  ///   - lines: The lines.
  ///   - groups: The group of each row; lines of different groups never repeat each other.
  /// - Returns: Repetitions in the order of the rows, one for each earlier line.
  public mutating func add(_ lines: LineColumn, groups: [Int]) -> [Repetition] {
    defer { lineCount += lines.count }
    return (0..<lines.count).flatMap { row in
      var found: [Repetition] = []
      for path in lines.pathIndices(of: row) {
        let segments = SegmentedPath(lines.paths, path: path)
        for segment in 0..<segments.segmentCount {
          let (a, b) = segments.ends(ofSegment: segment)
          let owner = table.claim(a, b, group: groups[row], line: lineCount + row)
          guard owner != lineCount + row else { continue }
          found.extend(row: row, earlier: owner, with: segments.part(ofSegment: segment))
        }
      }
      return found
    }
  }
}

extension [RepeatedSegments.Repetition] {
  /// Adds a segment to the repetition of an earlier line, joining it to the part before it.
  fileprivate mutating func extend(row: Int, earlier: Int, with part: LinePart) {
    guard let index = lastIndex(where: { $0.earlier == earlier }) else {
      append(RepeatedSegments.Repetition(row: row, earlier: earlier, parts: [part]))
      return
    }
    if let last = self[index].parts.last, last.to == part.from {
      self[index].parts[self[index].parts.count - 1] = LinePart(from: last.from, to: part.to)
    } else {
      self[index].parts.append(part)
    }
  }
}
