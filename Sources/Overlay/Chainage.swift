public import Geometry

/// How far along their lines the vertices of a column lie, and any place between them.
///
/// Chainage starts at 0 with every row and runs on over its paths without a gap. Inside a segment
/// it is measured from the first vertex of the segment to the place itself.
public struct Chainage: Sendable {
  /// So many rows make a strip: few enough for their vertices to stay in the cache.
  static let rowsPerStrip = 128

  /// The length of every row.
  public let lengths: [Double]
  let strips: [LineStrip]
  private let paths: PathSet

  /// Measures all lines of a column.
  public init(_ lines: LineColumn, by measure: LengthMeasure) {
    self.init([LineStrip(0..<lines.count, of: lines, by: measure) {}], of: lines)
  }

  /// Measures all lines of a column in parallel, with the same result.
  ///
  /// - Throws: `CancellationError`, also in the middle of a long line.
  init(_ lines: LineColumn, by measure: LengthMeasure, jobs: Int) async throws {
    let strips = try await mapChunks(of: lines.count, size: Self.rowsPerStrip, jobs: jobs) { rows in
      try LineStrip(rows, of: lines, by: measure) { try Task.checkCancellation() }
    }
    self.init(strips, of: lines)
  }

  private init(_ strips: [LineStrip], of lines: LineColumn) {
    self.strips = strips
    paths = lines.paths
    lengths = strips.flatMap(\.lengths)
  }

  /// Returns the chainage of a vertex of the column.
  public func value(ofVertex vertex: Int) -> Double {
    ruler(ofVertex: vertex).chainage(ofVertex: vertex)
  }

  /// Returns the chainage of a place.
  public func value(at place: CutPosition) -> Double {
    ruler(ofVertex: place.segment).chainage(at: place)
  }

  /// Returns the length between two places of one path, measured on the piece as it is cut: whole
  /// segments as they are, the partial ones at both ends from cut to vertex.
  public func length(from: CutPosition, to: CutPosition) -> Double {
    ruler(ofVertex: from.segment).length(from: from, to: to)
  }

  private func ruler(ofVertex vertex: Int) -> PathRuler {
    let path = paths.path(ofVertex: vertex)
    let strip = strips[strips.partitionIndex { $0.paths.lowerBound > path } - 1]
    return PathRuler(strip: strip, path: path)
  }
}
