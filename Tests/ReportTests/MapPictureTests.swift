import Foundation
import Geometry
import TestSupport
import Testing

@testable import Report

@Suite struct MapPictureTests {
  private let red = SymbolClass("red", symbol: Symbol(Colour(0xCC0000), width: 3))
  private let blue = SymbolClass("blue", symbol: Symbol(Colour(0x0000CC), width: 2, dash: [4, 2]))

  private func lines(_ lines: [[Position]]) -> GeometryColumn {
    GeometryColumn(LineColumn(lines.map { [$0] }))
  }

  private func square(_ x: Double, _ y: Double, _ size: Double) -> [[[Position]]] {
    [
      [
        [
          Position(x, y), Position(x + size, y), Position(x + size, y + size),
          Position(x, y + size), Position(x, y),
        ]
      ]
    ]
  }

  /// The drawing of a map, as XML.
  private func svg(_ layers: [MapLayer], labels: [MapLabel] = []) throws -> MarkupTree {
    let map = MapPicture(id: "m", title: "Map", layers: layers, labels: labels)
    let html = try map.html(.english)
    let start = try #require(html.range(of: "<svg viewBox=\"0 0 1000"))
    let end = try #require(html.range(of: "</svg>"))
    return try #require(MarkupTree.parse(String(html[start.lowerBound..<end.upperBound])))
  }

  private func layer(_ svg: MarkupTree, _ id: String) throws -> MarkupTree {
    try #require(svg.all("g").first { $0.attributes["data-layer"] == id })
  }

  @Test func `features of one class and tooltip are one path, the first class on top`() throws {
    var roads = MapLayer(id: "roads", title: "Roads", kind: .line, classes: [red, blue])
    let column = lines(
      (0..<40).map { row in
        [Position(70, 40 + Double(row) / 4), Position(80, 40 + Double(row) / 4)]
      })
    for row in 0..<40 {
      roads.append(row, of: column, class: row % 2, tooltip: row < 4 ? "M\(row % 4)" : "")
    }
    let drawn = try layer(try svg([roads]), "roads")
    #expect(drawn.children.map { $0.attributes["stroke"] } == ["#0000cc", "#cc0000"])
    #expect(drawn.children.map { $0.attributes["stroke-dasharray"] } == ["2 4", nil])
    #expect(drawn.all("path").count == 6)
    #expect(drawn.all("title").map(\.text) == ["M1", "M3", "M0", "M2"])
  }

  @Test func `lines that go on from one another are one subpath`() throws {
    var roads = MapLayer(id: "roads", title: "Roads", kind: .line, classes: [red])
    // A road of 500 pieces, every other one digitised backwards, each a fifth of a pixel long.
    let places = (0...500).map { Position(60 + Double($0) * 0.004, 45) }
    let column = lines(
      (0..<500).map { piece in
        let ends = [places[piece], places[piece + 1]]
        return piece % 2 == 0 ? ends : ends.reversed()
      } + [[Position(50, 40), Position(80, 50)]])
    for row in 0..<column.count { roads.append(row, of: column) }
    let data = try #require(try layer(try svg([roads]), "roads").first("path")?.attributes["d"])
    #expect(data.split(separator: "m").count == 2)
    #expect(data.count < 60)
  }

