internal import Atlas
internal import Formats
internal import Geometry
internal import Landscape
internal import Permeability

/// The map of the overview: the ranges with the barriers in them, one species at a time.
struct AtlasMap {
  private let plan: AtlasPlan
  private let results: AtlasResults

  init(_ plan: AtlasPlan, _ results: AtlasResults) { (self.plan, self.results) = (plan, results) }

  var picture: MapPicture {
    var layers = results.patches.map(patches)
    layers.insert(contentsOf: [countries, regions].filter { $0.count > 0 }, at: 0)
    layers += results.pieces.map(pieces) + results.added.map(added)
    return MapPicture(
      id: "atlas", title: AtlasWords.mapTitle(plan.scenarios[0].name), layers: layers,
      choiceTitle: AtlasWords.species, labels: labels, isSchematic: plan.isSchematic,
      credits: AtlasCredits(plan).credits)
  }

  private var countries: MapLayer {
    var layer = MapLayer(
      id: "countries", title: AtlasWords.countries, kind: .area,
      classes: [
        SymbolClass(
          "country", symbol: Symbol(Colour(0x9AA5B1), width: 0.8, fillOpacity: 0.06))
      ], isFramed: false)
    for country in plan.countryAreas { layer.append(country.polygons, tooltip: "") }
    return layer
  }

  private var regions: MapLayer {
    var layer = MapLayer(
      id: "regions", title: AtlasWords.regionsTitle, kind: .area,
      classes: [
        SymbolClass(
          "region", symbol: Symbol(Colour(0x5A4A8A), width: 1, dash: [5, 3], fillOpacity: 0.04))
      ])
    for region in plan.regionAreas { layer.append(region.polygons, tooltip: region.name) }
    return layer
  }

  private func patches(_ shown: ShownRows) -> MapLayer {
    let name = AtlasWords.name(shown.species)
    var layer = MapLayer(
      id: "patches-\(shown.species)", title: AtlasWords.rangeTitle, kind: .area,
      classes: [
        SymbolClass("patch", symbol: Symbol(Colour(0x5B8C5A), width: 0.6, fillOpacity: 0.28))
      ], choice: name)
    for row in shown.rows {
      let patch = ResultRow(row, of: shown.batch)
      layer.append(row, of: shown.batch.geometry, tooltip: AtlasWords.patch(patch, of: name))
    }
    return layer
  }

  private func pieces(_ shown: ShownRows) -> MapLayer {
    lines(
      shown, id: "pieces-\(shown.species)", title: AtlasWords.barriersTitle,
      classes: SymbolClass.readings)
  }

  /// What a scenario adds, dashed.
  private func added(_ shown: ShownRows) -> MapLayer {
    let number = plan.scenarios.firstIndex { $0.name == shown.scenario } ?? 0
    return lines(
      shown, id: "added-\(number)-\(shown.species)", title: AtlasWords.added(shown.scenario),
      classes: SymbolClass.readings.map { reading in
        var reading = reading
        reading.symbol.dash = [7, 5]
        return reading
      })
  }

  private func lines(
    _ shown: ShownRows, id: String, title: String, classes: [SymbolClass]
  ) -> MapLayer {
    var layer = MapLayer(
      id: id, title: title, kind: .line, classes: classes, choice: AtlasWords.name(shown.species))
    for row in shown.rows {
      let piece = ResultRow(row, of: shown.batch)
      guard
        let index = Reading.allCases.firstIndex(where: { $0.rawValue == piece.text("reading") })
      else { continue }
      layer.append(
        row, of: shown.batch.geometry, class: index, tooltip: AtlasWords.piece(piece))
    }
    return layer
  }
}

extension AtlasMap {
  /// A country is named where its box takes at least so much of the box of all ranges and regions.
  private static let leastShare = 1.0 / 400

  /// The names of countries that have room; codes that are no names are left out.
  private var labels: [MapLabel] {
    let ground = results.patches.reduce(into: Box.empty) { box, shown in
      for row in shown.rows { box.formUnion(shown.batch.geometry.box(of: row)) }
    }
    return plan.countryAreas.compactMap { country in
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
  fileprivate mutating func append(_ polygons: PolygonColumn, tooltip: String) {
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
