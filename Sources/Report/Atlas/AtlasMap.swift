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
    let background = AtlasBackground(plan)
    layers.insert(
      contentsOf: [background.countries, background.regions(isFramed: true)].filter {
        $0.count > 0
      },
      at: 0)
    layers += results.pieces.map(pieces) + results.added.map(added)
    return MapPicture(
      id: "atlas", title: AtlasWords.mapTitle(plan.scenarios[0].name), layers: layers,
      choiceTitle: AtlasWords.species, labels: labels, isSchematic: plan.isSchematic,
      credits: AtlasCredits(plan).credits)
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
  /// The names of countries that have room beside the ranges.
  private var labels: [MapLabel] {
    AtlasBackground(plan).labels(
      around: results.patches.reduce(into: Box.empty) { box, shown in
        for row in shown.rows { box.formUnion(shown.batch.geometry.box(of: row)) }
      })
  }
}
