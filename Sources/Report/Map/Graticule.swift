internal import Geometry

/// The meridians and parallels of a map at round degrees.
struct Graticule {
  /// A meridian or parallel.
  struct Line {
    /// What stands at its end, for instance `60°E`.
    let label: String
    let isMeridian: Bool
    /// Interleaved ordinates on the drawing, in tenths of a pixel.
    let xy: [Double]
  }

  /// The distances of lines, in degrees, that are tried, the smallest first.
  private static let steps = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 20, 30, 45]
  /// The most lines of one direction.
  private static let most = 9.0
  /// The number of edges of a line.
  private static let edges = 60

  /// The lines, meridians first.
  private(set) var lines: [Line] = []

  /// Covers a frame with lines.
  init(of frame: MapFrame, on projection: MapProjection, _ letters: Texts.Hemispheres) {
    let box = Self.degrees(of: frame, on: projection)
    let span = max(box.maxX - box.minX, box.maxY - box.minY)
    let step = Self.steps.first { span / $0 <= Self.most } ?? 45
    let west = (box.minX / step).rounded(.down)
    let east = (box.maxX / step).rounded(.up)
    let (south, north) = ((box.minY / step).rounded(.down), (box.maxY / step).rounded(.up))
    let bottom = max(south * step, -90)
    let top = min(north * step, 90)
    for count in Int(west)...Int(east) {
      let longitude = Double(count) * step
      append(
        Self.label(longitude.wrapped, step, letters.east, letters.west), isMeridian: true,
        from: Position(longitude, bottom), to: Position(longitude, top), frame, projection)
    }
    for count in Int(south)...Int(north) where abs(Double(count) * step) < 90 {
      let latitude = Double(count) * step
      append(
        Self.label(latitude, step, letters.north, letters.south), isMeridian: false,
        from: Position(west * step, latitude), to: Position(east * step, latitude), frame,
        projection)
    }
  }

  private mutating func append(
    _ label: String, isMeridian: Bool, from start: Position, to end: Position, _ frame: MapFrame,
    _ projection: MapProjection
  ) {
    var xy: [Double] = []
    for edge in 0...Self.edges {
      let part = Double(edge) / Double(Self.edges)
      xy.append(start.x + (end.x - start.x) * part)
      xy.append(start.y + (end.y - start.y) * part)
    }
    xy = projection.plane(xy)
    frame.draw(&xy)
    if xy.allSatisfy(\.isFinite) {
      lines.append(Line(label: label, isMeridian: isMeridian, xy: xy))
    }
  }

  /// The degrees that a frame spans; longitudes are within half a turn of the centre.
  private static func degrees(of frame: MapFrame, on projection: MapProjection) -> Box {
    var plane: [Double] = []
    for row in 0...20 {
      for column in 0...20 {
        let place = frame.plane(
          Position(Double(column) / 20 * frame.box.maxX, Double(row) / 20 * frame.box.maxY))
        plane.append(place.x)
        plane.append(place.y)
      }
    }
    let degrees = projection.degrees(plane)
    var box = Box.empty
    for index in stride(from: 0, to: degrees.count, by: 2)
    where degrees[index].isFinite && degrees[index + 1].isFinite {
      let away = (degrees[index] - projection.centre.x).wrapped
      box.formUnion(x: projection.centre.x + away, y: degrees[index + 1])
    }
    return box
  }

  /// Degrees with the letter of their side, without needless digits.
  private static func label(
    _ degrees: Double, _ step: Double, _ positive: String, _ negative: String
  ) -> String {
    let tenths = Int((degrees.magnitude * 10).rounded())
    let number =
      tenths.isMultiple(of: 10) ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    return tenths == 0 || tenths == 1800
      ? "\(number)°" : "\(number)°\(degrees > 0 ? positive : negative)"
  }
}

extension Graticule.Line {
  /// How far from a corner degrees have room, in tenths of a pixel.
  private static let room = 200.0

  /// Where the line leaves the drawing: a meridian at the lower edge, a parallel at the left one;
  /// nil where it does not, and where a corner leaves no room for its degrees.
  func exit(from frame: MapFrame) -> Position? {
    let edge = isMeridian ? frame.box.maxY : 0
    for vertex in stride(from: 2, to: xy.count - 1, by: 2) {
      let (a, b) = (Position(xy[vertex - 2], xy[vertex - 1]), Position(xy[vertex], xy[vertex + 1]))
      let (from, to) = isMeridian ? (a.y - edge, b.y - edge) : (a.x - edge, b.x - edge)
      guard (from < 0) != (to < 0) else { continue }
      let part = from / (from - to)
      let place = Position(a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part)
      let (along, end) = isMeridian ? (place.x, frame.box.maxX) : (place.y, frame.box.maxY)
      if (Self.room...end - Self.room).contains(along) { return place }
    }
    return nil
  }
}

extension Double {
  /// The angle in degrees within half a turn of 0.
  fileprivate var wrapped: Double { self - 360 * (self / 360).rounded() }
}
