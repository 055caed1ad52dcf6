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
  let polygons: [LazyPolygon]
  let boxes: PackedIndex
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
    let chainage = try await Chainage(lines, by: measure, jobs: jobs)
    let indexes = try await indexes(for: chainage.strips, jobs: jobs)
    let parts = try await mapChunks(of: chainage.strips.count, size: 1, jobs: jobs) { numbers in
      var cutter = LineCutter(lines, chainage)
      var near: [Int] = []
      for strip in chainage.strips[numbers] {
        for row in strip.rows {
          near.removeAll(keepingCapacity: true)
          boxes.collect(meeting: strip.box(ofRow: row), into: &near)
          near.sort()
          for polygon in near {
            if let index = indexes[polygon] { try cutter.cut(row, in: strip, polygon, with: index) }
          }
        }
      }
      return cutter.cuts
    }
    return Cuts(parts, chainage)
  }

  /// The index of every polygon that any of the lines comes near; nil for the others.
  private func indexes(for strips: [LineStrip], jobs: Int) async throws -> [PolygonIndex?] {
    if polygons.allSatisfy(\.isIndexed) { return try polygons.map { try $0.index() } }
    let demands = demands(of: strips)
    let needed = demands.indices.filter { !demands[$0].isEmpty }
    let made = try await mapChunks(of: needed.count, size: 1, jobs: jobs) { numbers in
      try numbers.map { try polygons[needed[$0]].index(for: demands[needed[$0]]) }
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
        near.removeAll(keepingCapacity: true)
        boxes.collect(meeting: strip.box(ofRow: row), into: &near)
        for polygon in near {
          demands[polygon].add(strip.box(ofRow: row))
        }
      }
    }
    return demands
  }
}
