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
    let near = index.items(meeting: lines.box(of: row).grown(byMetres: tolerance))
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
  /// Measured in the plane near the position, see ``LocalFrame``.
  private static func nearest(
    to position: Position, on line: LineColumn
  ) -> (CutPosition, Double)? {
    let frame = LocalFrame(latitude: position.y)
    var best: (place: CutPosition, square: Double)?
    for path in line.pathIndices(of: 0) {
      for vertex in line.paths.vertices(of: path).dropLast() {
        let (a, b) = (line.paths.position(at: vertex), line.paths.position(at: vertex + 1))
        guard let (share, way) = frame.nearest(to: position, from: a, to: b) else { continue }
        let distance = (way * way).sum()
        if distance < best?.square ?? .infinity {
          let foot = Position(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y))
          best = (CutPosition(segment: vertex, fraction: share, position: foot), distance)
        }
      }
    }
    return best.map { ($0.place, $0.square.squareRoot()) }
  }
}
