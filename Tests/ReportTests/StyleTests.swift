import Formats
import Foundation
import Geometry
import Permeability
import TestSupport
import Testing

@testable import Report

@Suite struct PaletteTests {
  /// How eyes that lack one kind of cones see linear light (Machado, Oliveira & Fernandes 2009,
  /// severity 1); the first is the common eye.
  private static let eyes: [[SIMD3<Double>]] = [
    [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    [
      [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
      [-0.003882, -0.048116, 1.051998],
    ],
    [
      [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
      [-0.011820, 0.042940, 0.968881],
    ],
    [
      [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
      [0.004733, 0.691367, 0.303900],
    ],
  ]

  private func linear(_ colour: Colour) -> SIMD3<Double> {
    let parts = [colour.red, colour.green, colour.blue].map { byte -> Double in
      let part = Double(byte) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return SIMD3(parts[0], parts[1], parts[2])
  }

  private func luminance(_ light: SIMD3<Double>) -> Double {
    (light * SIMD3(0.2126, 0.7152, 0.0722)).sum()
  }

  /// CIE L*a*b* under D65.
  private func lab(_ light: SIMD3<Double>) -> SIMD3<Double> {
    let light = light.clamped(lowerBound: .zero, upperBound: .one)
    let xyz = [
      (light * SIMD3(0.4124, 0.3576, 0.1805)).sum() / 0.9505, luminance(light),
      (light * SIMD3(0.0193, 0.1192, 0.9505)).sum() / 1.089,
    ].map { $0 > 0.008856 ? cbrt($0) : 7.787 * $0 + 16.0 / 116 }
    return SIMD3(116 * xyz[1] - 16, 500 * (xyz[0] - xyz[1]), 200 * (xyz[1] - xyz[2]))
  }

  @Test(arguments: 0..<4)
  func `readings differ for every eye`(eye: Int) {
    let seen = Reading.allCases.map { reading -> SIMD3<Double> in
      let light = linear(reading.symbol.colour)
      let cones = Self.eyes[eye].map { ($0 * light).sum() }
      return lab(SIMD3(cones[0], cones[1], cones[2]))
    }
    for a in seen.indices {
      for b in seen.indices where b > a {
        let way = seen[a] - seen[b]
        #expect((way * way).sum().squareRoot() > 20, "\(a) and \(b)")
      }
    }
  }

  @Test func `widths fall from absolute to minor, and every colour stands out from the ground`() {
    let symbols = Reading.allCases.map(\.symbol)
    #expect(zip(symbols, symbols.dropFirst()).allSatisfy { $0.width > $1.width })
    for symbol in symbols { #expect(1.05 / (luminance(linear(symbol.colour)) + 0.05) >= 3) }
  }

  @Test func `bounds are those of the readings`() {
    for (reading, p) in zip(Reading.allCases, [0.0499, 0.05, 0.25, 0.6, 0.8501]) {
      #expect(Reading(p) == reading)
      let bounds = reading.bounds.matches(of: /0\.\d+/).compactMap { Double($0.0) }
      #expect(bounds.contains { abs($0 - p) < 0.0002 })
    }
    #expect(SymbolClass.readings.map(\.value) == Reading.allCases.map(\.rawValue))
  }

  @Test func `colours are read and written as CSS does`() {
    #expect(Colour(0xB2182B).hex == "#b2182b")
    #expect(Colour(0x00000A).hex == "#00000a")
    #expect(Colour(hex: "#B2182b") == Colour(0xB2182B))
    for text in ["b2182b", "#b2182", "#b2182g", "#+2182b", "#-2182b", "", "#b2182b0"] {
      #expect(Colour(hex: text) == nil)
    }
  }
}

@Suite struct StyleTests {
  private func style(_ kind: Symbol.Kind) -> CategorizedStyle {
    CategorizedStyle(
      "permeability", attribute: "reading", kind: kind,
      classes: SymbolClass.readings + [
        SymbolClass("<&\">", symbol: Symbol(Colour(0x102030), width: 2, dash: [6, 3]))
      ], summary: "By reading")
  }

  @Test(arguments: Symbol.Kind.allCases)
  func `QML has a category and a symbol for every class and for everything else`(
    kind: Symbol.Kind
  ) throws {
    let document = try #require(MarkupTree.parse(style(kind).qml))
    #expect(document.attributes["version"] == "3.22")
    #expect(document.attributes["styleCategories"] == "Symbology")
    let renderer = try #require(document.first("renderer-v2"))
    #expect(renderer.attributes["type"] == "categorizedSymbol")
    #expect(renderer.attributes["attr"] == "reading")
    let categories = renderer.all("category")
    #expect(
      categories.map { $0.attributes["value"] }
        == ["absolute", "severe", "moderate", "slight", "minor", "<&\">", ""])
    let symbols = renderer.all("symbol")
    #expect(
      categories.map { $0.attributes["symbol"] } == symbols.map { $0.attributes["name"] })
    let names: [Symbol.Kind: (String, String, String)] = [
      .point: ("marker", "SimpleMarker", "0"), .line: ("line", "SimpleLine", "1"),
      .area: ("fill", "SimpleFill", "2"),
    ]
    let (type, layer, number) = try #require(names[kind])
    #expect(symbols.allSatisfy { $0.attributes["type"] == type })
    #expect(symbols.allSatisfy { $0.first("layer")?.attributes["class"] == layer })
    #expect(document.first("layerGeometryType")?.text == number)
    // The first class is drawn last.
    let passes = symbols.compactMap { $0.first("layer")?.attributes["pass"].flatMap(Int.init) }
    #expect(passes == [6, 5, 4, 3, 2, 1, 0])
  }

  @Test(arguments: Symbol.Kind.allCases)
  func `old and new QGIS read the same settings`(kind: Symbol.Kind) throws {
    let document = try #require(MarkupTree.parse(style(kind).qml))
    for layer in document.all("layer") {
      let map = try #require(layer.first("Option"))
      #expect(map.attributes["type"] == "Map")
      let options = map.all("Option").map { [$0.attributes["name"], $0.attributes["value"]] }
      let props = layer.all("prop").map { [$0.attributes["k"], $0.attributes["v"]] }
      #expect(!options.isEmpty && options == props)
    }
  }

  @Test func `widths are in millimetres and dashes are kept`() throws {
    let document = try #require(MarkupTree.parse(style(.line).qml))
    func setting(_ name: String) -> [String?] {
      document.all("symbol").map { symbol in
        symbol.all("prop").first { $0.attributes["k"] == name }?.attributes["v"]
      }
    }
    #expect(setting("line_color")[0] == "63,10,30,255")
    #expect(setting("line_width")[0] == "0.9", "3.4 pixels of 1/96 inch")
    #expect(setting("customdash") == [nil, nil, nil, nil, nil, "1.59;0.79", nil])
    #expect(setting("use_custom_dash") == ["0", "0", "0", "0", "0", "1", "0"])
  }

  @Test(arguments: Symbol.Kind.allCases)
  func `SLD has a rule for every class and one for everything else`(kind: Symbol.Kind) throws {
    let document = try #require(MarkupTree.parse(style(kind).sld(of: "pieces & more")))
    #expect(document.attributes["version"] == "1.1.0")
    #expect(document.first("NamedLayer")?.first("se:Name")?.text == "pieces & more")
    let rules = document.all("se:Rule")
    #expect(
      rules.map { $0.first("ogc:Literal")?.text }
        == ["absolute", "severe", "moderate", "slight", "minor", "<&\">", nil])
    #expect(
      rules.map { $0.first("se:ElseFilter") != nil } == [
        false, false, false, false, false, false, true,
      ])
    let symbolizer = [
      Symbol.Kind.point: "se:PointSymbolizer", .line: "se:LineSymbolizer",
      .area: "se:PolygonSymbolizer",
    ][kind]
    #expect(rules.allSatisfy { $0.first(symbolizer ?? "") != nil })
  }
}

@Suite struct MetadataTests {
  private var metadata: LayerMetadata {
    var metadata = LayerMetadata(
      identifier: "edition-3/pieces", title: "Pieces <of> barriers", abstract: "A & B.",
      date: "2026-11-21")
    metadata.keywords = ["barrier", "сайга"]
    metadata.extent = Box(minX: 45.5, minY: -0.00001, maxX: 120, maxY: 60)
    metadata.lineage = "From roads.gpkg."
    metadata.limitation = "No finding."
    metadata.licence = "ODbL 1.0"
    metadata.credits = ["© OpenStreetMap contributors"]
    metadata.contact = .init(name: "A. B.", organisation: "CMS", email: "a@example.org")
    return metadata
  }

  @Test func `ISO 19139 says everything in the order of the schema`() throws {
    let document = try #require(MarkupTree.parse(metadata.iso19139))
    #expect(document.name == "gmd:MD_Metadata")
    #expect(
      document.children.map(\.name)
        == [
          "fileIdentifier", "language", "characterSet", "hierarchyLevel", "contact", "dateStamp",
          "metadataStandardName", "metadataStandardVersion", "referenceSystemInfo",
          "identificationInfo", "dataQualityInfo",
        ].map { "gmd:\($0)" })
    let identification = try #require(document.first("gmd:MD_DataIdentification"))
    #expect(
      identification.children.map(\.name)
        == [
          "citation", "abstract", "credit", "pointOfContact", "descriptiveKeywords",
          "resourceConstraints", "spatialRepresentationType", "language", "topicCategory", "extent",
        ].map { "gmd:\($0)" })
    #expect(document.first("gmd:title")?.allText == "Pieces <of> barriers")
    #expect(document.all("gmd:keyword").map(\.allText) == ["barrier", "сайга"])
    #expect(document.first("gmd:southBoundLatitude")?.allText == "-0.00001")
    #expect(document.first("gmd:statement")?.allText == "From roads.gpkg.")
    #expect(document.first("gmd:otherConstraints")?.allText == "ODbL 1.0")
  }

