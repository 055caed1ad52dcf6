internal import Geometry
internal import Overlay

extension StrokeJoints {
  /// A place in a network of one family.
  private struct Place: Hashable {
    let position: Position
    let family: Int32
  }

  /// Joins ends that meet nothing of their family to others nearby, the nearest first, unless the way
  /// turns by a right angle or more: lines that were cut at the edges of tiles or sheets.
  mutating func bridge(_ ends: [End], within gap: Double, family: (_ path: Int) -> Int32) {
    let free = freeEnds(ends, family: family)
    // Half of the gap on both sides: boxes of ends that are near each other meet.
    let boxes = free.map { end in
      Box(
        minX: end.position.x, minY: end.position.y, maxX: end.position.x, maxY: end.position.y
      ).grown(byMetres: gap / 2)
    }
    var pairs: [(distance: Double, first: Int32, second: Int32)] = []
    PackedIndex(boxes).forEachPair { a, b in
      let (first, second) = (free[min(a, b)], free[max(a, b)])
      let distance = LengthMeasure.geodesic.distance(first.position, second.position)
      if first.family == second.family && first.number / 2 != second.number / 2
        && distance <= gap && first.cosine(to: second) > 0
      {
        pairs.append((distance, first.number, second.number))
      }
      return true
    }
    pairs.sort { $0 < $1 }
    for pair in pairs { join(pair.first, pair.second) }
  }

  /// The ends that share their position with no other vertex of their family.
  private func freeEnds(_ ends: [End], family: (_ path: Int) -> Int32) -> [End] {
    let open = ends.filter { mates[Int($0.number)] < 0 }
    var counts: [Place: Int] = [:]
    for end in open { counts[Place(position: end.position, family: end.family)] = 0 }
    for path in 0..<paths.count {
      let family = family(path)
      for vertex in paths.vertices(of: path) {
        let place = Place(position: paths.position(at: vertex), family: family)
        if let count = counts[place] { counts[place] = count + 1 }
      }
    }
    return open.filter { counts[Place(position: $0.position, family: $0.family)] == 1 }
  }
}
