import Formats
import Geometry
import PROJBridge
import TestSupport
import Testing

@Test func `a layer without CRS is refused with the way out`() {
  let error = #expect(throws: FormatError.self) { _ = try cleaner(crs: nil) }
  #expect(error?.kind == .badData)
  #expect(error?.problem == "layer tracks of there.gpkg does not say which CRS it is in")
  #expect(error?.help.contains("--src-crs EPSG:32640") == true)
}

@Test func `a CRS that cannot be used is the fault of the layer or of the option`() {
  let inLayer = #expect(throws: FormatError.self) { _ = try cleaner(crs: "EPSG:432666") }
  #expect(inLayer?.kind == .badData)
  #expect(inLayer?.problem.contains("crs not found") == true)
  var options = CleaningOptions()
  options.sourceCRS = "EPSG:5773"
  let inOption = #expect(throws: FormatError.self) { _ = try cleaner(options: options) }
  #expect(inOption?.kind == .usage)
}

@Test func `the CRS of the options counts, and the header says what comes out`() throws {
  var options = CleaningOptions()
  options.sourceCRS = "32640"
  let given = try cleaner(crs: nil, options: options)
  #expect(given.report.crs == "WGS 84 / UTM zone 40N (EPSG:32640)")
  #expect(given.report.isTransformed)
  #expect(given.header.crs == "EPSG:4326")
  #expect(given.header.name == "tracks")
}

@Test func `a table without geometry needs no CRS`() async throws {
  let header = LayerHeader(name: "table", geometryType: .none, crs: nil, fields: [])
  var cleaner = try LayerCleaner(header: header, path: "there.csv")
  var column = GeometryColumn()
  column.appendNone()
  let result = try await cleaner.clean(batch(column))
  #expect(result.count == 1)
  #expect(cleaner.header.crs == nil)
}

@Test(arguments: ["EPSG:4326", "OGC:CRS84", "EPSG:4979"])
func `valid degrees pass untouched, to the last bit`(crs: String) async throws {
  var geometry = GeometryColumn(
    PolygonColumn([[[rectangle(-180, -90, 180, 90)]]]))
  geometry.append(0, of: GeometryColumn(LineColumn([[[.init(-0.0, 1e-300), .init(180, 0.1)]]])))
  geometry.append(0, of: GeometryColumn(PolygonColumn([[[rectangle(60, 40, 70, 50)]]])))
  geometry.appendPoint(Position(61.000000000000007, 43))
  geometry.appendNone()
  let cleaned = try await Cleaned(geometry, crs: crs)
  #expect(cleaned.batch.geometry == geometry)
  #expect(cleaned.batch.columns == batch(geometry).columns)
  #expect(!cleaned.report.isTransformed)
  #expect(cleaned.report.repairs.isEmpty && cleaned.report.rejections.isEmpty)
}

@Test func `a line in UTM becomes longitude and latitude with vertices added`() async throws {
  let cleaned = try await Cleaned(
    line: [Position(300_000, 5_000_000), .init(700_000, 5_000_000)], crs: "EPSG:32640")
  let path = try #require(cleaned.paths.first)
  #expect(cleaned.report.addedVertices == path.count - 2)
  #expect(cleaned.report.addedVertices > 30)
  #expect(abs(path[0].x - 54.46) < 0.02 && abs(path[0].y - 45.13) < 0.02)
  // The grid line is 400 km long on the map, whose scale there is between 0.9996 and 1.0001.
  let length = Geodesic.wgs84.length(ofRow: 0, of: cleaned.batch.geometry.lines)
  #expect(abs(length - 400_000) < 200)
  #expect(cleaned.report.featuresOutsideAreaOfUse == 0)
}

@Test func `a polygon in an equal-area projection keeps its area`() async throws {
  // The projected edges become straight in degrees within a metre: 400 km × 1 m of 10⁴ km².
  let cleaned = try await Cleaned(
    polygon: [rectangle(0, 0, 100_000, 100_000)],
    crs: "+proj=laea +lat_0=45 +lon_0=80 +datum=WGS84")
  #expect(abs(cleaned.area - 10_000) < 0.4)
}

@Test func `what lies outside the area of use is counted, an unknown datum noted`() async throws {
  let far = try await Cleaned(
    line: [Position(500_000, 5_000_000), .init(500_000, 5_001_000)], crs: "EPSG:32640")
  #expect(far.report.featuresOutsideAreaOfUse == 0)
  let wrong = try await Cleaned(
    line: [Position(1_900_000, 5_000_000), .init(1_900_000, 5_001_000)], crs: "EPSG:32640")
  #expect(wrong.report.featuresOutsideAreaOfUse == 1)
  let rough = try await Cleaned(
    line: [Position(60, 50), .init(61, 50)], crs: "+proj=longlat +ellps=krass")
  #expect(rough.report.notes.first?.contains("may be off") == true)
}

