internal import Geometry
internal import Overlay
internal import Permeability

/// The stretches of lines within a distance of the edges of polygons.
///
/// The places of a segment that lie within a distance of an edge are one stretch of it, whose ends are
/// computed in the plane near the segment, see ``LocalFrame``; segments of more than 5 km are looked at
/// in parts. Scales are then off by less than 0.2 % up to 60° of latitude, and a stretch that runs
/// towards an edge ends less than 0.2 % of the distance too early or too late.
struct NearStretches {
  /// The greatest part of a segment that is looked at in one plane, in metres.
  private static let partLength = 5000.0

  private let lines: LineColumn
  private let runs: [LineRun]
  private let box: Box
  private let chainage: Chainage
  private let distance: Double

  /// Prepares lines.
  ///
  /// - Parameters:
  ///   - lines: The lines.
  ///   - chainage: Their geodesic chainage.
  ///   - distance: What is near, in metres, above 0.
  init(_ lines: LineColumn, _ chainage: Chainage, within distance: Double) {
    (self.lines, self.chainage, self.distance) = (lines, chainage, distance)
    runs = lines.runs
    box = lines.paths.box(of: 0..<lines.paths.count).grown(byMetres: distance)
  }

  /// Returns the stretches near the edges of polygons, by row, then by chainage, without overlaps.
  ///
  /// - Complexity: O(*n*) in the edges of the polygons, and for every run of the lines O(log *n*) in
  ///   those near the lines.
  func stretches(near polygons: PolygonColumn) -> [(row: Int, range: ClosedRange<Double>)] {
    let edges = edges(of: polygons)
    if edges.isEmpty { return [] }
    let boxes = edges.map { Box(around: $0.start, $0.end) }
    let index = PackedIndex(boxes)
    var found: [(row: Int, range: ClosedRange<Double>)] = []
    for run in runs {
      let near = index.items(meeting: run.box.grown(byMetres: distance)).map { edges[$0] }
      if near.isEmpty { continue }
      for segment in run.segments {
        found += ranges(of: segment, near: near).map { (run.row, $0) }
      }
    }
    return Self.merged(found)
  }

  /// The edges near the box of all lines.
  private func edges(of polygons: PolygonColumn) -> [(start: Position, end: Position)] {
    (0..<polygons.rings.count).flatMap { ring -> [(start: Position, end: Position)] in
      guard polygons.rings.box(of: ring..<ring + 1).meets(box) else { return [] }
      return polygons.rings.vertices(of: ring).dropLast().compactMap { vertex in
        let edge = (polygons.rings.position(at: vertex), polygons.rings.position(at: vertex + 1))
        return Box(around: edge.0, edge.1).meets(box) ? edge : nil
      }
    }
  }

  /// The chainages of a segment that are near edges, in order.
  private func ranges(
    of segment: Int, near edges: [(start: Position, end: Position)]
  ) -> [ClosedRange<Double>] {
    let (a, b) = (lines.paths.position(at: segment), lines.paths.position(at: segment + 1))
    let (from, to) = (chainage.value(ofVertex: segment), chainage.value(ofVertex: segment + 1))
    let parts = max(1, Int(((to - from) / Self.partLength).rounded(.up)))
    let places = (0...parts).map { part in
      let share = Double(part) / Double(parts)
      return CutPosition(
        segment: segment, fraction: share,
        position: Position(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)))
    }
    // Degrees are no metres: the chainage of a long segment does not grow in proportion.
    let marks = [from] + places.dropFirst().dropLast().map { chainage.value(at: $0) } + [to]
    var ranges: [ClosedRange<Double>] = []
    for part in 0..<parts {
      let reach = EdgeReach(places[part].position, places[part + 1].position, within: distance)
      let (start, length) = (marks[part], marks[part + 1] - marks[part])
      for edge in edges {
        guard let shares = reach.shares(near: edge.start, edge.end) else { continue }
        ranges.append(start + shares.lowerBound * length...start + shares.upperBound * length)
      }
    }
    return ranges.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// Puts together what overlaps or is apart by no more than rounding.
  private static func merged(
    _ found: [(row: Int, range: ClosedRange<Double>)]
  ) -> [(row: Int, range: ClosedRange<Double>)] {
    found.reduce(into: []) { merged, next in
      guard let last = merged.last, last.row == next.row,
        next.range.lowerBound <= last.range.upperBound + LineMosaic.leastLength
      else { return merged.append(next) }
      let end = max(last.range.upperBound, next.range.upperBound)
      merged[merged.count - 1].range = last.range.lowerBound...end
    }
  }
}
