import Assessment
import Formats
import Foundation
import Geometry
import Landscape
import Overlay
import Permeability
import TestSupport
import Testing

struct PlanReaderTests {
  /// A plan of one source.
  static func plan(
    _ path: String, set words: [String] = ["class=railway"], crs: String? = nil,
    extent: Box? = Box(minX: 44, minY: 26, maxX: 122, maxY: 56)
  ) async throws -> Plan {
    var query = LayerQuery(SourceSpec(path))
    query.cleaning.sourceCRS = crs
    var input = PlanInput([query])
    input.settings = try PlanSettings.parse(words)
    input.extent = extent
    let plans = try await PlanReader(input).plans()
    return try #require(plans.first)
  }

  /// A plan of a text in a file of its own.
  static func plan(
    text: String, _ name: String = "plan.geojson", set words: [String] = ["class=railway"],
    crs: String? = nil
  ) async throws -> Plan {
    try await TestFiles.withFolder { folder in
      let file = folder.appendingPathComponent(name)
      try Data(text.utf8).write(to: file)
      return try await plan(file.path, set: words, crs: crs)
    }
  }

  /// The error that a plan is refused with.
  static func refusal(
    text: String, _ name: String = "plan.geojson", set words: [String] = ["class=railway"]
  ) async -> FormatError? {
    await #expect(throws: FormatError.self) { _ = try await plan(text: text, name, set: words) }
  }

  /// GeoJSON of lines, each a list of paths, with properties as JSON.
  static func features(_ lines: [(paths: [[[Double]]], properties: String)]) -> String {
    let features = lines.map { line in
      """
      {"type": "Feature", "properties": \(line.properties),
       "geometry": {"type": "MultiLineString", "coordinates": \(line.paths)}}
      """
    }
    return #"{"type": "FeatureCollection", "features": [\#(features.joined(separator: ","))]}"#
  }

  static func lines(_ lines: [[[Double]]]) -> String {
    features(lines.map { ([$0], "{}") })
  }

  // MARK: - The fictional railway

  static let railway: [(file: String, crs: String?)] = [
    ("planned_railway.kml", nil), ("planned_railway.gpx", nil),
    ("planned_railway_utm40n.shp", nil), ("planned_railway_utm40n.dxf", "EPSG:32640"),
  ]

  #if GDAL
    @Test(.enabled(if: TestFiles.hasSharedData, "\(TestFiles.needsSharedData)"))
    func `the railway is the same in every format`() async throws {
      var plans: [Plan] = []
      for (file, crs) in Self.railway {
        plans.append(
          try await Self.plan(TestFiles.shared("synthetic-cami/\(file)"), crs: crs))
      }
      let first = plans[0]
      for plan in plans {
        #expect(plan.lines.count == 1)
        #expect(abs(plan.length / first.length - 1) < 1e-6)
        #expect(Self.greatestDistance(of: plan.geometry, from: first.geometry) < 1)
        #expect(plan.lines[0].design.barrierClass == .railUnfenced)
        #expect(plan.lines[0].design.status == .planned)
        // A drawing says nothing but where it is.
        let isDrawing = plan.source?.path.hasSuffix(".dxf") ?? false
        #expect(plan.lines[0].design.fencing == (isDrawing ? nil : .both))
      }
      #expect((490_000...500_000).contains(first.length))
    }

