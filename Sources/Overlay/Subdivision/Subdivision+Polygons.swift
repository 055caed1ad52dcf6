public import Geometry

extension Subdivision {
  /// Returns the polygons that groups of faces make, one row for each.
  ///
  /// Edges within a group vanish, and with them what ends inside of it. Faces of a group that share
  /// no edge become parts. Where a boundary touches itself it is divided into rings, so that the
  /// polygons are valid but for the rounding of crossings.
  ///
  /// - Parameters:
  ///   - groups: The group of every face, from 0; −1 for faces that belong to none. Face 0 must.
  ///   - count: The number of groups.
  /// - Returns: A polygon for every group, shells counter-clockwise and holes clockwise.
  public func polygons(of groups: [Int], count: Int) -> PolygonColumn {
    precondition(groups.count == faceCount && groups[0] < 0, "a group has an end")
    var parts = DisjointSets(count: faceCount)
    for edge in edges where groups[edge.left] >= 0 && groups[edge.left] == groups[edge.right] {
      _ = parts.unite(edge.left, edge.right)
    }
    var tracer = BoundaryTracer(self, groups)
    var found = PathSet()
    var rings: [(group: Int, part: Int, isHole: Int, ring: Int)] = []
    for half in 0..<2 * edges.count {
      guard let face = tracer.trace(from: half, into: &found) else { continue }
      let part = parts.root(of: face)
      for ring in rings.count..<found.count {
        let isHole = found.isCounterClockwise(ring: ring) ? 0 : 1
        rings.append((groups[face], part, isHole, ring))
      }
    }
    rings.sort { $0 < $1 }
    var polygons = PolygonColumn()
    var next = 0
    for group in 0..<count {
      while next < rings.count && rings[next].group == group {
        let part = rings[next].part
        while next < rings.count && rings[next].group == group && rings[next].part == part {
          found.withPath(at: rings[next].ring) { polygons.rings.append(interleaved: $0) }
          polygons.rings.endPath()
          next += 1
        }
        polygons.endPart()
      }
      polygons.endRow()
    }
    return polygons
  }
}

/// Walks around groups of faces.
private struct BoundaryTracer {
  private let subdivision: Subdivision
  private let groups: [Int]
  private var isDone: [Bool]
  /// The place of a node on the walk; −1 for nodes that are not.
  private var places: [Int32]

  init(_ subdivision: Subdivision, _ groups: [Int]) {
    self.subdivision = subdivision
    self.groups = groups
    isDone = Array(repeating: false, count: 2 * subdivision.edges.count)
    places = Array(repeating: -1, count: subdivision.nodes.count)
  }

  /// Walks around the group to the left of a half-edge and appends the rings that this makes.
  ///
  /// - Returns: The face to the left; nil where there is no boundary, or it is walked already.
  mutating func trace(from start: Int, into rings: inout PathSet) -> Int? {
    guard !isDone[start], isBoundary(start) else { return nil }
    var walk: [Int] = []
    var half = start
    repeat {
      isDone[half] = true
      let node = self.start(of: half)
      if places[node] >= 0 { closeRing(from: Int(places[node]), of: &walk, into: &rings) }
      places[node] = Int32(truncatingIfNeeded: walk.count)
      walk.append(half)
      half = next(after: half)
    } while half != start
    closeRing(from: 0, of: &walk, into: &rings)
    return left(of: start)
  }

  private func left(of half: Int) -> Int {
    let edge = subdivision.edges[half / 2]
    return half % 2 == 0 ? edge.left : edge.right
  }

  private func start(of half: Int) -> Int {
    let edge = subdivision.edges[half / 2]
    return half % 2 == 0 ? edge.from : edge.to
  }

  /// Whether a group lies to the left and not to the right.
  private func isBoundary(_ half: Int) -> Bool {
    let group = groups[left(of: half)]
    return group >= 0 && groups[left(of: half ^ 1)] != group
  }

  /// The next half-edge with the same group to the left, passing over those inside of it.
  private func next(after half: Int) -> Int {
    var next = subdivision.next(after: half)
    while !isBoundary(next) { next = subdivision.next(after: next ^ 1) }
    return next
  }

  /// Takes the end of a walk off as a ring.
  private mutating func closeRing(from place: Int, of walk: inout [Int], into rings: inout PathSet)
  {
    let first = subdivision.nodes[start(of: walk[place])]
    rings.append(x: first.x, y: first.y)
    for half in walk[place...] {
      places[start(of: half)] = -1
      subdivision.forEachPosition(behindStartOfHalf: half) { rings.append(x: $0.x, y: $0.y) }
    }
    rings.endPath()
    walk.removeSubrange(place...)
  }
}

extension Subdivision {
  /// Calls `body` with the positions of a half-edge behind its start, its end included.
  fileprivate func forEachPosition(behindStartOfHalf half: Int, _ body: (Position) -> Void) {
    if half % 2 == 0 { return forEachPosition(behindStartOf: half / 2, body) }
    var positions: [Position] = []
    forEachPosition(behindStartOf: half / 2) { positions.append($0) }
    positions.removeLast()
    positions.reversed().forEach(body)
    body(nodes[edges[half / 2].from])
  }
}
