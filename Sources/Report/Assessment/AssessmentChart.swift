internal import Assessment
internal import Formats
internal import Landscape
internal import Permeability

/// The chart along one line of a plan.
struct AssessmentChart {
  private let alternative: Alternative
  private let number: Int

  init(_ alternative: Alternative, line number: Int) {
    (self.alternative, self.number) = (alternative, number)
  }

  private var plan: Plan { alternative.plan }
  private var line: PlannedLine { plan.lines[number] }

  /// Whether there is anything to draw beside the structures.
  var isWorthDrawing: Bool {
    areas { $0 != .country }.contains { _ in true } || !crossings.isEmpty || !beside.isEmpty
  }

  /// The chart.
  ///
  /// - Parameter id: The name of the chart in the page.
  /// - Returns: The chart, of the whole line.
  func chart(id: String) -> LineChart {
    LineChart(
      id: id,
      title: AssessmentWords.chartTitle(plan, line, isSingle: plan.lines.count == 1),
      summary: AssessmentWords.chartSummary(line), kilometres: 0...line.length / 1000,
      tracks: tracks)
  }

  private var tracks: [LineChart.Track] {
    let countries = areas { $0 == .country }
    return (countries.isEmpty ? [] : [countryTrack(countries)])
      + [(CrossedArea.Kind.region, "Regions"), (.further, "Further areas")].flatMap { kind, label in
        areaTrack(label, areas { $0 == kind })
      }
      + areas { $0 == .range }.flatMap(speciesTracks) + crossingTrack + besideTrack
      + mitigationTrack
  }

  private func areas(where isWanted: (CrossedArea.Kind) -> Bool) -> [CrossedArea] {
    alternative.contacts.areas.filter { area in
      isWanted(area.kind) && area.stretches.contains { $0.line == number }
    }
  }

  private static func kilometres(_ from: Double, _ to: Double) -> ClosedRange<Double> {
    from / 1000...to / 1000
  }

  // MARK: Areas

  private static let placeClasses = [
    SymbolClass("inside", symbol: Symbol(Colour(0x5B8C5A), fillOpacity: 0.45)),
    SymbolClass(
      "boundary", label: "on the boundary", symbol: Symbol(Colour(0x8A5A9A), fillOpacity: 0.55)),
    SymbolClass(
      "near", label: "near, within the effect distance",
      symbol: Symbol(Colour(0x9AA5B1), dash: [3, 2], fillOpacity: 0.15)),
  ]

  private static func classIndex(_ place: CrossedArea.Place) -> Int {
    switch place {
    case .inside: 0
    case .boundary: 1
    case .near: 2
    }
  }

  private func stretches(_ area: CrossedArea, _ label: String) -> [LineChart.Stretch] {
    area.stretches.filter { $0.line == number }.map {
      .init(Self.kilometres($0.from, $0.to), label, class: Self.classIndex($0.place))
    }
  }

  private func countryTrack(_ areas: [CrossedArea]) -> LineChart.Track {
    .init(
      "Countries",
      stretches: areas.flatMap { area in
        area.stretches.filter { $0.line == number && $0.place != .near }.map {
          .init(Self.kilometres($0.from, $0.to), AssessmentWords.name(of: area))
        }
      },
      classes: [SymbolClass("country", symbol: Symbol(Colour(0x9AA5B1), fillOpacity: 0.25))])
  }

  private func areaTrack(_ label: String, _ areas: [CrossedArea]) -> [LineChart.Track] {
    areas.isEmpty
      ? []
      : [
        .init(
          label, stretches: areas.flatMap { stretches($0, AssessmentWords.name(of: $0)) },
          classes: Self.placeClasses)
      ]
  }

  // MARK: Species

  private func speciesTracks(_ range: CrossedArea) -> [LineChart.Track] {
    let name = AssessmentWords.name(ofSpecies: range.name)
    return [
      .init(name, stretches: stretches(range, "range"), classes: Self.placeClasses)
    ] + permeabilityTrack(range, name) + structureTrack(range.name, name)
  }

  /// P where the line lies in the range.
  private func permeabilityTrack(_ range: CrossedArea, _ name: String) -> [LineChart.Track] {
    let reaches = alternative.stretches(of: range.name).filter { $0.line == number }.map {
      LineChart.Reach(
        Self.kilometres($0.metres.lowerBound, $0.metres.upperBound), $0.part.permeability, name)
    }
    return reaches.isEmpty ? [] : [.init("P, \(name)", permeability: reaches)]
  }

  private static let usableClasses = [
    LineChart.MarkClass("structure that the species uses", .disc, Colour(0x1F7A4D)),
    LineChart.MarkClass("structure that it does not use", .ring, Colour(0x8A939C)),
  ]

  private func structureTrack(_ species: String, _ name: String) -> [LineChart.Track] {
    let score = alternative.permeability.first {
      $0.species == species && $0.line == number && $0.season == Season.annual
    }
    guard let score, !line.structures.isEmpty else { return [] }
    return [
      .init(
        "Structures, \(name)",
        marks: zip(line.structures, score.acceptances).map { structure, acceptance in
          .init(
            at: structure.passage.chainage / 1000, structure.id, class: acceptance > 0 ? 0 : 1)
        }, classes: Self.usableClasses)
    ]
  }

  // MARK: Lines

  private static let crossingClasses = [
    LineChart.MarkClass("crossing of a line", .cross, Colour(0x8A3B12)),
    LineChart.MarkClass("line that is touched", .bar, Colour(0x8A3B12)),
  ]

  private var crossings: [LineChart.Mark] {
    alternative.contacts.lines.flatMap { other in
      other.contacts.filter { $0.line == number }.map {
        LineChart.Mark(
          at: $0.chainage / 1000, AssessmentWords.name(of: other), class: $0.isCrossing ? 0 : 1)
      }
    }
  }

  private var crossingTrack: [LineChart.Track] {
    crossings.isEmpty
      ? [] : [.init("Lines crossed", marks: crossings, classes: Self.crossingClasses)]
  }

  private static let besideClasses = [
    SymbolClass(
      "bundled", label: "one bundle with a line", symbol: Symbol(Colour(0xB5202B), fillOpacity: 0.4)
    ),
    SymbolClass(
      "parallel", label: "parallel within 5 km", symbol: Symbol(Colour(0xDC7618), fillOpacity: 0.2)),
  ]

  private var beside: [LineChart.Stretch] {
    alternative.contacts.lines.flatMap { other in
      [(other.bundled, 0), (other.parallel, 1)].flatMap { stretches, index in
        stretches.filter { $0.line == number }.map {
          LineChart.Stretch(
            Self.kilometres($0.from, $0.to), AssessmentWords.name(of: other), class: index)
        }
      }
    }
  }

  private var besideTrack: [LineChart.Track] {
    beside.isEmpty
      ? [] : [.init("Lines beside it", stretches: beside, classes: Self.besideClasses)]
  }

  private var mitigationTrack: [LineChart.Track] {
    let steps = alternative.mitigation.filter { $0.place == .plan(line: number) }
    if steps.isEmpty { return [] }
    return [
      .init(
        "Passages to build",
        marks: steps.map { .init(at: $0.chainage / 1000, "\($0.number)") },
        classes: [.init("passage that would help, by its order", .diamond, Colour(0x2A5DB0))])
    ]
  }
}
