internal import Geometry
internal import PROJBridge

/// A coordinate reference system that coordinates without one may be in.
///
/// Alignments in Central Asia come in zones of UTM on WGS 84, in zones of Gauss-Krüger on Pulkovo 1942
/// with or without the number of the zone before the easting, and in the zones of 1963.
struct LikelyCRS: Sendable, Equatable {
  /// The code, such as `EPSG:32640`.
  let code: String
  /// The name.
  let name: String
  /// Where the middle of the line would lie, in longitude and latitude.
  let place: Position
  /// How far from the middle of its zone that is, in degrees.
  let offset: Double

  /// The greatest number that a reader is offered.
  static let limit = 5

  /// Returns the systems in which coordinates make sense, nearest to the middle of a zone first.
  ///
  /// - Parameters:
  ///   - box: Where the coordinates lie.
  ///   - extent: Where the line must lie, in degrees; nil for anywhere from 39° to 129° east.
  /// - Returns: All that fit.
  static func candidates(for box: Box, within extent: Box?) -> [LikelyCRS] {
    let middle = Position((box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2)
    let extent = extent ?? Box(minX: 39, minY: 0, maxX: 129, maxY: 84)
    let centre = (extent.minX + extent.maxX) / 2
    let found = zones(for: middle).compactMap { zone -> LikelyCRS? in
      guard let found = candidate(zone, for: middle),
        extent.contains(x: found.place.x, y: found.place.y)
      else { return nil }
      return found
    }
    // Eastings say nothing of the zone where they carry no number: the middle of the extent decides.
    func order(_ crs: LikelyCRS) -> (Double, Double) {
      ((10 * crs.offset).rounded(), (crs.place.x - centre).magnitude)
    }
    return found.sorted { order($0) < order($1) }
  }

  /// The zones whose false easting is near the coordinates.
  private static func zones(for middle: Position) -> [(code: Int, meridian: Double?)] {
    guard (0...10_000_000).contains(middle.y) else { return [] }
    var zones: [(Int, Double?)] = []
    if (100_000...900_000).contains(middle.x) {
      zones += (37...52).map { (32_600 + $0, Double(6 * $0 - 183)) }
      zones += (7...22).map { (2_490 + $0, Double(6 * $0 - 3)) }
    }
    let number = Int(middle.x / 1_000_000)
    if (7...22).contains(number) { zones.append((28_400 + number, Double(6 * number - 3))) }
    if middle.x > 1_000_000 {
      zones += [3350, 3351, 3352, 7825, 7826, 7827, 7828, 7829, 7830, 7831].map { ($0, nil) }
    }
    return zones
  }

  private static func candidate(
    _ zone: (code: Int, meridian: Double?), for middle: Position
  ) -> LikelyCRS? {
    let code = "EPSG:\(zone.code)"
    // A system that this version of PROJ does not know is none that it could read.
    guard let crs = try? CoordinateReferenceSystem(code), let area = crs.areaOfUse,
      let way = try? Transformation(from: crs)
    else { return nil }
    var xy = [middle.x, middle.y]
    way.transform(&xy)
    let place = Position(xy[0], xy[1])
    // The middle of a long line may lie a little outside of its zone.
    let isInside =
      place.x >= area.minX - 1.5 && place.x <= area.maxX + 1.5 && place.y >= area.minY - 1.5
      && place.y <= area.maxY + 1.5
    guard isInside else { return nil }
    let meridian = zone.meridian ?? (area.minX + area.maxX) / 2
    return LikelyCRS(
      code: code, name: crs.name, place: place, offset: (place.x - meridian).magnitude)
  }

  /// What a reader is told of some systems: the first of them, and how many others fit.
  static func inWords(_ systems: [LikelyCRS]) -> String {
    var lines = systems.prefix(limit).map(\.inWords)
    if systems.count > limit {
      lines.append(
        "and \(systems.count - limit) other zones: eastings without the number of a zone fit them "
          + "all, and zones with lower numbers lie to the west")
    }
    return lines.joined(separator: "\n       ")
  }

  /// What a reader is told of it.
  private var inWords: String {
    let (x, y) = ((10 * place.x).rounded() / 10, (10 * place.y).rounded() / 10)
    return "\(code) (\(name)), which puts it near \(x) E, \(y) N"
  }
}
