internal import CPROJ
package import Geometry

/// Shortest paths, lengths and areas on the ellipsoid of WGS 84, by the algorithms of Karney (2013)
/// in PROJ: lengths are good to 15 nm, areas to 0.1 m² per polygon edge.
///
/// Positions are longitude (x) and latitude (y) in degrees; longitudes may be any number of whole
/// turns away. Distances are in metres, areas in m², azimuths in degrees clockwise from north.
package struct Geodesic: Sendable {
  private var ellipsoid: geod_geodesic

  /// The geodesics of WGS 84.
  package static let wgs84 = Geodesic()

  private init() {
    ellipsoid = geod_geodesic()
    geod_init(&ellipsoid, 6_378_137, 1 / 298.257_223_563)
  }

  /// The shortest path between two positions.
  package struct Inverse: Sendable {
    /// The length in metres.
    package let distance: Double
    /// The azimuth at the start.
    package let startAzimuth: Double
    /// The azimuth, forwards, at the end.
    package let endAzimuth: Double
  }

  /// Returns the shortest path between two positions (`geod_inverse`).
  package func inverse(from start: Position, to end: Position) -> Inverse {
    var (distance, startAzimuth, endAzimuth) = (0.0, 0.0, 0.0)
    withEllipsoid {
      geod_inverse($0, start.y, start.x, end.y, end.x, &distance, &startAzimuth, &endAzimuth)
    }
    return Inverse(distance: distance, startAzimuth: startAzimuth, endAzimuth: endAzimuth)
  }

  /// Returns the length of the shortest path between two positions.
  package func distance(from start: Position, to end: Position) -> Double {
    var distance = 0.0
    withEllipsoid { geod_inverse($0, start.y, start.x, end.y, end.x, &distance, nil, nil) }
    return distance
  }

  /// Returns where a path of given azimuth and length ends, with longitude in −180...180
  /// (`geod_direct`).
  package func direct(from start: Position, azimuth: Double, distance: Double) -> Position {
    var end = Position(0, 0)
    withEllipsoid { geod_direct($0, start.y, start.x, azimuth, distance, &end.y, &end.x, nil) }
    return end
  }

  /// Returns the length of a path given by interleaved ordinates; 0 for fewer than two vertices.
  package func length(of xy: Span<Double>) -> Double {
    var sum = 0.0
    forEachDistance(of: xy) { sum += $0 }
    return sum
  }

  /// Returns the length of every edge of a path given by interleaved ordinates.
  package func edgeLengths(of xy: Span<Double>) -> [Double] {
    var lengths: [Double] = []
    lengths.reserveCapacity(max(xy.count / 2 - 1, 0))
    forEachDistance(of: xy) { lengths.append($0) }
    return lengths
  }

  /// Returns the area within a ring given by interleaved ordinates, positive when it runs
  /// counter-clockwise; the last vertex may repeat the first (`geod_polygon_compute`).
  package func signedArea(ofRing xy: Span<Double>) -> Double {
    var polygon = geod_polygon()
    var area = 0.0
    geod_polygon_init(&polygon, 0)
    withEllipsoid {
      for vertex in 0..<xy.count / 2 {
        geod_polygon_addpoint($0, &polygon, xy[2 * vertex + 1], xy[2 * vertex])
      }
      geod_polygon_compute($0, &polygon, 0, 1, &area, nil)
    }
    return area
  }

  /// Returns the area of one part: its shell without its holes, whatever their orientation.
  package func area(ofPart part: Int, of column: PolygonColumn) -> Double {
    let rings = column.ringIndices(ofPart: part)
    return rings.reduce(0) { sum, ring in
      let area = abs(column.rings.withPath(at: ring) { signedArea(ofRing: $0) })
      return ring == rings.lowerBound ? area : sum - area
    }
  }

  /// Returns the area of one row: the sum of its parts.
  package func area(ofRow row: Int, of column: PolygonColumn) -> Double {
    column.partIndices(of: row).reduce(0) { $0 + area(ofPart: $1, of: column) }
  }

  /// Returns the length of one row: the sum of its paths.
  package func length(ofRow row: Int, of column: LineColumn) -> Double {
    column.pathIndices(of: row).reduce(0) { sum, path in
      sum + column.paths.withPath(at: path) { length(of: $0) }
    }
  }

  private func forEachDistance(of xy: Span<Double>, _ body: (Double) -> Void) {
    withEllipsoid {
      for vertex in stride(from: 2, to: xy.count - 1, by: 2) {
        var distance = 0.0
        geod_inverse(
          $0, xy[vertex - 1], xy[vertex - 2], xy[vertex + 1], xy[vertex], &distance, nil, nil)
        body(distance)
      }
    }
  }

  private func withEllipsoid(_ body: (UnsafePointer<geod_geodesic>) -> Void) {
    withUnsafePointer(to: ellipsoid, body)
  }
}
