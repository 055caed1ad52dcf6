import Formats
import Geometry
import Landscape
import Permeability
import Report
import Testing

/// A page of the schematic layers, with everything that a page can hold.
enum SamplePage {
  /// The features of a schematic layer.
  static func batch(_ name: String) throws -> FeatureBatch {
    let layer = try #require(SchematicData.layer(named: name))
    let reader = try GeoJSONReader(bytes: layer.bytes, name: name)
    let open = try reader.open(layer: reader.layers[0].name)
    return try #require(try open.next(limit: 10_000))
  }

  /// The value of an attribute of a row as text.
  static func text(_ name: String, _ row: Int, of batch: FeatureBatch) -> String {
    batch.columns.first { $0.field.name == name }?[row].description ?? ""
  }

  private static func plain(_ name: String, _ colour: UInt32, width: Double, fill: Double = 0)
    -> [SymbolClass]
  {
    [SymbolClass(name, symbol: Symbol(Colour(colour), width: width, fillOpacity: fill))]
  }

  static func layer(
    _ name: String, kind: Symbol.Kind, classes: [SymbolClass], tooltip: String = "",
    isShown: Bool = true, isFramed: Bool = true
  ) throws -> MapLayer {
    let batch = try batch(name)
    let title = SchematicData.layer(named: name)?.title ?? name
    var layer = MapLayer(
      id: name, title: title, kind: kind, classes: classes, isShown: isShown, isFramed: isFramed)
    for row in 0..<batch.count {
      layer.append(
        row, of: batch.geometry, class: row % classes.count,
        tooltip: tooltip.isEmpty ? "" : text(tooltip, row, of: batch))
    }
    return layer
  }

  /// A map of all layers; roads and railways get readings in turn, which mean nothing.
  static func map(id: String = "overview") throws -> MapPicture {
    var regions = try layer(
      "regions", kind: .area, classes: plain("region", 0x2A7F62, width: 1.4, fill: 0.12),
      tooltip: "name")
    regions.title = "Regions"
    let countries = try batch("countries")
    return MapPicture(
      id: id, title: "Barriers and ranges, schematic",
      layers: [
        try layer(
          "countries", kind: .area, classes: plain("country", 0x8A939C, width: 0.8, fill: 0.06),
          isFramed: false),
        try layer("lakes", kind: .area, classes: plain("lake", 0x9CC4DD, width: 0.5, fill: 1)),
        try layer("rivers", kind: .line, classes: plain("river", 0x9CC4DD, width: 1)),
        try layer(
          "ranges", kind: .area, classes: plain("range", 0xC99A2E, width: 0.8, fill: 0.10),
          tooltip: "sci_name", isShown: false),
        regions,
        try layer("roads", kind: .line, classes: SymbolClass.readings, tooltip: "name"),
        try layer("railways", kind: .line, classes: SymbolClass.readings, tooltip: "name"),
        try layer(
          "fences", kind: .line,
          classes: [
            SymbolClass("fence", symbol: Symbol(Colour(0x111111), width: 2, dash: [6, 3]))
          ], tooltip: "name"),
      ],
      labels: (0..<countries.count).map { row in
        let box = countries.geometry.box(of: row)
        return MapLabel(
          text("name", row, of: countries),
          at: Position((box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2))
      },
      isSchematic: true, credits: ["Drawn for this project", .link("Licence", to: "LICENSE")])
  }

  /// A table of so many rows, with every kind of column.
  static func table(rows: Int, seed: UInt64 = 5) -> DataTable {
    var random = SeededGenerator(seed: seed)
    let countries = ["KZ", "MN", "UZ", "TM"]
    return DataTable(
      "Pieces of barriers in ranges",
      columns: [
        TableColumn("Barrier"),
        TableColumn("Country", explanation: "ISO 3166 alpha-2"),
        TableColumn("Length", unit: "km", .number(decimals: 1), explanation: "Geodesic length."),
        TableColumn("P", .number(decimals: 2), explanation: "Permeability, 0 to 1."),
        TableColumn("Share of range", .share(decimals: 2)),
        TableColumn("Reading", .category(SymbolClass.readings)),
        TableColumn("Fenced"),
      ],
      rows: (0..<rows).map { row in
        let p = Double.random(in: 0...1, using: &random)
        return [
          .text("Line \(row + 1)"), .text(countries[row % 4]),
          row % 11 == 3 ? .null : .real(Double.random(in: 0.1...4000, using: &random)),
          .real(p), .real(Double.random(in: 0...1, using: &random)),
          .text(Reading(p).rawValue), .boolean(row.isMultiple(of: 3)),
        ]
      })
  }

  /// The page.
  static func page() throws -> Page {
    Page(
      "Barriers in the ranges of migratory mammals",
      subtitle: "A sample of everything that a page can hold, made of "
        + .strong("schematic") + " layers.",
      sections: [
        Section(
          "Summary", anchor: "summary",
          [
            .warning("These layers are drawings and no data; no finding may rest on them."),
            .keyFigures([
              KeyFigure("barriers inside ranges", "12,480", unit: "km"),
              KeyFigure("of it absolute", "1,204", unit: "km", remark: "between 900 and 1,350"),
              KeyFigure("crossings of regions", "318"),
              KeyFigure("mean permeability", "0.42", remark: "low 0.21, high 0.66"),
            ]),
            .paragraph("Read " + .link("the method", to: "#method") + " first."),
          ]),
        Section("Map", anchor: "map", [.map(try map())]),
        Section("Table", anchor: "table", [.table(table(rows: 60))]),
        Section(
          "Small table", anchor: "small-table",
          [.table(table(rows: 4, seed: 9)), .map(try map(id: "second"))]),
        Section(
          "Along the line", anchor: "line",
          [
            .lineChart(SampleCharts.chart(kilometres: 0...120, marks: 30)),
            .lineChart(
              SampleCharts.chart(id: "long", kilometres: 0...500, marks: 200, seed: 4)),
            .lineChart(SampleCharts.chart(id: "short", kilometres: 0...0.3, marks: 3, seed: 5)),
            .heading("Before and after"),
            .beforeAfter(SampleCharts.beforeAfter(.relative)),
            .beforeAfter(SampleCharts.beforeAfter(id: "shared", .shared)),
          ]),
        Section(
          "Method", anchor: "method",
          [
            .heading("Terms"),
            .definitions([
              Definition("Piece", "A part of a barrier inside a polygon or on its boundary."),
              Definition(.code("p"), "Permeability of an encounter, 0 to 1."),
            ]),
            .list(["Lengths are geodesic.", "Areas too."]),
            .steps(["Read.", "Cut.", "Score."]),
            .note("417 parameters, 20 of them measured on the species."),
          ]),
      ],
      credits: ["Schematic layers drawn for this project, Apache-2.0."],
      data: ["schema_version": .integer(1), "text": "</script><b>&"])
  }
}
