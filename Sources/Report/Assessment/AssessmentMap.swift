internal import Assessment
internal import Atlas
internal import Connectivity
internal import Formats
internal import Geometry
internal import Landscape
internal import Overlay
internal import Permeability

/// The map of the report: what the plans meet, and what they let through, one species at a time.
struct AssessmentMap {
  private let assessment: Assessment

  init(_ assessment: Assessment) { self.assessment = assessment }

  private var atlas: LoadedAtlas { assessment.atlas }
  private var alternatives: [Alternative] { assessment.alternatives }

  var picture: MapPicture {
    let background = AtlasBackground(atlas.plan)
    let layers =
      [background.countries, background.regions(isFramed: false), further] + ranges
      + [metLines, plans] + readings + [structures, passages, restoration]
    return MapPicture(
      id: "plans", title: AssessmentWords.mapTitle, layers: layers.filter { $0.count > 0 },
      choiceTitle: AtlasWords.species, labels: labels(background),
      isSchematic: atlas.isSchematic, credits: AtlasCredits(atlas.plan).credits)
  }

  /// The species whose ranges are entered or near, in the order of the atlas.
  private var species: [String] {
    atlas.species.filter { species in
      alternatives.contains { alternative in
        alternative.contacts.areas.contains { $0.kind == .range && $0.name == species }
      }
    }
  }

  private var further: MapLayer {
    var layer = MapLayer(
      id: "further", title: "Further areas", kind: .area,
      classes: [
        SymbolClass("further", symbol: Symbol(Colour(0x2A7F62), width: 1, fillOpacity: 0.15))
      ], isFramed: false)
    for area in assessment.settings.areas { layer.append(area.polygons, tooltip: area.name) }
    return layer
  }

  private var ranges: [MapLayer] {
    atlas.plan.rows.areas.filter { area in area.subject.species.map(species.contains) ?? false }
      .map { area in
        var layer = MapLayer(
          id: "range-\(area.name)", title: "Range", kind: .area,
          classes: [
            SymbolClass("range", symbol: Symbol(Colour(0x5B8C5A), width: 0.8, fillOpacity: 0.22))
          ], choice: AssessmentWords.name(ofSpecies: area.name), isFramed: false)
        layer.append(area.polygons, tooltip: AssessmentWords.name(ofSpecies: area.name))
        return layer
      }
  }

  /// The lines that any plan meets, those of today and those that others plan.
  private var metLines: MapLayer {
    let classes = [
      SymbolClass("today", label: "of today", symbol: Symbol(Colour(0x4A4A4A), width: 1.2)),
      SymbolClass(
        "planned", label: "planned by others",
        symbol: Symbol(Colour(0x4A4A4A), width: 1.2, dash: [4, 3])),
    ]
    var layer = MapLayer(
      id: "met", title: AssessmentWords.linesTitle, kind: .line, classes: classes, isFramed: false)
    let met = alternatives.flatMap(\.contacts.lines)
    let byID = Dictionary(met.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let ground = atlas.plan.data.ground
    let column = GeometryColumn(ground.network.lines)
    for line in ground.lines.lines {
      guard let found = byID[line.id] else { continue }
      for row in line.rows {
        layer.append(
          row, of: column, class: found.isPlanned ? 1 : 0,
          tooltip: AssessmentWords.name(of: found))
      }
    }
    return layer
  }

  /// The plans as they are, below their readings.
  private var plans: MapLayer {
    var layer = MapLayer(
      id: "plan", title: AssessmentWords.plansTitle, kind: .line,
      classes: [SymbolClass("plan", symbol: Symbol(Colour(0x1A2B4C), width: 2))])
    for alternative in alternatives {
      let column = GeometryColumn(alternative.plan.geometry)
      for row in 0..<column.count {
        layer.append(row, of: column, tooltip: alternative.plan.name)
      }
    }
    return layer
  }

  /// The plans by what they let through in the range of every species.
  private var readings: [MapLayer] {
    species.map { species in
      var layer = MapLayer(
        id: "reading-\(species)", title: "Plan in the range", kind: .line,
        classes: SymbolClass.readings, choice: AssessmentWords.name(ofSpecies: species))
      for alternative in alternatives {
        for (line, metres, part) in alternative.stretches(of: species) {
          guard
            let index = Reading.allCases.firstIndex(of: Reading(part.permeability.central))
          else { continue }
          var column = LineColumn()
          column.append(stretch: metres, ofRow: line, of: alternative.plan.geometry)
          layer.append(
            0, of: GeometryColumn(column), class: index,
            tooltip: AssessmentWords.tooltip(alternative.plan, metres, part.permeability))
        }
      }
      return layer
    }
  }

  private var structures: MapLayer {
    points("structures", AssessmentWords.structuresTitle, Colour(0x1F7A4D)) { alternative in
      alternative.plan.lines.flatMap(\.structures).map { structure in
        (
          structure.position,
          "\(structure.id): \(AssessmentWords.passage(structure.passage.design))"
        )
      }
    }
  }

  private var passages: MapLayer {
    points("mitigation", AssessmentWords.mitigationTitle, Colour(0x2A5DB0)) {
      $0.mitigation.map(Self.place)
    }
  }

  /// Those that lie far from the plan do not make the map larger.
  private var restoration: MapLayer {
    points("restoration", AssessmentWords.restorationTitle, Colour(0x8A1C7C), isFramed: false) {
      $0.restoration.map(Self.place)
    }
  }

  private static func place(of step: MitigationStep) -> (Position, String) {
    (step.position, "\(step.number): \(AssessmentWords.passage(step.option.design))")
  }

  private func points(
    _ id: String, _ title: String, _ colour: Colour, isFramed: Bool = true,
    _ places: (Alternative) -> [(Position, String)]
  ) -> MapLayer {
    var layer = MapLayer(
      id: id, title: title, kind: .point,
      classes: [SymbolClass(id, label: title, symbol: Symbol(colour, width: 6))],
      isFramed: isFramed)
    for (position, tooltip) in alternatives.flatMap(places) {
      var column = GeometryColumn()
      column.appendPoint(position)
      layer.append(0, of: column, tooltip: tooltip)
    }
    return layer
  }

  private func labels(_ background: AtlasBackground) -> [MapLabel] {
    let names = alternatives.compactMap { alternative in
      alternative.plan.lines.first.flatMap { line in
        alternative.plan.geometry.position(at: line.length / 2, ofRow: 0).map {
          MapLabel(alternative.plan.name, at: $0, isStrong: true)
        }
      }
    }
    return (alternatives.count > 1 ? names : []) + background.labels(around: plans.extent)
  }
}
