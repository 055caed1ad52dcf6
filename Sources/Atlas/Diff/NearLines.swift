internal import Geometry
internal import PROJBridge
internal import Permeability

/// Lines by what lies near them, to tell a line that was drawn anew from one that is gone.
struct NearLines: Sendable {
  /// How near two drawings of one line are, in metres: more than the error of any source at the scale
  /// of a road, and less than what keeps two roads apart.
  static let reach = 100.0
  /// The length of the steps in which a line is compared, in metres.
  private static let step = 50.0

  private let lines: LineColumn
  private let index: PackedIndex
  /// The row and the vertices at both ends of every segment.
  private let segments: [(row: Int, from: Int, to: Int)]

  /// Indexes some rows of some lines.
  init(_ rows: [Int], of lines: LineColumn) {
    var segments: [(row: Int, from: Int, to: Int)] = []
    for row in rows {
      for path in lines.pathIndices(of: row) {
        let vertices = lines.paths.vertices(of: path)
        // A path of one vertex is a place, and as good as a segment without length.
        if vertices.count == 1 {
          segments.append((row, vertices.lowerBound, vertices.lowerBound))
        }
        for vertex in vertices.dropLast() { segments.append((row, vertex, vertex + 1)) }
      }
    }
    index = PackedIndex(
      segments.map { segment in
        let (a, b) = (
          lines.paths.position(at: segment.from), lines.paths.position(at: segment.to)
        )
        return Box(
          minX: min(a.x, b.x), minY: min(a.y, b.y), maxX: max(a.x, b.x), maxY: max(a.y, b.y))
      })
    (self.lines, self.segments) = (lines, segments)
  }

  /// Returns which share of the length of a line lies within ``reach`` of each of these, by their rows;
  /// rows that are nowhere near are left out.
  ///
  /// The line is walked in steps of at most 50 m, each of which counts where its middle is.
  func shares(of row: Int, of other: LineColumn) -> [Int: Double] {
    var near: [Int: Double] = [:]
    var total = 0.0
    for path in other.pathIndices(of: row) {
      for vertex in other.paths.vertices(of: path).dropLast() {
        let (a, b) = (other.paths.position(at: vertex), other.paths.position(at: vertex + 1))
        let length = Geodesic.wgs84.distance(from: a, to: b)
        total += length
        let count = max((length / Self.step).rounded(.up), 1)
        for number in stride(from: 0.5, to: count, by: 1) {
          let share = number / count
          let middle = Position(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y))
          for owner in rows(near: middle) { near[owner, default: 0] += length / count }
        }
      }
    }
    return total > 0 ? near.mapValues { min($0 / total, 1) } : [:]
  }

  /// The rows within reach of a place.
  private func rows(near place: Position) -> Set<Int> {
    let frame = LocalFrame(latitude: place.y)
    var found: [Int] = []
    index.collect(meeting: place.box.grown(byMetres: Self.reach), into: &found)
    return found.reduce(into: []) { rows, segment in
      let nearest = nearest(to: place, on: segment, frame)
      if nearest.square <= Self.reach * Self.reach { rows.insert(segments[segment].row) }
    }
  }

  /// Returns the distance of a place from the nearest of the lines in metres, nil where there is none.
  ///
  /// Which place is nearest is decided in the plane at the latitude, which is off by 0.2 % 10 km away;
  /// the distance to it is geodesic.
  func distance(from place: Position) -> Double? {
    let frame = LocalFrame(latitude: place.y)
    var radius = Self.reach
    while true {
      var found: [Int] = []
      index.collect(meeting: place.box.grown(byMetres: radius), into: &found)
      let best = found.map { nearest(to: place, on: $0, frame) }.min { $0.square < $1.square }
      // What is farther than the radius may lie behind something that was not looked at.
      if let best, best.square <= radius * radius || radius > Self.halfGlobe {
        return Geodesic.wgs84.distance(from: place, to: best.place)
      }
      if radius > Self.halfGlobe { return nil }
      radius *= 4
    }
  }

  /// More than any distance on the globe, in metres.
  private static let halfGlobe = 2.1e7

  /// The nearest place of a segment, and the square of how far it is.
  private func nearest(
    to place: Position, on segment: Int, _ frame: LocalFrame
  ) -> (square: Double, place: Position) {
    let a = lines.paths.position(at: segments[segment].from)
    let b = lines.paths.position(at: segments[segment].to)
    if let nearest = frame.nearest(to: place, from: a, to: b) {
      let share = nearest.share
      return (
        (nearest.way * nearest.way).sum(),
        Position(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y))
      )
    }
    let way = frame.way(from: SIMD2(place.x, place.y), to: SIMD2(a.x, a.y))
    return ((way * way).sum(), a)
  }
}

extension NearLines {
  /// Returns how far two lines lie apart at most, in metres: the greatest distance of any vertex of one
  /// from the other, both ways (the Hausdorff distance over vertices); nil where one has no vertex.
  static func greatestDistance(
    _ row: Int, of lines: LineColumn, _ otherRow: Int, of others: LineColumn
  ) -> Double? {
    let there = NearLines([otherRow], of: others).farthest(row, of: lines)
    let back = NearLines([row], of: lines).farthest(otherRow, of: others)
    guard let there, let back else { return nil }
    return max(there, back)
  }

  /// The distance of the vertex of a line that is farthest away; nil where there is none.
  private func farthest(_ row: Int, of other: LineColumn) -> Double? {
    other.pathIndices(of: row).lazy.flatMap { other.paths.vertices(of: $0) }
      .compactMap { distance(from: other.paths.position(at: $0)) }.max()
  }
}

extension Position {
  /// The box that holds it alone.
  fileprivate var box: Box { Box(minX: x, minY: y, maxX: x, maxY: y) }
}
