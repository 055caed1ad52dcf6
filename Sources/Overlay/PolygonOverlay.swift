public import Geometry

/// Polygons prepared to cut many lines.
///
/// Each polygon is cut with on its own: polygons may overlap, as ranges do, or tile the plane, as
/// countries do. A line along a border lies on the boundary of both neighbours and inside neither.
///
/// - Complexity: O(*n*) to prepare *n* vertices. To cut a line: the edges near it, and one ray
///   through each polygon whose box it meets.
public struct PolygonOverlay: Sendable {
  private let polygons: [PreparedPolygon]
  private let index: PackedIndex
  private let measure: LengthMeasure

  /// The number of polygons.
  public var count: Int { polygons.count }

  /// Prepares every row of a column, in parallel.
  ///
  /// - Parameters:
  ///   - polygons: Valid polygons; edges are straight in their coordinates.
  ///   - measure: How lengths are measured.
  ///   - jobs: The greatest number of rows in work at once.
  /// - Throws: `CancellationError`.
  public init(
    _ polygons: PolygonColumn, measuredBy measure: LengthMeasure, jobs: Int = 1
  ) async throws {
    self.polygons = try await mapChunks(of: polygons.count, size: 1, jobs: jobs) { rows in
      rows.map { PreparedPolygon(polygons, row: $0) }
    }.flatMap(\.self)
    index = PackedIndex(self.polygons.map(\.box))
    self.measure = measure
  }

  /// Cuts lines in parallel; the result does not depend on the number of jobs.
  ///
  /// - Throws: `CancellationError`.
  public func cut(_ lines: LineColumn, jobs: Int = 1) async throws -> Cuts {
    let chainage = try await Chainage(lines, by: measure, jobs: jobs)
    let parts = try await mapChunks(of: lines.count, size: 128, jobs: jobs) { rows in
      var cuts = Cuts(chainage: chainage)
      for row in rows { try cut(row, of: lines, into: &cuts) }
      return cuts
    }
    return parts.reduce(into: Cuts(chainage: chainage)) { $0.append($1) }
  }

  private func cut(_ row: Int, of lines: LineColumn, into cuts: inout Cuts) throws {
    let candidates = index.items(meeting: lines.box(of: row))
    guard !candidates.isEmpty else { return }
    let paths = lines.pathIndices(of: row).map { SegmentedPath(lines.paths, path: $0) }
      .filter { $0.segmentCount > 0 }
    for polygon in candidates {
      let readings = try paths.map { path in
        var tracer = PathTracer(path, along: polygons[polygon])
        return PathReading(try tracer.run(), of: path)
      }
      let joined = Seams.joined(readings, with: polygons[polygon])
      try cuts.append(joined, line: row, polygon: polygon)
    }
  }
}

extension Cuts {
  /// Measures the readings of one line and one polygon and adds them, if the two meet.
  fileprivate mutating func append(_ readings: [PathReading], line: Int, polygon: Int) throws {
    let (firstPiece, firstContact) = (pieces.count, contacts.count)
    for reading in readings {
      for stretch in reading.stretches where stretch.sides.place != .outside {
        if pieces.count % 256 == 0 { try Task.checkCancellation() }
        pieces.append(
          Piece(
            line: line, polygon: polygon, sides: stretch.sides, from: stretch.from, to: stretch.to,
            fromChainage: chainage.value(at: stretch.from),
            toChainage: chainage.value(at: stretch.to),
            length: chainage.length(from: stretch.from, to: stretch.to)))
      }
      for contact in reading.contacts {
        if contacts.count % 256 == 0 { try Task.checkCancellation() }
        contacts.append(
          Contact(
            line: line, polygon: polygon, kind: contact.kind, at: contact.at,
            chainage: chainage.value(at: contact.at)))
      }
    }
    contacts[firstContact...].sort { $0.chainage < $1.chainage }
    let (newPieces, newContacts) = (pieces[firstPiece...], contacts[firstContact...])
    if newPieces.isEmpty && newContacts.isEmpty { return }
    let touches = newContacts.count { $0.kind == .touch }
    meetings.append(
      Meeting(
        line: line, polygon: polygon,
        insideLength: newPieces.lazy.filter { $0.place == .inside }.map(\.length).reduce(0, +),
        boundaryLength: newPieces.lazy.filter { $0.place == .boundary }.map(\.length).reduce(0, +),
        crossings: newContacts.count - touches, touches: touches))
  }
}
