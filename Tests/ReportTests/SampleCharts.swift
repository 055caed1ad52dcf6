import Geometry
import Permeability
import Report

/// Charts of invented lines.
enum SampleCharts {
  static let structures = [
    LineChart.MarkClass("underpass", .disc, Colour(0x1F6F8B)),
    LineChart.MarkClass("overpass", .triangle, Colour(0x2E7D4F)),
    LineChart.MarkClass("culvert", .ring, Colour(0x7D5A9B)),
    LineChart.MarkClass("crossing of a line", .cross, Colour(0x8A3B12)),
  ]
  static let areas = [
    SymbolClass(
      "range", label: "inside the range of the saiga", symbol: Symbol(Colour(0xC99A2E))),
    SymbolClass("near", label: "within 5 km of it", symbol: Symbol(Colour(0xE5CF97))),
  ]

  /// A line with so many marks, and names for all of them.
  static func chart(
    id: String = "chart", kilometres: ClosedRange<Double>, marks: Int, seed: UInt64 = 3
  ) -> LineChart {
    var random = SeededGenerator(seed: seed)
    let length = kilometres.upperBound - kilometres.lowerBound
    func place(_ share: Double) -> Double { kilometres.lowerBound + share * length }
    return LineChart(
      id: id, title: "Along the planned railway", summary: "The line is inside the range for half.",
      kilometres: kilometres,
      tracks: [
        .init(
          "Countries",
          stretches: [
            .init(place(0)...place(0.62), "Kazakhstan"),
            .init(place(0.62)...place(1), "Uzbekistan"),
          ],
          classes: [SymbolClass("country", symbol: Symbol(Colour(0x9AA5B1), fillOpacity: 0.2))]),
        .init(
          "Saiga, summer range & surroundings",
          stretches: [
            .init(place(0.2)...place(0.5), "presence 1"), .init(place(0.15)...place(0.2), class: 1),
            .init(place(0.45)...place(0.8), "presence 2"), .init(place(0.9)...place(0.9)),
          ], classes: areas),
        .init(
          "Structures",
          marks: (0..<marks).map { number in
            .init(
              at: place(Double.random(in: 0...1, using: &random)), "U\(number + 1) <bridge>",
              class: number % 4)
          }, classes: structures),
        .init(
          "Permeability P, saiga",
          permeability: (0..<20).map { step in
            let p = Double.random(in: 0...1, using: &random)
            let reach = place(Double(step) / 20)...place(Double(step + 1) / 20)
            return .init(
              reach,
              step == 7 ? nil : Estimate(low: p * 0.6, central: p, high: min(1, p * 1.4 + 0.05)))
          }),
      ])
  }

  /// Rows of very different size.
  static func beforeAfter(id: String = "eca", _ scale: BeforeAfter.Scale) -> BeforeAfter {
    func about(_ number: Double) -> Estimate {
      Estimate(low: number * 0.8, central: number, high: number * 1.15) ?? Estimate(number)
    }
    return BeforeAfter(
      id: id, title: "ECA of ranges that the plan touches", unit: "km²", decimals: 0, scale: scale,
      rows: [
        .init("Saiga, Ustyurt", before: about(84_200), after: about(61_300)),
        .init("Goitered gazelle, in all of its range", before: about(1210), after: about(1330)),
        .init("Asiatic wild ass", before: Estimate(400), after: Estimate(400)),
        .init("Urial", before: Estimate(0), after: Estimate(0)),
      ])
  }
}