  @Test func `nothing vanishes`() throws {
    var reserves = MapLayer(id: "reserves", title: "Reserves", kind: .area, classes: [red])
    var fences = MapLayer(id: "fences", title: "Fences", kind: .line, classes: [red])
    let areas = GeometryColumn(
      PolygonColumn([square(50, 30, 40), square(40, 30, 0.001), square(44, 30, 0.001)]))
    for row in 0..<3 { reserves.append(row, of: areas) }
    let short = lines([[Position(95, 60), Position(95.001, 60)]])
    fences.append(0, of: short)
    let drawing = try svg([reserves, fences])
    #expect(
      try layer(drawing, "reserves").first("path")?.attributes["d"]?.split(separator: "z").count
        == 3)
    #expect(try layer(drawing, "fences").first("path") != nil)
  }

  @Test func `areas that overlap cover what they cover together`() throws {
    var ranges = MapLayer(id: "ranges", title: "Ranges", kind: .area, classes: [red])
    let hole = square(62, 42, 2)[0][0]
    var (first, second) = (square(60, 40, 10), square(65, 45, 10))
    first[0].append(hole)
    second[0][0].reverse()
    let column = GeometryColumn(PolygonColumn([first, second]))
    for row in 0..<2 { ranges.append(row, of: column) }
    let data = try #require(try layer(try svg([ranges]), "ranges").first("path")?.attributes["d"])
    var pen = SIMD2(0.0, 0.0)
    let areas = data.split(separator: "z").map { part -> Double in
      let numbers = part.matches(of: /-?\d+/).compactMap { Double($0.0) }
      var ring: [Double] = []
      var start = pen
      for index in stride(from: 0, to: numbers.count, by: 2) {
        pen += SIMD2(numbers[index], numbers[index + 1])
        if index == 0 { start = pen }
        ring += [pen.x, pen.y]
      }
      pen = start
      return Ring.doubledArea((ring + [start.x, start.y]).span)
    }
    #expect(areas.map { $0 > 0 } == [true, false, true])
  }

  @Test func `a background layer neither widens the frame nor is drawn outside it`() throws {
    var range = MapLayer(id: "range", title: "Range", kind: .area, classes: [red])
    range.append(0, of: GeometryColumn(PolygonColumn([square(60, 40, 5)])))
    var world = MapLayer(
      id: "world", title: "World", kind: .line, classes: [blue], isFramed: false)
    let column = lines([
      [Position(61, 41), Position(64, 44)], [Position(-100, 40), Position(-90, 41)],
    ])
    for row in 0..<2 { world.append(row, of: column, tooltip: "line \(row)") }
    let alone = try svg([range])
    let both = try svg([world, range])
    #expect(alone.attributes["data-km"] == both.attributes["data-km"])
    #expect(try layer(both, "world").all("title").map(\.text) == ["line 0"])
    #expect(try svg([world]).attributes["data-km"] != both.attributes["data-km"])
  }

  @Test func `points are dots, mixed layers show what they hold`() throws {
    var mixed = MapLayer(id: "mixed", title: "Mixed", kind: .point, classes: [red])
    var column = GeometryColumn()
    column.appendPoint(Position(60, 40))
    column.appendPoint(Position(70, 45))
    column.appendNone()
    column.append(0, of: GeometryColumn(PolygonColumn([square(60, 40, 5)])))
    column.append(0, of: lines([[Position(60, 40), Position(64, 44)]]))
    for row in 0..<column.count { mixed.append(row, of: column) }
    let groups = try layer(try svg([mixed]), "mixed").children
    #expect(groups.map { $0.attributes["fill"] } == ["#cc0000", "none", "none"])
    #expect(groups[2].first("path")?.attributes["d"]?.split(separator: "m").count == 2)
  }

  @Test func `names that would cover others wait`() throws {
    var range = MapLayer(id: "range", title: "Range", kind: .area, classes: [red])
    range.append(0, of: GeometryColumn(PolygonColumn([square(60, 40, 5)])))
    let place = Position(62, 42)
    let drawing = try svg(
      [range],
      labels: [
        MapLabel("First", at: place, isStrong: true), MapLabel("Second", at: place),
        MapLabel("Third", at: Position(62, 44)),
      ])
    let labels = try #require(drawing.all("g").first { $0.attributes["class"] == "labels" })
    #expect(labels.children.map(\.text) == ["First", "Second", "Third"])
    #expect(labels.children.map { $0.attributes["display"] } == [nil, "none", nil])
    #expect(labels.children.map { $0.attributes["class"] } == ["strong", nil, nil])
  }

  @Test func `a map says what it is`() throws {
    let html = try SamplePage.map().html(.english)
    #expect(html.contains("<text class=\"schematic\""))
    #expect(html.contains("Lambert azimuthal equal-area projection, centre 4"))
    #expect(html.contains("Drawn for this project · <a href=\"LICENSE\">Licence</a>"))
    #expect(html.contains("value=\"ranges\">"), "a layer that is not shown can be switched on")
    #expect(html.contains("data-layer=\"ranges\" display=\"none\""))
    #expect(html.matches(of: /<input type="checkbox"/).count == 8)
    #expect(html.contains("absolute (P &lt; 0.05)"))
    var map = try SamplePage.map()
    map.isSchematic = false
    #expect(!(try map.html(.english).contains("class=\"schematic\"")))
  }

  @Test func `a map without features says so`() throws {
    let layer = MapLayer(id: "l", title: "Empty", kind: .line, classes: [red])
    let html = try MapPicture(id: "m", title: "Map", layers: [layer]).html(.english)
    #expect(html.contains("Nothing to draw.") && !html.contains("<svg"))
  }

  @Test func `lines over the antimeridian lie in one piece`() throws {
    var routes = MapLayer(id: "r", title: "Routes", kind: .line, classes: [red])
    let column = lines([
      [Position(175, 65), Position(180, 65)], [Position(-180, 65), Position(-172, 66)],
    ])
    for row in 0..<2 { routes.append(row, of: column) }
    let drawing = try svg([routes])
    let km = try #require(Double(drawing.attributes["data-km"] ?? ""))
    #expect(km < 1, "some 600 km are framed and not the whole Earth")
  }
}
