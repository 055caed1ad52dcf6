import Foundation
import Geometry
import Permeability
import TestSupport
import Testing

@testable import Report

@Suite struct LineChartTests {
  private func tree(_ chart: LineChart) throws -> MarkupTree {
    try #require(MarkupTree.parse(chart.html(.english)))
  }

  private func drawing(_ chart: LineChart) throws -> MarkupTree {
    try #require(try tree(chart).all("svg").first { $0.attributes["role"] == "img" })
  }

  private func texts(_ tree: MarkupTree, _ style: String) -> [String] {
    tree.all("text").filter { $0.attributes["class"] == style }.map(\.allText)
  }

  @Test func `a reader without eyes gets a title and a summary`() throws {
    let svg = try drawing(SampleCharts.chart(kilometres: 0...120, marks: 5))
    let names = try #require(svg.attributes["aria-labelledby"]).split(separator: " ")
    #expect(svg.first("title")?.attributes["id"] == String(names[0]))
    #expect(svg.first("desc")?.attributes["id"] == String(names[1]))
    #expect(svg.first("desc")?.text == "The line is inside the range for half.")
  }

  @Test(arguments: [
    (0...120.0, ["0", "20", "40", "60", "80", "100", "120"]),
    (0...0.3, ["0.00", "0.05", "0.10", "0.15", "0.20", "0.25", "0.30"]),
    (12.35...14.1, ["12.4", "12.6", "12.8", "13.0", "13.2", "13.4", "13.6", "13.8", "14.0"]),
    (0...1500.0, ["0", "200", "400", "600", "800", "1,000", "1,200", "1,400"]),
    (7...7.0, ["7.0"]),
  ])
  func `the ruler has round numbers`(kilometres: ClosedRange<Double>, ruler: [String]) throws {
    let chart = LineChart(id: "c", title: "T", summary: "S", kilometres: kilometres)
    #expect(texts(try drawing(chart), "number") == ruler)
  }

  @Test func `rulers of any length have a few numbers, all on the line`() {
    var random = SeededGenerator(seed: 8)
    for _ in 0..<500 {
      let start = Double.random(in: -10...1000, using: &random)
      let length = pow(10, Double.random(in: -3...4, using: &random))
      let axis = ChartScale(domain: start...start + length, room: 0...800)
      #expect((3...13).contains(axis.ticks.count), "\(start) \(length) \(axis.ticks)")
      #expect(axis.ticks.allSatisfy { (-1e-6...800.000001).contains(axis($0.number)) })
    }
  }

  @Test func `numbers of an axis never touch`() {
    var random = SeededGenerator(seed: 9)
    for _ in 0..<500 {
      let length = pow(10, Double.random(in: -3...7, using: &random))
      let width = Double.random(in: 150...800, using: &random)
      let axis = ChartScale(domain: 0...length, room: 0...width)
      let ends = axis.ticks.map { tick in
        (axis(tick.number), TextWidth(of: tick.text, size: 13).value / 2)
      }
      #expect(zip(ends, ends.dropFirst()).allSatisfy { $0.0 + $0.1 < $1.0 - $1.1 }, "\(ends)")
    }
  }

  @Test func `stretches lie where their chainage says, and overlaps below one another`() throws {
    let chart = LineChart(
      id: "c", title: "T", summary: "S", kilometres: 10...20,
      tracks: [
        .init(
          "A", stretches: [.init(10...15, "one"), .init(12...20, "two"), .init(15...15, "three")],
          classes: SampleCharts.areas)
      ])
    let bars = try drawing(chart).all("rect")
    let boxes = bars.map { bar in
      ["x", "y", "width"].compactMap { bar.attributes[$0].flatMap(Double.init) }
    }
    #expect(boxes == [[172, 0, 400], [332, 20, 640], [572, 0, 1.5]])
    #expect(bars[2].first("title")?.text.contains("15 – 15 km (0 km)") == true)
  }

  @Test func `labels of marks never cover one another, and those left out are counted`() throws {
    for (marks, seed) in [(3, 1), (40, 2), (200, 3), (200, 4)] as [(Int, UInt64)] {
      let chart = SampleCharts.chart(kilometres: 0...500, marks: marks, seed: seed)
      let svg = try drawing(chart)
      let labels = svg.all("text").filter { $0.attributes["class"] == nil }
      #expect(labels.count <= marks && labels.count > 2)
      var rows: [String: [ClosedRange<Double>]] = [:]
      for label in labels {
        let start = try #require(label.attributes["x"].flatMap(Double.init))
        let width = TextWidth(of: label.allText, size: ChartTrack.typeSize).value
        rows[label.attributes["y"] ?? "", default: []].append(start...start + width)
      }
      #expect(rows.count <= 3)
      for row in rows.values.map({ $0.sorted { $0.lowerBound < $1.lowerBound } }) {
        #expect(zip(row, row.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound })
        #expect(row.allSatisfy { $0.lowerBound > 100 && $0.upperBound <= 1000 })
      }
      let remark = labels.count < marks ? ["\(labels.count) of \(marks) labelled"] : []
      #expect(texts(svg, "part") == remark)
      // Every mark is there, whether labelled or not.
      #expect(svg.all("path").count { $0.attributes["transform"] != nil } == marks)
    }
  }

  @Test func `permeability is drawn at its height in the colour of its reading`() throws {
    let estimate = try #require(Estimate(low: 0, central: 0.1, high: 0.5))
    let chart = LineChart(
      id: "c", title: "T", summary: "S", kilometres: 0...10,
      tracks: [.init("P", permeability: [.init(0...5, estimate), .init(5...10, nil)])])
    let svg = try drawing(chart)
    let step = try #require(svg.all("path").first { $0.attributes["stroke-width"] == "3" })
    #expect(step.attributes["stroke"] == Reading.severe.symbol.colour.hex)
    #expect(step.attributes["d"]?.hasPrefix("M172 70.8") == true)
    let band = try #require(svg.all("rect").first { $0.attributes["class"] == "band" })
    #expect(band.attributes["y"] == "42" && band.attributes["height"] == "36")
    #expect(svg.allText.contains("P 0.10 (0.00 – 0.50), severe"))
    #expect(svg.allText.contains("P not known"))
  }

  @Test func `the legend names what is drawn and nothing else, once`() throws {
    let chart = LineChart(
      id: "c", title: "T", summary: "S", kilometres: 0...10,
      tracks: [
        .init("A", marks: [.init(at: 1, class: 1)], classes: SampleCharts.structures),
        .init("B", marks: [.init(at: 2, class: 1)], classes: SampleCharts.structures),
        .init("C", stretches: [], classes: SampleCharts.areas),
      ])
    let items = try tree(chart).all("li").map(\.allText)
    #expect(items.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) } == ["overpass"])
  }

  @Test func `the figures of marks all differ`() {
    let figures = MarkFigure.allCases.map { $0.swatch(Colour(0)) }
    #expect(Set(figures).count == figures.count)
  }
}
