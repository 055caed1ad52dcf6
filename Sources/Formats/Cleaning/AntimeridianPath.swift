package import Geometry

/// A path in continuous longitudes: where it crosses the antimeridian, they run on beyond ±180.
///
/// The plane of continuous longitudes falls into strips of 360 degrees; strip 0 is −180...180.
package struct AntimeridianPath {
  /// The vertices.
  private(set) var positions: [Position]
  /// Whether any vertex differs from the one that was delivered.
  private(set) var isAltered = false

  /// Makes the longitudes of a path continuous.
  ///
  /// Ordinates that lie beyond the antimeridian or a pole by rounding are put back onto it.
  ///
  /// - Parameters:
  ///   - xy: The interleaved ordinates, in degrees.
  ///   - isRing: Whether the last vertex is the first again.
  ///   - findsJumps: Whether an edge of more than 180 degrees goes the short way round; otherwise
  ///     longitudes are continuous already.
  package init(_ xy: Span<Double>, isRing: Bool, findsJumps: Bool) {
    positions = (0..<xy.count / 2).map { vertex in
      Position(
        Self.onAntimeridian(xy[2 * vertex]), min(max(xy[2 * vertex + 1], -90), 90))
    }
    isAltered = positions.indices.contains { vertex in
      positions[vertex] != Position(xy[2 * vertex], xy[2 * vertex + 1])
    }
    if findsJumps { unwrap(isRing: isRing) }
  }

  private init(positions: [Position]) {
    self.positions = positions
    isAltered = true
  }

  /// The westernmost and easternmost longitude.
  var reach: ClosedRange<Double> {
    let longitudes = positions.lazy.map(\.x)
    return (longitudes.min() ?? 0)...(longitudes.max() ?? 0)
  }

  /// Whether the path, a ring, goes round a pole: then it ends a whole turn from its start.
  var windsAroundPole: Bool {
    guard let first = positions.first, let last = positions.last else { return false }
    return abs(last.x - first.x) > 180
  }

  /// The strips that the path has a part in.
  var strips: ClosedRange<Int> { Self.strips(of: [self]) }

  /// Returns the strips that some paths have a part in.
  static func strips(of paths: [AntimeridianPath]) -> ClosedRange<Int> {
    let reaches = paths.map(\.reach)
    let west = reaches.map(\.lowerBound).min() ?? 0
    let east = reaches.map(\.upperBound).max() ?? 0
    let first = Int(((west + 180) / 360).rounded(.down))
    let last = Int(((east + 180) / 360).rounded(.up)) - 1
    if first <= last { return first...last }
    return last...last  // on a meridian between two strips, which belongs to the one in the west
  }

  /// Returns the path some whole turns further east.
  func turned(_ turns: Int) -> AntimeridianPath {
    if turns == 0 { return self }
    return AntimeridianPath(
      positions: positions.map { Position($0.x + 360 * Double(turns), $0.y) })
  }

  /// Returns the path in the other direction.
  func reversed() -> AntimeridianPath { AntimeridianPath(positions: positions.reversed()) }

  /// Returns a path that goes round a pole, closed by way of the pole.
  ///
  /// The path is repeated to two turns on either side of strip 0, so that it fills the strip
  /// wherever it starts and however it winds back; the closing edges lie outside.
  func closed(overPole pole: Double) -> AntimeridianPath {
    guard let first = positions.first, let last = positions.last else { return self }
    let eastward = first.x < last.x ? self : reversed()
    let strip = Int(((min(first.x, last.x) + 180) / 360).rounded(.down))
    var ring = (-2...1).flatMap { eastward.turned($0 - strip).positions }
    guard let west = ring.first, let east = ring.last else { return self }
    ring += [Position(east.x, pole), Position(west.x, pole), west]
    return AntimeridianPath(positions: ring)
  }

  /// Returns the path with a vertex wherever an edge crosses a meridian between two strips, so that
  /// lines and rings that share an edge are cut at the same place, whatever their direction.
  func cutAtMeridians() -> AntimeridianPath {
    var cut: [Position] = []
    cut.reserveCapacity(positions.count + 2)
    for position in positions {
      if let last = cut.last { cut += Self.cuts(from: last, to: position) }
      cut.append(position)
    }
    return AntimeridianPath(positions: cut)
  }

  /// Returns the vertices in longitudes of −180...180: one piece for each stay in a strip.
  package func pieces() -> [[Position]] {
    let strips = strips
    if strips.count == 1 { return [turned(-strips.lowerBound).positions] }
    let positions = cutAtMeridians().positions
    var pieces: [[Position]] = []
    var strip: Int?
    for (start, end) in zip(positions, positions.dropFirst()) where start != end {
      // An edge along a meridian between two strips stays in the one it came from.
      let here =
        start.x == end.x ? strip : Int(((start.x / 2 + end.x / 2 + 180) / 360).rounded(.down))
      let turn = -360 * Double(here ?? strips.lowerBound)
      if strip != here || pieces.isEmpty {
        pieces.append([Position(start.x + turn, start.y)])
        strip = here
      }
      pieces[pieces.count - 1].append(Position(end.x + turn, end.y))
    }
    return pieces
  }

  /// The places strictly inside an edge where it crosses from one strip into another.
  private static func cuts(from start: Position, to end: Position) -> [Position] {
    let (west, east) = start.x < end.x ? (start, end) : (end, start)
    let first = Int(((west.x + 180) / 360).rounded(.down)) + 1
    let last = Int(((east.x + 180) / 360).rounded(.up)) - 1
    guard first <= last else { return [] }
    let cuts = (first...last).map { strip in
      let meridian = 360 * Double(strip) - 180
      // Measured from the meridian, so that the strip the edge is written in does not matter.
      let (before, after) = (west.x - meridian, east.x - meridian)
      return Position(meridian, west.y + (east.y - west.y) * (-before / (after - before)))
    }
    return start.x < end.x ? cuts : cuts.reversed()
  }

  /// Adds whole turns to every vertex behind a jump.
  private mutating func unwrap(isRing: Bool) {
    let delivered = positions
    var turns = 0.0
    for vertex in positions.indices.dropFirst() {
      let step = delivered[vertex].x - delivered[vertex - 1].x
      if abs(step) > 180 && !Self.isDrawnRoundTheWorld(vertex, of: delivered, isRing: isRing) {
        turns -= (step / 360).rounded()
        isAltered = true
      }
      if turns != 0 { positions[vertex].x += 360 * turns }
    }
  }

  /// Whether the edge that ends at `vertex` is drawn along a whole parallel from −180 to 180 or
  /// back, and is not a step of no length over the antimeridian: it runs along a pole, or both its
  /// neighbours run along the antimeridian, as in a frame around the world.
  private static func isDrawnRoundTheWorld(
    _ vertex: Int, of path: [Position], isRing: Bool
  ) -> Bool {
    let (start, end) = (path[vertex - 1], path[vertex])
    guard abs(start.x) == 180, end.x == -start.x else { return false }
    if abs(start.y) == 90 && end.y == start.y { return true }
    // The last vertex of a ring is the first again.
    let count = isRing ? path.count - 1 : path.count
    let before = isRing ? (vertex - 2 + count) % count : vertex - 2
    let after = isRing ? (vertex + 1) % count : vertex + 1
    return (before < 0 || path[before].x == start.x)
      && (after >= count || path[after].x == end.x)
  }

  /// Puts a longitude that lies off the antimeridian by rounding alone onto it.
  private static func onAntimeridian(_ longitude: Double) -> Double {
    let meridian = 360 * ((longitude - 180) / 360).rounded() + 180
    return abs(longitude - meridian) <= RowCleaner.roundingNoise ? meridian : longitude
  }
}