  @Test func `QGIS finds title, licence and extent`() throws {
    let document = try #require(MarkupTree.parse(metadata.qgis))
    #expect(document.name == "qgis")
    #expect(document.first("title")?.text == "Pieces <of> barriers")
    #expect(document.first("license")?.text == "ODbL 1.0")
    #expect(document.first("rights")?.text == "© OpenStreetMap contributors")
    #expect(document.first("language")?.text == "ENG")
    #expect(document.all("keyword").map(\.text) == ["barrier", "сайга"])
    #expect(document.first("spatial")?.attributes["maxy"] == "60.0")
    #expect(document.first("email")?.text == "a@example.org")
  }

  @Test func `what is not said is left out`() throws {
    let bare = LayerMetadata(identifier: "i", title: "T", abstract: "A", date: "2026-11-21")
    let iso = try #require(MarkupTree.parse(bare.iso19139))
    for name in ["keyword", "credit", "extent", "MD_LegalConstraints", "statement"] {
      #expect(iso.first("gmd:\(name)") == nil)
    }
    let qgis = try #require(MarkupTree.parse(bare.qgis))
    for name in ["keywords", "contact", "license", "extent", "constraints", "rights"] {
      #expect(qgis.first(name) == nil)
    }
  }

  @Test func `a GeoPackage takes style and metadata`() throws {
    try TestFiles.withFolder { folder in
      let path = folder.path + "/atlas.gpkg"
      let writer = try GeoPackageWriter(path: path, overwrite: false)
      var batch = FeatureBatch(fields: [Field("reading", .text)])
      batch.geometry = GeometryColumn(LineColumn([[[Position(60, 40), Position(61, 41)]]]))
      batch.ids.append(Int64(1))
      batch.columns[0].append("severe")
      let header = LayerHeader(
        name: "pieces", geometryType: .lineString, crs: "EPSG:4326",
        fields: [Field("reading", .text)])
      try writer.addLayer(header).append(batch)
      let style = CategorizedStyle(
        "permeability", attribute: "reading", kind: .line, classes: SymbolClass.readings)
      try writer.addStyle(style.style(of: "pieces"), to: "pieces", isDefault: true)
      try writer.addMetadata(metadata, to: "pieces")
      try writer.addMetadata(metadata, to: nil)
      try writer.finish()
      #expect(try GeoPackageReader(path: path).layers.map(\.name) == ["pieces"])
    }
  }
}
