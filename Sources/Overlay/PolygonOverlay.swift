public import Geometry

/// Polygons prepared to cut many lines.
///
/// Each polygon is cut with on its own: polygons may overlap, as ranges do, or tile the plane, as
/// countries do. A line along a border lies on the boundary of both neighbours and inside neither.
///
/// - Complexity: To cut a line: a few looks at a grid for each polygon whose box it meets, and the
///   edges near the boundaries that it comes near to. A polygon is indexed when the lines that come
///   near it are worth it, in O(*n*) for *n* vertices.
public struct PolygonOverlay: Sendable {
  /// How many rows are in work at once: small enough for their vertices to stay in the cache.
  private static let stripLength = 128

  private let polygons: [LazyPolygon]
  private let boxes: PackedIndex
  private let measure: LengthMeasure

  /// The number of polygons.
  public var count: Int { polygons.count }

  /// Takes every row of a column.
  ///
  /// - Parameters:
  ///   - polygons: Valid polygons; edges are straight in their coordinates.
  ///   - measure: How lengths are measured.
  ///   - jobs: The greatest number of rows in work at once.
  /// - Throws: `CancellationError`.
  public init(
    _ polygons: PolygonColumn, measuredBy measure: LengthMeasure, jobs: Int = 1
  ) async throws {
    self.polygons = try await mapChunks(of: polygons.count, size: 16, jobs: jobs) { rows in
      try Task.checkCancellation()
      return rows.map { LazyPolygon(polygons, row: $0) }
    }.flatMap(\.self)
    boxes = PackedIndex(self.polygons.map(\.box))
    self.measure = measure
  }

  /// Cuts lines in parallel; the result does not depend on the number of jobs.
  ///
  /// - Throws: `CancellationError`.
  public func cut(_ lines: LineColumn, jobs: Int = 1) async throws -> Cuts {
    let strips = try await mapChunks(of: lines.count, size: Self.stripLength, jobs: jobs) { rows in
      (LineStrip(rows, of: lines), try ChainageStrip(rows, of: lines, by: measure))
    }
    let chainage = Chainage(strips.map(\.1), of: lines, by: measure)
    let indexes = try await indexes(for: strips.map(\.0), jobs: jobs)
    let parts = try await mapChunks(of: strips.count, size: 1, jobs: jobs) { numbers in
      var cuts = Cuts(chainage: chainage)
      for number in numbers { try cut(strips[number].0, of: lines, with: indexes, into: &cuts) }
      return cuts
    }
    if parts.count == 1 { return parts[0] }
    return parts.reduce(into: Cuts(chainage: chainage)) { $0.append($1) }
  }

  /// The index of every polygon that any of the lines comes near; nil for the others.
  private func indexes(for strips: [LineStrip], jobs: Int) async throws -> [PolygonIndex?] {
    let demands = demands(of: strips)
    let needed = demands.indices.filter { !demands[$0].isEmpty }
    let made = try await mapChunks(of: needed.count, size: 1, jobs: jobs) { numbers in
      numbers.map { polygons[needed[$0]].index(for: demands[needed[$0]]) }
    }.flatMap(\.self)
    var indexes = [PolygonIndex?](repeating: nil, count: polygons.count)
    for (polygon, index) in zip(needed, made) { indexes[polygon] = index }
    return indexes
  }

  /// What of the lines comes near each polygon.
  private func demands(of strips: [LineStrip]) -> [PolygonDemand] {
    var demands = [PolygonDemand](repeating: PolygonDemand(), count: polygons.count)
    var near: [Int] = []
    for strip in strips {
      for row in strip.rows {
        let box = strip.box(ofRow: row)
        near.removeAll(keepingCapacity: true)
        boxes.collect(meeting: box, into: &near)
        for polygon in near {
          demands[polygon].add(box, segments: strip.segmentCount(ofRow: row))
        }
      }
    }
    return demands
  }

  private func cut(
    _ strip: LineStrip, of lines: LineColumn, with indexes: [PolygonIndex?], into cuts: inout Cuts
  ) throws {
    var candidates: [Int] = []
    for row in strip.rows {
      candidates.removeAll(keepingCapacity: true)
      boxes.collect(meeting: strip.box(ofRow: row), into: &candidates)
      candidates.sort()
      for polygon in candidates {
        guard let index = indexes[polygon] else { continue }
        try cuts.append(row, of: lines, strip, polygon, index)
      }
    }
  }
}
