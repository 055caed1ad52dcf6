internal import Geometry

/// Which ends of paths are joined. Path `p` has the ends `2 p`, its start, and `2 p + 1`.
struct StrokeJoints {
  /// The end to which every end is joined; −1 for none.
  private(set) var mates: [Int32]
  let paths: PathSet

  /// An end of a path.
  struct End {
    let number: Int32
    let family: Int32
    let position: Position
    /// The way in which the path arrives there, of length 1.
    let heading: SIMD2<Double>

    static func < (a: End, b: End) -> Bool {
      (a.position.x, a.position.y, a.family, a.number)
        < (b.position.x, b.position.y, b.family, b.number)
    }

    func meets(_ other: End) -> Bool { position == other.position && family == other.family }

    /// The cosine of the angle by which the way turns from one end to another.
    func cosine(to other: End) -> Double {
      let product = heading * other.heading
      return -product.x - product.y
    }
  }

  /// - Parameters:
  ///   - paths: The paths.
  ///   - gap: How far apart ends may be that are joined, in metres; 0 for those that share a position.
  ///   - family: Returns a number for the family of a path.
  init(_ paths: PathSet, gap: Double = 0, family: (_ path: Int) -> Int32) {
    self.paths = paths
    mates = Array(repeating: -1, count: 2 * paths.count)
    var ends: [End] = []
    ends.reserveCapacity(2 * paths.count)
    for path in 0..<paths.count {
      let vertices = paths.vertices(of: path)
      guard let first = vertices.first, let last = vertices.last,
        paths.position(at: first) != paths.position(at: last),
        let arrival = Self.heading(paths, vertices.reversed()),
        let departure = Self.heading(paths, vertices)
      else { continue }
      let number = Int32(truncatingIfNeeded: 2 * path)
      let family = family(path)
      ends.append(
        End(
          number: number, family: family, position: paths.position(at: first), heading: departure))
      ends.append(
        End(
          number: number + 1, family: family, position: paths.position(at: last), heading: arrival))
    }
    ends.sort(by: <)
    var start = 0
    while start < ends.count {
      var end = start + 1
      while end < ends.count && ends[end].meets(ends[start]) { end += 1 }
      join(ends[start..<end])
      start = end
    }
    if gap > 0 { bridge(ends, within: gap, family: family) }
  }

  /// Joins ends at one position: those that go on most straight first.
  private mutating func join(_ ends: ArraySlice<End>) {
    var pairs: [(cosine: Double, first: Int32, second: Int32)] = []
    for a in ends.indices {
      for b in a + 1..<ends.endIndex where ends[a].number / 2 != ends[b].number / 2 {
        let cosine = ends[a].cosine(to: ends[b])
        if cosine > 0 { pairs.append((cosine, ends[a].number, ends[b].number)) }
      }
    }
    pairs.sort { (-$0.cosine, $0.first, $0.second) < (-$1.cosine, $1.first, $1.second) }
    for pair in pairs { join(pair.first, pair.second) }
  }

  /// Joins two ends unless one of them is joined already.
  mutating func join(_ first: Int32, _ second: Int32) {
    guard mates[Int(first)] < 0 && mates[Int(second)] < 0 else { return }
    mates[Int(first)] = second
    mates[Int(second)] = first
  }

  /// The way in which a path arrives at the first of some vertices from the next different one.
  static func heading(_ paths: PathSet, _ vertices: some Sequence<Int>) -> SIMD2<Double>? {
    var end: Position?
    for vertex in vertices {
      let position = paths.position(at: vertex)
      guard let end else {
        end = position
        continue
      }
      if position == end { continue }
      let way = LocalFrame(latitude: end.y).way(
        from: SIMD2(position.x, position.y), to: SIMD2(end.x, end.y))
      return way / (way * way).sum().squareRoot()
    }
    return nil
  }

  /// The end with the least position among those from which paths of a ring are passed.
  func leastEnd(ofRingFrom start: Int) -> Int {
    var (least, end) = (start, start)
    repeat {
      end = Int(mates[end ^ 1])
      if end < 0 { return start }
      let (position, other) = (position(of: end), position(of: least))
      if (position.x, position.y) < (other.x, other.y) { least = end }
    } while end != start
    return least
  }

  private func position(of end: Int) -> Position {
    let vertices = paths.vertices(of: end / 2)
    return paths.position(at: end % 2 == 0 ? vertices.lowerBound : vertices.upperBound - 1)
  }
}
