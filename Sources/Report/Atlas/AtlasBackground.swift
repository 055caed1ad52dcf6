internal import Atlas
internal import Geometry

/// What lies below the subject of a map: the countries and regions of an atlas.
struct AtlasBackground {
  private let plan: AtlasPlan

  init(_ plan: AtlasPlan) { self.plan = plan }

  /// The countries.
  var countries: MapLayer {
    var layer = MapLayer(
      id: "countries", title: AtlasWords.countries, kind: .area,
      classes: [
        SymbolClass(
          "country", symbol: Symbol(Colour(0x9AA5B1), width: 0.8, fillOpacity: 0.06))
      ], isFramed: false)
    for country in plan.countryAreas { layer.append(country.polygons, tooltip: "") }
    return layer
  }

  /// The regions.
  ///
  /// - Parameter isFramed: Whether the map is as large as they need.
  /// - Returns: A layer of all of them.
  func regions(isFramed: Bool) -> MapLayer {
    var layer = MapLayer(
      id: "regions", title: AtlasWords.regionsTitle, kind: .area,
      classes: [
        SymbolClass(
          "region", symbol: Symbol(Colour(0x5A4A8A), width: 1, dash: [5, 3], fillOpacity: 0.04))
      ], isFramed: isFramed)
    for region in plan.regionAreas { layer.append(region.polygons, tooltip: region.name) }
    return layer
  }

  /// A country is named where its box takes at least so much of the box of the ground.
  private static let leastShare = 1.0 / 400

  /// The names of countries that have room; codes that are no names are left out.
  ///
  /// - Parameter ground: The box around the subject of the map.
  /// - Returns: A label for each of them.
  func labels(around ground: Box) -> [MapLabel] {
    plan.countryAreas.compactMap { country in
      guard let name = AtlasWords.name(ofCountry: country.name),
        let ring = country.polygons.largestRing,
        country.polygons.rings.box(of: ring).extent >= ground.extent * Self.leastShare,
        let place = country.polygons.rings.widestPlace(in: ring.lowerBound)
      else { return nil }
      return MapLabel(name, at: place)
    }
  }
}

extension MapLayer {
  /// Appends all rows of some polygons.
  mutating func append(_ polygons: PolygonColumn, tooltip: String) {
    let column = GeometryColumn(polygons)
    for row in 0..<column.count { append(row, of: column, tooltip: tooltip) }
  }
}

extension PolygonColumn {
  /// The ring that has the largest box.
  fileprivate var largestRing: Range<Int>? {
    (0..<rings.count).map { $0..<$0 + 1 }.max {
      rings.box(of: $0).extent < rings.box(of: $1).extent
    }
  }
}

extension Box {
  /// How large it is, to compare boxes by.
  fileprivate var extent: Double { (maxX - minX) * (maxY - minY) }
}
