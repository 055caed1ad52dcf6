internal import Geometry
internal import Overlay

/// Where cells meet across the antimeridian: features that cross ±180° are divided there on reading,
/// which leaves edges along the seam that are no boundary of theirs.
struct SeamContacts {
  /// A place where an edge at 180° meets one at −180°.
  struct Contact {
    /// The edges, the one at 180° first.
    let edges: [Int]
    /// The cells at them.
    let cells: (east: Int, west: Int)
    /// The latitudes between which they meet.
    let latitudes: ClosedRange<Double>
  }

  /// All places, from the south to the north.
  private(set) var contacts: [Contact] = []

  /// A part of an edge along the seam.
  private struct Side {
    let edge: Int
    let cell: Int
    let latitudes: ClosedRange<Double>
  }

  /// Finds them.
  ///
  /// - Parameters:
  ///   - subdivision: A range, divided.
  ///   - cells: The cell of every face; −1 for none.
  init(_ subdivision: Subdivision, _ cells: [Int]) {
    let paths = subdivision.lines.paths
    let box = paths.box(ofVertices: 0..<paths.vertexCount)
    guard box.minX == -180 && box.maxX == 180 else { return }
    let west = Self.sides(-180, subdivision, cells)
    var first = 0
    for side in Self.sides(180, subdivision, cells) {
      while first < west.count && west[first].latitudes.upperBound <= side.latitudes.lowerBound {
        first += 1
      }
      for other in west[first...] {
        let common = side.latitudes.clamped(to: other.latitudes)
        if other.latitudes.lowerBound >= side.latitudes.upperBound { break }
        contacts.append(
          Contact(
            edges: [side.edge, other.edge], cells: (side.cell, other.cell), latitudes: common))
      }
    }
  }

  /// The parts of edges at one side of the seam that have a cell, from the south to the north.
  private static func sides(_ x: Double, _ subdivision: Subdivision, _ cells: [Int]) -> [Side] {
    var sides: [Side] = []
    for (number, edge) in subdivision.edges.enumerated() {
      let cell = max(cells[edge.left], cells[edge.right])
      guard cell >= 0 else { continue }
      var last = subdivision.nodes[edge.from]
      subdivision.forEachPosition(behindStartOf: number) { position in
        if position.x == x && last.x == x && position.y != last.y {
          let latitudes = min(position.y, last.y)...max(position.y, last.y)
          sides.append(Side(edge: number, cell: cell, latitudes: latitudes))
        }
        last = position
      }
    }
    return sides.sorted { $0.latitudes.lowerBound < $1.latitudes.lowerBound }
  }
}
