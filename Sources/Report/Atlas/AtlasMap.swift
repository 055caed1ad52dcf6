internal import Atlas
internal import Formats
internal import Geometry
internal import Permeability

/// The map of the overview: the ranges with the barriers in them, one species at a time.
struct AtlasMap {
  private let plan: AtlasPlan
  private let results: AtlasResults

  init(_ plan: AtlasPlan, _ results: AtlasResults) { (self.plan, self.results) = (plan, results) }

  var picture: MapPicture {
    var layers = [countries, regions].filter { $0.count > 0 }
    for (number, found) in results.patches.enumerated() {
      layers.append(patches(found.species, found.rows, isShown: number == 0))
    }
    for (number, found) in results.pieces.enumerated() {
      layers.append(pieces(found.species, found.rows, isShown: number == 0))
    }
    return MapPicture(
      id: "atlas", title: "Barriers in ranges, by how permeable they are", layers: layers,
      labels: labels, isSchematic: plan.isSchematic, credits: AtlasWords.credits(plan))
  }

  private var countries: MapLayer {
    var layer = MapLayer(
      id: "countries", title: "Countries", kind: .area,
      classes: [
        SymbolClass(
          "country", symbol: Symbol(Colour(0x9AA5B1), width: 0.8, fillOpacity: 0.06))
      ], isFramed: false)
    for country in plan.countryAreas { layer.append(country.polygons, tooltip: "") }
    return layer
  }

  private var regions: MapLayer {
    var layer = MapLayer(
      id: "regions", title: "Regions", kind: .area,
      classes: [
        SymbolClass(
          "region", symbol: Symbol(Colour(0x5A4A8A), width: 1, dash: [5, 3], fillOpacity: 0.04))
      ])
    for region in plan.regionAreas { layer.append(region.polygons, tooltip: region.name) }
    return layer
  }

  private var labels: [MapLabel] {
    plan.countryAreas.compactMap { country in
      country.polygons.centreOfLargest.map { MapLabel(country.name, at: $0) }
    }
  }

  private func patches(_ species: String, _ rows: FeatureBatch, isShown: Bool) -> MapLayer {
    let name = AtlasWords.name(species)
    var layer = MapLayer(
      id: "patches-\(species)", title: "\(name): range", kind: .area,
      classes: [
        SymbolClass(
          "patch", label: "range, divided into patches",
          symbol: Symbol(Colour(0x5B8C5A), width: 0.6, fillOpacity: 0.28))
      ], isShown: isShown)
    for row in 0..<rows.count {
      let area = rows.column("area_km2")?[row] ?? .null
      guard case .real(let number) = area else { continue }
      layer.append(
        row, of: rows.geometry,
        tooltip: "\(name), patch \(rows.column("patch")?[row].description ?? ""): "
          + "\(grouped(number, decimals: 0)) km²")
    }
    return layer
  }

  private func pieces(_ species: String, _ rows: FeatureBatch, isShown: Bool) -> MapLayer {
    let name = AtlasWords.name(species)
    var layer = MapLayer(
      id: "pieces-\(species)", title: "\(name): barriers", kind: .line,
      classes: SymbolClass.readings, isShown: isShown)
    for row in 0..<rows.count {
      guard
        let index = Reading.allCases.firstIndex(where: {
          $0.rawValue == rows.column("reading")?[row].description
        })
      else { continue }
      layer.append(
        row, of: rows.geometry, class: index,
        tooltip: "\(rows.column("line")?[row].description ?? "") "
          + "(\(rows.column("class")?[row].description ?? ""))")
    }
    return layer
  }
}

extension MapLayer {
  /// Appends all rows of some polygons.
  fileprivate mutating func append(_ polygons: PolygonColumn, tooltip: String) {
    let column = GeometryColumn(polygons)
    for row in 0..<column.count { append(row, of: column, tooltip: tooltip) }
  }
}

extension PolygonColumn {
  /// The middle of the box of the largest ring.
  fileprivate var centreOfLargest: Position? {
    let boxes = (0..<rings.count).map { rings.box(of: $0..<$0 + 1) }
    return boxes.max { $0.extent < $1.extent }.map {
      Position(($0.minX + $0.maxX) / 2, ($0.minY + $0.maxY) / 2)
    }
  }
}

extension Box {
  /// How large it is, to compare boxes by.
  fileprivate var extent: Double { (maxX - minX) * (maxY - minY) }
}