    @Test(.enabled(if: TestFiles.hasSharedData, "\(TestFiles.needsSharedData)"))
    func `a drawing without CRS names likely ones`() async throws {
      let path = TestFiles.shared("synthetic-cami/planned_railway_utm40n.dxf")
      let error = await #expect(throws: FormatError.self) {
        _ = try await Self.plan(path, extent: Box(minX: 53, minY: 40, maxX: 60, maxY: 46))
      }
      #expect(error?.kind == .badData)
      #expect(error?.help.contains("EPSG:32640") == true)
      #expect(error?.help.contains("EPSG:2500") == true)
      #expect(error?.help.contains("EPSG:32641") == false)
      #expect(error?.help.contains("--src-crs") == true)
      let wide = await #expect(throws: FormatError.self) { _ = try await Self.plan(path) }
      #expect(wide?.help.split(separator: "\n").count == 7)
      #expect(wide?.help.contains("other zones") == true)
    }

    @Test(.enabled(if: TestFiles.hasSharedData, "\(TestFiles.needsSharedData)"))
    func `fences of the railway come from its columns where it has any`() async throws {
      let plan = try await Self.plan(TestFiles.shared("synthetic-cami/planned_railway.kml"))
      #expect(plan.lines[0].design.fencing == .both)
      #expect(plan.lines[0].name == "Demo railway A (fictional)")
      let open = try await Self.plan(
        TestFiles.shared("synthetic-cami/planned_railway.kml"),
        set: ["class=railway", "fenced=no"])
      #expect(open.lines[0].design.fencing == Fencing.none)
    }
  #endif

  /// How far any vertex of one line lies from another line, in metres.
  static func greatestDistance(of line: LineColumn, from other: LineColumn) -> Double {
    line.paths.positions(of: 0).map { position in
      PassageSites([position], tolerance: 1e6).places(on: 0, of: other)?.places[0].offset
        ?? .infinity
    }.max() ?? 0
  }

  // MARK: - Formats of our own

  @Test func `GeoPackage, GeoJSON and CSV give the same plan`() async throws {
    let text = Self.lines([[[60, 45], [60.1, 45.1], [60.3, 45]]])
    let first = try await Self.plan(text: text)
    let csv = try await Self.plan(
      text: "geom_wkt,name\n\"LINESTRING (60 45, 60.1 45.1, 60.3 45)\",a\n", "plan.csv")
    let package = try await TestFiles.withFolder { folder in
      let (from, to) = (
        folder.appendingPathComponent("a.geojson"), folder.appendingPathComponent("a.gpkg")
      )
      try Data(text.utf8).write(to: from)
      let stream = try LayerStream(LayerQuery(SourceSpec(from.path)))
      let writer = try Datasets.create(to.path, overwrite: false)
      try writer.addLayer(stream.header).append(try await stream.rest())
      try writer.finish()
      return try await Self.plan(to.path)
    }
    for plan in [csv, package] {
      #expect(plan.geometry == first.geometry)
      #expect(plan.lines[0].length == first.lines[0].length)
    }
  }

  @Test func `a list of places is refused and counted`() async throws {
    let error = await Self.refusal(text: "lon,lat\n60,45\n60.1,45\n", "places.csv")
    #expect(error?.kind == .badData)
  }

  #if GDAL
    @Test func `all folders of a KML are read, and what is no line is noted`() async throws {
      func placemark(_ geometry: String) -> String { "<Placemark>\(geometry)</Placemark>" }
      func line(_ coordinates: String) -> String {
        placemark("<LineString><coordinates>\(coordinates)</coordinates></LineString>")
      }
      let point = placemark("<Point><coordinates>60,45</coordinates></Point>")
      let plan = try await Self.plan(
        text: """
          <kml xmlns="http://www.opengis.net/kml/2.2"><Document>
          <Folder><name>west</name>\(line("60,45 60.1,45"))\(point)</Folder>
          <Folder><name>east</name>\(line("60.1,45 60.2,45"))</Folder>
          <Folder><name>stations</name>\(point)\(point)</Folder>
          </Document></kml>
          """, "plan.kml")
      #expect(plan.lines.count == 1)
      #expect(plan.geometry.paths.positions(of: 0).last == Position(60.2, 45))
      #expect(plan.notes.contains { $0.contains("1 point in west, 2 points in stations") })
    }
  #endif

  // MARK: - Joining

  @Test func `pieces in file order make one line, also where one is turned round`() async throws {
    let plan = try await Self.plan(
      text: Self.lines([
        [[60, 45], [60.1, 45]], [[60.100_001, 45], [60.2, 45]], [[60.3, 45.1], [60.2, 45]],
      ]))
    #expect(plan.lines.count == 1)
    let positions = plan.geometry.paths.positions(of: 0)
    #expect(positions.first == Position(60, 45))
    #expect(positions.last == Position(60.3, 45.1))
    #expect(plan.lines[0].length == plan.geometry.geodesicLength(ofRow: 0))
    #expect(plan.notes.contains { $0.contains("3 pieces") && $0.contains("1 of them") })
  }

  @Test func `pieces more than a metre apart, or of other designs, stay lines of their own`()
    async throws
  {
    let apart = try await Self.plan(
      text: Self.lines([[[60, 45], [60.1, 45]], [[60.1, 45.000_02], [60.2, 45]]]))
    #expect(apart.lines.count == 2)
    let fenced = try await Self.plan(
      text: Self.features([
        ([[[60, 45], [60.1, 45]]], #"{"fenced": "both"}"#),
        ([[[60.1, 45], [60.2, 45]]], #"{"fenced": "none"}"#),
      ]))
    #expect(fenced.lines.map(\.design.fencing) == [.both, Fencing.none])
  }

  @Test func `parts that meet are joined, and others numbered`() async throws {
    let plan = try await Self.plan(
      text: Self.features([
        ([[[60, 45], [60.1, 45]], [[60.1, 45], [60.2, 45]], [[61, 45], [61.1, 45]]], "{}")
      ]))
    #expect(plan.lines.count == 2)
    #expect(plan.lines[0].id.hasSuffix("-1") && plan.lines[1].id.hasSuffix("-2"))
  }

  @Test func `a line that is drawn twice counts once`() async throws {
    let plan = try await Self.plan(
      text: Self.lines([[[60, 45], [60.1, 45.1]], [[60.1, 45.1], [60, 45]]]))
    #expect(plan.lines.count == 1)
    #expect(plan.notes.contains { $0.contains("twice") })
  }

  // MARK: - Odd plans

  @Test func `a line without length is refused for that, and not for its coordinates`() async throws
  {
    let refusal = await Self.refusal(
      text: """
        {"type":"Feature","properties":{},"geometry":{"type":"LineString",
         "coordinates":[[60,45],[60,45]]}}
        """)
    let error = try #require(refusal)
    #expect(error.kind == .badData)
    #expect(error.problem.contains("can be used"), "\(error)")
    #expect(!error.help.contains("src-crs"))
  }

  @Test func `repeated vertices go, and lines without length are left out`() async throws {
    let plan = try await Self.plan(
      text: Self.features([
        ([[[60, 45], [60, 45], [60.1, 45], [60.1, 45]], [[61, 45], [61, 45]]], "{}"),
        ([[[62, 45], [62, 45]]], "{}"),
      ]))
    #expect(plan.geometry.paths.vertexCount == 2)
    #expect(!plan.notes.isEmpty)
    let error = await Self.refusal(text: Self.lines([[[62, 45], [62, 45]]]))
    #expect(error?.kind == .badData)
  }

  @Test func `lines that cross themselves or are closed are lines`() async throws {
    let crossing = try await Self.plan(
      text: Self.lines([[[60, 45], [60.2, 45], [60.2, 45.1], [60.1, 45.1], [60.1, 44.9]]]))
    #expect(crossing.lines.count == 1 && crossing.geometry.paths.vertexCount == 5)
    let closed = try await Self.plan(
      text: Self.lines([
        [[60, 45], [60.1, 45], [60.1, 45.1], [60, 45]], [[60, 45], [59.9, 45]],
      ]))
    #expect(closed.lines.count == 2)
  }

  @Test func `what is no line is left out with a note, and a file without lines is refused`()
    async throws
  {
    let polygon = """
      {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon",
       "coordinates": [[[60, 45], [60.1, 45], [60.1, 45.1], [60, 45]]]}}
      """
    let line = """
      {"type": "Feature", "properties": {}, "geometry": {"type": "LineString",
       "coordinates": [[60, 45], [60.1, 45]]}}
      """
    let both = #"{"type": "FeatureCollection", "features": [\#(polygon), \#(line)]}"#
    let plan = try await Self.plan(text: both)
    #expect(plan.lines.count == 1)
    #expect(plan.notes.contains { $0.contains("1 polygon") })
    let error = await Self.refusal(text: polygon)
    #expect(error?.kind == .badData)
  }

  @Test func `exchanged axes are refused, and never exchanged silently`() async throws {
    let error = await Self.refusal(text: Self.lines([[[43, 60], [43.5, 61]]]))
    #expect(error?.kind == .badData)
    #expect(error?.problem.contains("latitude before longitude") == true)
    let beyond = await Self.refusal(text: Self.lines([[[43, 110], [43.5, 111]]]))
    #expect(beyond?.problem.contains("latitude before longitude") == true)
  }

  @Test func `metres where degrees should be are refused with likely systems`() async throws {
    let text = Self.lines([[[456_000, 4_880_000], [457_000, 4_890_000]]])
    let error = await Self.refusal(text: text)
    #expect(error?.kind == .badData)
    #expect(error?.help.contains("--src-crs") == true)
    #expect(error?.help.contains("EPSG:326") == true)
    let plan = try await Self.plan(text: text, crs: "EPSG:32640")
    #expect(abs(plan.length - 10_053) < 10)
  }

  @Test func `an easting with the number of a zone names that zone`() async throws {
    let text = Self.lines([[[10_456_000, 4_880_000], [10_457_000, 4_890_000]]])
    let error = await Self.refusal(text: text)
    #expect(error?.help.contains("EPSG:28410") == true)
    #expect(error?.help.contains("EPSG:32640") == false)
  }

  @Test func `a plan outside the atlas is read, with a note`() async throws {
    let plan = try await Self.plan(text: Self.lines([[[10, 45], [10.1, 45]]]))
    #expect(plan.notes == ["it lies outside the extent of the atlas"])
  }

  // What grows with the square of the vertices takes hours here.
  @Test(.timeLimit(.minutes(20)))
  func `ten thousand vertices a kilometre are read as they are`() async throws {
    let count = 300_000
    let vertices = (0...count).map { index in
      "[\(60 + Double(index) * 0.0127 / 10_000), \(45 + Double(index % 2) * 1e-7)]"
    }
    let text =
      #"{"type": "LineString", "coordinates": [\#(vertices.joined(separator: ","))]}"#
    let plan = try await Self.plan(text: text)
    #expect(plan.lines.count == 1)
    #expect(plan.geometry.paths.vertexCount == count + 1)
    let area = AreaContactsTests.square([AreaContactsTests.ring(60.1, 44.9, 60.2, 45.1)])
    let found = try await AreaContacts([area]).contacts(of: plan, zone: 1000)
    #expect(found.first?.stretches.map(\.place) == [.near, .inside, .near])
  }

  // MARK: - Attributes

  @Test func `settings go before the file, and the file before columns`() async throws {
    try await TestFiles.withFolder { folder in
      let (line, attributes) = (
        folder.appendingPathComponent("a.geojson"), folder.appendingPathComponent("a.json5")
      )
      let properties = #"{"class": "road", "fenced": "no", "h_top_cm": 90, "aadt": 700}"#
      try Data(Self.features([([[[60, 45], [60.1, 45]]], properties)]).utf8).write(to: line)
      try Data("{class: 'railway', fenced: true, h_top_cm: 150} // as agreed".utf8)
        .write(to: attributes)
      var input = PlanInput([LayerQuery(SourceSpec(line.path))])
      #expect(
        try await PlanReader(input).plans()[0].lines[0].design.barrierClass == .roadPaved)
      input.attributes = attributes.path
      input.settings = try PlanSettings.parse(["h_top_cm=170"])
      let design = try await PlanReader(input).plans()[0].lines[0].design
      #expect(design.barrierClass == .railUnfenced)
      #expect(design.fencing == .both)
      #expect(design.fence.topHeight == 170)
      #expect(design.road.traffic == 700)
    }
  }

  @Test(
    arguments: [
      ("class=railway", BarrierClass.railUnfenced), ("class=Rail", .railUnfenced),
      ("class=highway", .roadPaved), ("class=fence", .fenceLivestock),
      ("class=pipeline", .pipelineBuried), ("class=canal", .canalEarth),
      ("class=rail_fenced_both", .railFencedBoth), ("class=Border fence", .borderFenceSingle),
    ])
  func `words of engineers are understood`(word: String, barrierClass: BarrierClass) async throws {
    let plan = try await Self.plan(text: Self.lines([[[60, 45], [60.1, 45]]]), set: [word])
    #expect(plan.lines[0].design.barrierClass == barrierClass)
    #expect(plan.lines[0].design.status == .planned)
  }

  @Test func `without a class a plan is refused`() async throws {
    let error = await Self.refusal(text: Self.lines([[[60, 45], [60.1, 45]]]), set: [])
    #expect(error?.kind == .usage)
    #expect(error?.help.contains("--set class=railway") == true)
  }

  @Test func `status is planned unless the source says construction`() async throws {
    func status(_ word: String, set words: [String] = []) async throws -> BarrierStatus {
      let properties = #"{"class": "rail_unfenced", "status": "\#(word)"}"#
      return try await Self.plan(
        text: Self.features([([[[60, 45], [60.1, 45]]], properties)]), set: words
      ).lines[0].design.status
    }
    #expect(try await status("existing") == .planned)
    #expect(try await status("under construction") == .construction)
    #expect(try await status("planned", set: ["status=construction"]) == .construction)
    await #expect(throws: FormatError.self) { try await status("planned", set: ["status=razed"]) }
  }

  @Test func `values that mean nothing are noted, and unknown attributes refused`() async throws {
    let plan = try await Self.plan(
      text: Self.features([([[[60, 45], [60.1, 45]]], #"{"fenced": "maybe"}"#)]))
    #expect(plan.lines[0].design.fencing == nil)
    #expect(plan.notes.contains { $0.contains("maybe") })
    #expect(throws: FormatError.self) { _ = try PlanSettings.parse(["colour=red"]) }
  }

  @Test func `a broken file of attributes is named with its line`() async throws {
    try TestFiles.withFolder { folder in
      let file = folder.appendingPathComponent("a.json")
      try Data("{\n  clas: 'railway'\n}".utf8).write(to: file)
      var input = PlanInput([])
      input.attributes = file.path
      let error = #expect(throws: FormatError.self) { _ = try PlanReader(input) }
      #expect(error?.problem.contains("line 2") == true)
      #expect(error?.help.contains("class") == true)
    }
  }

  @Test func `alternatives have names that differ`() async throws {
    try await TestFiles.withFolder { folder in
      let file = folder.appendingPathComponent("a.geojson")
      try Data(Self.lines([[[60, 45], [60.1, 45]]]).utf8).write(to: file)
      var input = PlanInput(Array(repeating: LayerQuery(SourceSpec(file.path)), count: 2))
      input.settings = try PlanSettings.parse(["class=road"])
      #expect(try await PlanReader(input).plans().map(\.name) == ["a", "a_1"])
    }
  }
}
