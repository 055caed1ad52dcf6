public import Geometry

/// How far along their lines the vertices of a column lie, and any place between them.
///
/// Chainage starts at 0 with every row and runs on over its paths without a gap. Inside a segment
/// it is measured from the first vertex of the segment to the place itself.
public struct Chainage: Sendable {
  /// The length of every row.
  public let lengths: [Double]
  /// The vertices, measured strip by strip.
  private let strips: [ChainageStrip]
  private let paths: PathSet
  private let measure: LengthMeasure

  /// Measures all lines of a column.
  public init(_ lines: LineColumn, by measure: LengthMeasure) {
    var strip = ChainageStrip(startingAt: 0, of: lines)
    strip.append(0..<lines.count, of: lines, by: measure) {}
    self.init([strip], of: lines, by: measure)
  }

  /// Measures all lines of a column in parallel, with the same result.
  ///
  /// - Throws: `CancellationError`, also in the middle of a long line.
  init(_ lines: LineColumn, by measure: LengthMeasure, jobs: Int) async throws {
    let strips = try await mapChunks(of: lines.count, size: 128, jobs: jobs) { rows in
      try ChainageStrip(rows, of: lines, by: measure)
    }
    self.init(strips, of: lines, by: measure)
  }

  /// Takes strips that together hold all rows.
  init(_ strips: [ChainageStrip], of lines: LineColumn, by measure: LengthMeasure) {
    self.strips = strips
    self.measure = measure
    paths = lines.paths
    lengths = strips.flatMap(\.lengths)
  }

  /// Returns the chainage of a vertex of the column.
  public func value(ofVertex vertex: Int) -> Double {
    var (low, high) = (0, strips.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if strips[middle].firstVertex <= vertex { low = middle } else { high = middle - 1 }
    }
    return strips[low].values[vertex - strips[low].firstVertex]
  }

  /// Returns the chainage of a place.
  public func value(at place: CutPosition) -> Double {
    if place.fraction == 0 { return value(ofVertex: place.segment) }
    if place.fraction == 1 { return value(ofVertex: place.segment + 1) }
    return value(ofVertex: place.segment)
      + measure.distance(paths.position(at: place.segment), place.position)
  }

  /// Returns the length between two places of one path, measured on the piece as it is cut: whole
  /// segments as they are, the partial ones at both ends from cut to vertex.
  public func length(from: CutPosition, to: CutPosition) -> Double {
    if from.segment == to.segment {
      if from.fraction == 0 && to.fraction == 1 {
        return value(ofVertex: to.segment + 1) - value(ofVertex: from.segment)
      }
      return measure.distance(from.position, to.position)
    }
    let first = from.fraction == 0 ? from.segment : from.segment + 1
    let last = to.fraction == 1 ? to.segment + 1 : to.segment
    var length = value(ofVertex: last) - value(ofVertex: first)
    if from.fraction != 0 {
      length += measure.distance(from.position, paths.position(at: first))
    }
    if to.fraction != 0 && to.fraction != 1 {
      length += measure.distance(paths.position(at: last), to.position)
    }
    return length
  }
}
