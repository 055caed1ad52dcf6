internal import Geometry

extension PathSet {
  /// The parallels that are tried, as parts of the height of a ring.
  private static let levels = stride(from: 0.2, through: 0.8, by: 0.05)

  /// A place for a name in a ring: the middle of the widest stretch of a parallel inside it, of some
  /// parallels that keep away from its northern and southern ends.
  ///
  /// - Parameter ring: The ring, its first vertex again at the end.
  /// - Returns: The place; nil for a ring without height.
  func widestPlace(in ring: Int) -> Position? {
    let box = box(of: ring..<ring + 1)
    guard box.minY < box.maxY else { return nil }
    var best: (place: Position, width: Double)?
    for level in Self.levels {
      let y = box.minY + level * (box.maxY - box.minY)
      let crossings = longitudes(of: ring, at: y)
      // Between the first and the second the ring is inside, between the second and third outside.
      for index in stride(from: 0, to: crossings.count - 1, by: 2) {
        let width = crossings[index + 1] - crossings[index]
        if width > best?.width ?? 0 {
          best = (Position(crossings[index] + width / 2, y), width)
        }
      }
    }
    return best?.place
  }

  /// Where a ring crosses a parallel, from west to east.
  private func longitudes(of ring: Int, at y: Double) -> [Double] {
    var longitudes: [Double] = []
    for vertex in vertices(of: ring).dropLast() {
      let (a, b) = (position(at: vertex), position(at: vertex + 1))
      guard (a.y < y) != (b.y < y) else { continue }
      longitudes.append(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x))
    }
    return longitudes.sorted()
  }
}
