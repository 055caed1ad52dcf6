package import Geometry
package import Overlay

/// Paths joined to strokes: whole roads and railways instead of the pieces in which they come.
///
/// Where ends of paths of one family share a position exactly, those that go on most straight are
/// joined, two by two, unless they turn by a right angle or more.
package struct Strokes {
  /// Where a path lies along its stroke.
  package struct Place {
    /// The stroke.
    package var stroke: Int32 = -1
    /// Whether the path is passed from its end to its start.
    package var isReversed = false
    /// How far along the stroke the path begins to be passed.
    package var offset = 0.0
  }

  /// The row of every path.
  package let rows: [Int32]
  /// Where every path lies.
  package private(set) var places: [Place]
  /// The length of every stroke.
  package private(set) var lengths: [Double] = []
  /// The chainage of the start of every path along its row.
  let starts: [Double]
  /// The length of every path.
  package let pathLengths: [Double]

  /// Joins the paths of some lines.
  ///
  /// - Parameters:
  ///   - lines: Lines in longitude and latitude.
  ///   - families: A number for every line: only paths of one family are joined.
  ///   - chainage: The chainages of the lines.
  ///   - gap: How far apart ends may be that are joined, in metres, where they meet nothing else; 0 for
  ///     those that share a position. A gap has no length along the stroke.
  package init(_ lines: LineColumn, families: [Int32], _ chainage: Chainage, gap: Double = 0) {
    let paths = lines.paths
    let rows = lines.rowsOfPaths()
    self.rows = rows
    let spans = (0..<paths.count).map { path -> (start: Double, end: Double) in
      let vertices = paths.vertices(of: path)
      guard vertices.count > 1 else { return (0, 0) }
      return (
        chainage.value(ofVertex: vertices.lowerBound),
        chainage.value(ofVertex: vertices.upperBound - 1)
      )
    }
    starts = spans.map(\.start)
    pathLengths = spans.map { $0.end - $0.start }
    places = Array(repeating: Place(), count: paths.count)
    let joints = StrokeJoints(paths, gap: gap) { families[Int(rows[$0])] }
    for end in 0..<2 * paths.count where joints.mates[end] < 0 { follow(from: end, joints) }
    // What is left closes on itself; where such a stroke begins does not depend on the order of rows.
    for path in 0..<paths.count where places[path].stroke < 0 {
      follow(from: joints.leastEnd(ofRingFrom: 2 * path), joints)
    }
  }

  /// Lays a stroke from one end of a path, unless it was laid from its other end.
  private mutating func follow(from end: Int, _ joints: StrokeJoints) {
    guard places[end / 2].stroke < 0 else { return }
    let stroke = Int32(truncatingIfNeeded: lengths.count)
    var (end, length) = (end, 0.0)
    while end >= 0 && places[end / 2].stroke < 0 {
      places[end / 2] = Place(stroke: stroke, isReversed: end % 2 == 1, offset: length)
      length += pathLengths[end / 2]
      end = Int(joints.mates[end ^ 1])
    }
    lengths.append(length)
  }

  /// The chainage along the row of a place along the stroke of a path.
  func chainage(onPath path: Int, at place: Double) -> Double {
    let along = place - places[path].offset
    let length = pathLengths[path]
    return starts[path] + min(max(places[path].isReversed ? length - along : along, 0), length)
  }

  /// The place along the stroke of a path of a chainage along the row.
  func place(onPath path: Int, at chainage: Double) -> Double {
    let along = chainage - starts[path]
    return places[path].offset
      + (places[path].isReversed ? pathLengths[path] - along : along)
  }

  /// The places along its stroke where a path begins and ends to be passed.
  func extent(ofPath path: Int) -> (from: Double, to: Double) {
    (places[path].offset, places[path].offset + pathLengths[path])
  }

  /// Returns the paths of every stroke in the order in which they are passed.
  package func paths() -> [[Int]] {
    var paths: [[Int]] = Array(repeating: [], count: lengths.count)
    for (path, place) in places.enumerated() { paths[Int(place.stroke)].append(path) }
    return paths.map { $0.sorted { places[$0].offset < places[$1].offset } }
  }
}
