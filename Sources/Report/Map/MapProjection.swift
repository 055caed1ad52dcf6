internal import Geometry
internal import PROJBridge

/// Longitude and latitude to a plane in metres on which areas are right: Lambert's azimuthal
/// equal-area projection of WGS 84, by PROJ.
///
/// Lengths are exact at the centre; at an angle c from it they are right to 1/cos(c / 2) to either
/// side, 1.5 % at 20 degrees.
struct MapProjection {
  /// The centre in longitude and latitude, in whole degrees.
  let centre: Position
  private let transformation: Transformation

  /// - Throws: When PROJ has no database.
  init(centre: Position) throws {
    self.centre = Position(centre.x.rounded(), centre.y.rounded())
    let definition =
      "+proj=laea +lat_0=\(self.centre.y) +lon_0=\(self.centre.x) +datum=WGS84 +units=m"
    transformation = try Transformation(from: CoordinateReferenceSystem(definition))
  }

  /// Returns the images of interleaved longitudes and latitudes, in metres to the east and north;
  /// the antipode of the centre, which has none, becomes infinite.
  func plane(_ degrees: [Double]) -> [Double] {
    var plane = degrees
    transformation.transform(&plane, isInverse: true)
    return plane
  }

  /// Returns the longitudes and latitudes of places on the plane.
  func degrees(_ plane: [Double]) -> [Double] {
    var degrees = plane
    transformation.transform(&degrees)
    return degrees
  }
}

extension MapProjection {
  /// The middle of some boxes: of the latitudes that they span, and of the shortest arc of longitudes
  /// that holds them all, so that both sides of the antimeridian lie together.
  static func centre(of boxes: [Box]) -> Position? {
    let boxes = boxes.filter { !$0.isEmpty }.sorted { $0.minX < $1.minX }
    guard let first = boxes.first, let last = boxes.map(\.maxX).max() else { return nil }
    let (south, north) = boxes.reduce((first.minY, first.maxY)) {
      (min($0.0, $1.minY), max($0.1, $1.maxY))
    }
    // The widest gap between boxes, that over the antimeridian to begin with.
    var (gap, west, east) = (first.minX + 360 - last, first.minX, last)
    var reach = first.maxX
    for box in boxes {
      if box.minX - reach > gap { (gap, west, east) = (box.minX - reach, box.minX, reach + 360) }
      reach = max(reach, box.maxX)
    }
    let longitude = (west + east) / 2
    return Position(longitude > 180 ? longitude - 360 : longitude, (south + north) / 2)
  }
}
