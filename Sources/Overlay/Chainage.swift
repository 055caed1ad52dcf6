public import Geometry

/// How far along their lines the vertices of a column lie, and any place between them.
///
/// Chainage starts at 0 with every row and runs on over its paths without a gap. Inside a segment
/// it is measured from the first vertex of the segment to the place itself.
public struct Chainage: Sendable {
  /// The chainage of every vertex of the column.
  public private(set) var values: [Double]
  /// The length of every row.
  public private(set) var lengths: [Double]
  private let paths: PathSet
  private let measure: LengthMeasure

  /// Measures all lines of a column.
  public init(_ lines: LineColumn, by measure: LengthMeasure) {
    self.init(of: lines, by: measure)
    append(0..<lines.count, of: lines) {}
  }

  /// Measures all lines of a column in parallel, with the same result.
  ///
  /// - Throws: `CancellationError`, also in the middle of a long line.
  init(_ lines: LineColumn, by measure: LengthMeasure, jobs: Int) async throws {
    let parts = try await mapChunks(of: lines.count, size: 128, jobs: jobs) { rows in
      var part = Chainage(of: lines, by: measure)
      try part.append(rows, of: lines) { try Task.checkCancellation() }
      return part
    }
    self.init(of: lines, by: measure)
    values.reserveCapacity(paths.vertexCount)
    for part in parts {
      values += part.values
      lengths += part.lengths
    }
  }

  /// Starts with no row measured.
  private init(of lines: LineColumn, by measure: LengthMeasure) {
    paths = lines.paths
    self.measure = measure
    values = []
    lengths = []
  }

  /// Measures rows that follow those measured so far; asks `check` every now and then.
  private mutating func append<Failure: Error>(
    _ rows: Range<Int>, of lines: LineColumn, check: () throws(Failure) -> Void
  ) throws(Failure) {
    for row in rows {
      var length = 0.0
      for path in lines.pathIndices(of: row) {
        let vertices = paths.vertices(of: path)
        guard !vertices.isEmpty else { continue }
        values.append(length)
        for first in stride(from: vertices.lowerBound + 1, to: vertices.upperBound, by: 4096) {
          try check()
          let block = first..<min(first + 4096, vertices.upperBound)
          length = measure.extend(block, paths, length, &values)
        }
      }
      lengths.append(length)
    }
  }

  /// Returns the chainage of a place.
  public func value(at place: CutPosition) -> Double {
    if place.fraction == 0 { return values[place.segment] }
    if place.fraction == 1 { return values[place.segment + 1] }
    return values[place.segment]
      + measure.distance(paths.position(at: place.segment), place.position)
  }

  /// Returns the length between two places of one path, measured on the piece as it is cut: whole
  /// segments as they are, the partial ones at both ends from cut to vertex.
  public func length(from: CutPosition, to: CutPosition) -> Double {
    if from.segment == to.segment {
      if from.fraction == 0 && to.fraction == 1 {
        return values[to.segment + 1] - values[from.segment]
      }
      return measure.distance(from.position, to.position)
    }
    let first = from.fraction == 0 ? from.segment : from.segment + 1
    var length = values[to.segment] - values[first]
    if from.fraction != 0 {
      length += measure.distance(from.position, paths.position(at: first))
    }
    if to.fraction == 1 {
      length += values[to.segment + 1] - values[to.segment]
    } else if to.fraction != 0 {
      length += measure.distance(paths.position(at: to.segment), to.position)
    }
    return length
  }
}
