public import Geometry

/// Finds segments that lines of one group have in common, across batches.
///
/// Two extracts of neighbouring countries often contain the same road; its length counts once. A
/// segment is repeated when another line of the group has the same two vertices next to each other,
/// in either direction. What the first line has is kept; what later ones repeat is reported.
///
/// - Complexity: O(1) a segment; 21 to 43 bytes of memory for each different one, or after a
///   ``SegmentSurvey`` for each that may be repeated.
public struct RepeatedSegments: Sendable {
  /// What surely is not repeated need not be added; nil where nothing is known before.
  public let sieve: SegmentSieve?
  private var table: SegmentTable
  private var lineCount = 0

  /// Starts without segments, and remembers all.
  public init() {
    table = SegmentTable()
    sieve = nil
  }

  /// Starts with the segments that may be repeated; no others are ever remembered.
  init(among candidates: SegmentTable) {
    table = candidates
    sieve = candidates.sieve
  }

  /// The number of segments that are remembered.
  public var segmentCount: Int { table.count }

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
    add(SegmentPrints(lines, groups: groups, through: sieve), of: lines)
  }

  /// Adds a batch of lines whose fingerprints were taken before.
  public mutating func add(_ prints: SegmentPrints, of lines: LineColumn) -> [Repetition] {
    defer { lineCount += lines.count }
    if sieve == nil { table.reserve(prints.prints.count) }
    var repeated: [(print: SegmentPrints.Print, owner: Int)] = []
    for print in prints.prints {
      let line = lineCount + Int(print.row)
      let owner =
        sieve == nil ? table.claim(print, for: line) : table.claimKnown(print, for: line)
      if owner != line { repeated.append((print, owner)) }
    }
    repeated.sort { $0.print.vertex < $1.print.vertex }
    var found: [Repetition] = []
    var first = 0
    for (print, owner) in repeated {
      let row = Int(print.row)
      if let last = found.last, last.row != row { first = found.count }
      let part = lines.part(ofSegment: Int(print.vertex))
      found.extend(from: first, row: row, earlier: owner, with: part)
    }
    return found
  }
}

extension [RepeatedSegments.Repetition] {
  /// Adds a segment to the repetition of an earlier line, joining it to the part before it.
  fileprivate mutating func extend(from first: Int, row: Int, earlier: Int, with part: LinePart) {
    guard let index = self[first...].lastIndex(where: { $0.earlier == earlier }) else {
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

extension LineColumn {
  /// One segment, named by its first vertex, as a part of its line; it ends at the start of the next
  /// one that has a length.
  fileprivate func part(ofSegment vertex: Int) -> LinePart {
    let start = paths.position(at: vertex)
    let end = paths.position(at: vertex + 1)
    let from = CutPosition(segment: vertex, fraction: 0, position: start)
    let pathEnd = paths.vertices(of: paths.path(ofVertex: vertex)).upperBound
    var next = vertex + 1
    while next + 1 < pathEnd, paths.position(at: next + 1) == end { next += 1 }
    return LinePart(
      from: from,
      to: next + 1 < pathEnd
        ? CutPosition(segment: next, fraction: 0, position: end)
        : CutPosition(segment: vertex, fraction: 1, position: end))
  }
}
