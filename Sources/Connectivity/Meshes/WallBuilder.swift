internal import Geometry
internal import Overlay
internal import PROJBridge

/// Makes walls and openings of the edges inside a range, and of those where cells meet across ±180°.
struct WallBuilder {
  private(set) var walls: [Wall] = []
  private(set) var pieces: [WallPiece] = []
  private(set) var openings: [(Int32, Int32)] = []
  private let subdivision: Subdivision
  private let sources: MeshSources
  private let chainage: Chainage

  init(
    _ subdivision: Subdivision, _ sources: MeshSources, _ cells: [Int], jobs: Int
  ) async throws {
    (self.subdivision, self.sources) = (subdivision, sources)
    chainage = Chainage(subdivision.lines, by: .geodesic)
    let lengths = try await subdivision.lengths(jobs: jobs)
    for (number, edge) in subdivision.edges.enumerated() {
      let (left, right) = (cells[edge.left], cells[edge.right])
      guard left >= 0 && right >= 0 else { continue }
      add([number], left, right, length: lengths[number])
    }
    for contact in SeamContacts(subdivision, cells).contacts {
      let (south, north) = (contact.latitudes.lowerBound, contact.latitudes.upperBound)
      add(
        contact.edges, contact.cells.east, contact.cells.west,
        length: Geodesic.wgs84.distance(from: Position(180, south), to: Position(180, north)))
    }
  }

  /// Adds what lies between two cells: a wall of all barriers along some edges, or an opening.
  private mutating func add(_ edges: [Int], _ left: Int, _ right: Int, length: Double) {
    let first = pieces.count
    for edge in edges {
      for arc in subdivision.arcs(along: edge) {
        guard let barrier = sources.barrier(ofRow: subdivision.row(ofArc: Int(arc))) else {
          continue
        }
        let (from, to) = (subdivision.arcs[Int(arc)].from, subdivision.arcs[Int(arc)].to)
        let start = chainage.value(at: from)
        let stretch = start...max(start, chainage.value(at: to))
        pieces.append(WallPiece(barrier: barrier, stretch: stretch))
      }
    }
    if pieces.count > first {
      walls.append(
        Wall(left: left, right: right, length: length, pieces: first..<pieces.count))
    } else if left != right {
      openings.append((Int32(truncatingIfNeeded: left), Int32(truncatingIfNeeded: right)))
    }
  }
}
