internal import Foundation
public import Geometry
internal import Overlay

/// Passages by where they lie, to be found along barriers.
public struct PassageSites: Sendable {
  /// A passage on a barrier.
  public struct Place: Sendable, Hashable {
    /// Which passage it is, by its number.
    public let passage: Int
    /// How far along the barrier it lies, in metres.
    public let chainage: Double
    /// How far off the line, in metres.
    public let offset: Double
  }

  private let positions: [Position]
  private let index: PackedIndex
  private let tolerance: Double

  /// The length of a degree of latitude, rounded down, so that boxes are never too small.
  private static let metresPerDegree = 110_500.0

  /// Prepares to look for passages.
  ///
  /// - Parameters:
  ///   - positions: Where they lie, in longitude and latitude.
  ///   - tolerance: How far from a line they may lie, in metres.
  public init(_ positions: [Position], tolerance: Double) {
    self.positions = positions
    self.tolerance = tolerance
    index = PackedIndex(positions.map { Box(around: $0, $0) })
  }

  /// Returns the passages of one barrier by chainage, and its length in metres; nil where it has none.
  public func places(
    on row: Int, of lines: LineColumn
  ) -> (places: [Place], length: Double)? {
    var box = lines.box(of: row)
    let up = tolerance / Self.metresPerDegree
    let side = up / max(cos(min(max(abs(box.minY), abs(box.maxY)) + up, 89) * .pi / 180), 1e-6)
    box = Box(
      minX: box.minX - side, minY: box.minY - up, maxX: box.maxX + side, maxY: box.maxY + up)
    let near = index.items(meeting: box)
    if near.isEmpty { return nil }
    let line = lines.row(row)
    let chainage = Chainage(line, by: .geodesic)
    let places: [Place] = near.compactMap { number in
      guard let (place, offset) = Self.nearest(to: positions[number], on: line),
        offset <= tolerance
      else { return nil }
      return Place(passage: number, chainage: chainage.value(at: place), offset: offset)
    }
    if places.isEmpty { return nil }
    return (
      places.sorted { ($0.chainage, $0.passage) < ($1.chainage, $1.passage) }, chainage.lengths[0]
    )
  }

  /// The place of a line that is nearest to a position, and the distance in metres.
  ///
  /// Measured in the plane that touches the ellipsoid at the position: exact enough for hundreds of
  /// metres, where the error is some 1e-4 of the distance.
  private static func nearest(
    to position: Position, on line: LineColumn
  ) -> (CutPosition, Double)? {
    let north = metresPerDegree
    let east = north * cos(position.y * .pi / 180)
    var best: (place: CutPosition, square: Double)?
    for path in line.pathIndices(of: 0) {
      for vertex in line.paths.vertices(of: path).dropLast() {
        let (a, b) = (line.paths.position(at: vertex), line.paths.position(at: vertex + 1))
        let (x, y) = ((a.x - position.x) * east, (a.y - position.y) * north)
        let (u, v) = ((b.x - a.x) * east, (b.y - a.y) * north)
        let square = u * u + v * v
        if square == 0 { continue }
        let share = min(max(-(x * u + y * v) / square, 0), 1)
        let (dx, dy) = (x + share * u, y + share * v)
        let distance = dx * dx + dy * dy
        if distance < best?.square ?? .infinity {
          let foot = Position(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y))
          best = (CutPosition(segment: vertex, fraction: share, position: foot), distance)
        }
      }
    }
    return best.map { ($0.place, $0.square.squareRoot()) }
  }
}