@Test func `an area of use over the antimeridian is understood`() async throws {
  // EPSG:3832, PDC Mercator, is made for 98.69° E to 68° W.
  for (x, isOutside) in [(3e6, 0), (-4e6, 0), (-1.5e7, 1)] {
    let cleaned = try await Cleaned(
      line: [Position(x, 0), .init(x + 1000, 1000)], crs: "EPSG:3832")
    #expect(cleaned.report.featuresOutsideAreaOfUse == isOutside)
  }
}

@Test(arguments: [Double.nan, .infinity, -.infinity])
func `coordinates that are no numbers are refused`(broken: Double) async throws {
  for crs in ["EPSG:4326", "EPSG:32640"] {
    let cleaned = try await Cleaned(line: [Position(0, 0), .init(1, broken)], crs: crs)
    #expect(cleaned.batch.count == 0)
    #expect(cleaned.reason == "vertex 1 has a coordinate that is not a number")
  }
}

@Test func `metres in a layer that claims degrees, and swapped axes, are refused`() async throws {
  let metres = try await Cleaned(line: [Position(500_000, 4_427_757), .init(500_100, 4_427_757)])
  #expect(metres.reason?.contains("is the CRS right?") == true)
  let swapped = try await Cleaned(line: [Position(45, 110), .init(46, 111)])
  #expect(swapped.reason?.contains("swapped?") == true)
  let far = try await Cleaned(line: [Position(361, 0), .init(362, 0)])
  #expect(far.reason?.contains("longitude 361.0") == true)
}

@Test func `a vertex that the CRS cannot place is refused, the others go on`() async throws {
  let lines = LineColumn([
    [[Position(500_000, 5_000_000), .init(500_100, 5_000_000)]],
    [[Position(500_000, 5_000_000), .init(1e12, 1e12)]],
    [[Position(500_000, 5_000_000), .init(500_200, 5_000_000)]],
  ])
  let cleaned = try await Cleaned(GeometryColumn(lines), crs: "EPSG:32640")
  #expect(cleaned.batch.count == 2)
  #expect(cleaned.batch.columns[0].storage == .integers([0, 2]))
  #expect(cleaned.batch.rejected.map(\.id) == ["101"])
  #expect(cleaned.reason?.contains("vertex 1 at (1000000000000.0, 1000000000000.0)") == true)
}

@Test func `rejections of the reader are kept and reported`() async throws {
  var broken = batch(GeometryColumn(LineColumn([[[Position(0, 0), .init(0, 0)]]])))
  broken.rejected = [Rejection(id: "7", reason: "the geometry is cut off at byte 9")]
  var cleaner = try cleaner()
  let first = try await cleaner.clean(broken)
  #expect(first.rejected.map(\.id) == ["7", "100"])
  _ = try await cleaner.clean(broken)
  #expect(cleaner.report.rejections.map(\.id) == ["7", "100", "7", "100"])
}

@Test func `lines of one place are refused, such paths left out of multi-lines`() async throws {
  let place = Position(1, 1)
  #expect(try await Cleaned(line: [place]).reason?.contains("one place") == true)
  #expect(try await Cleaned(line: [place, place, place]).reason?.contains("one place") == true)
  let cleaned = try await Cleaned(line: [place], [place, Position(2, 2)], [place, place])
  #expect(cleaned.paths == [[place, Position(2, 2)]])
  #expect(cleaned.report.repairs.map(\.id) == ["100"])
  #expect(cleaned.report.repairs[0].reason.hasSuffix("at one place: 2"))
  #expect(cleaned.report.repairs[0].areaAfter == 0)
}

@Test(.timeLimit(.minutes(20)), arguments: [1, 2, 3])
func `the result does not depend on the number of jobs`(jobs: Int) async throws {
  var random = SeededGenerator(seed: 7)
  let rows = (0..<30).map { _ in
    (0..<6).map { _ in
      Position(
        .random(in: -1e5...1e5, using: &random), .random(in: -1e5...1e5, using: &random))
    }
  }
  let polygons = PolygonColumn(rows.map { [[$0 + [$0[0]]]] })
  var options = CleaningOptions()
  let one = try await Cleaned(GeometryColumn(polygons), crs: "EPSG:3995", options: options)
  options.jobs = jobs
  let other = try await Cleaned(GeometryColumn(polygons), crs: "EPSG:3995", options: options)
  #expect(one.batch.geometry == other.batch.geometry)
  #expect(one.report == other.report)
  #expect(!one.report.repairs.isEmpty && !one.report.antimeridianSplits.isEmpty)
}
