import Foundation
import TestSupport
import Testing

@testable import Commands

/// A square from 60° to 61° E and 44° to 46° N, and its neighbour to the east.
private let squares = """
  {"type": "FeatureCollection", "features": [
  {"type": "Feature", "id": 10, "properties": {"name": "B", "lines": 7}, "geometry":
  {"type": "Polygon", "coordinates": [[[61, 44], [62, 44], [62, 46], [61, 46], [61, 44]]]}},
  {"type": "Feature", "id": 9, "properties": {"name": "A", "lines": 8}, "geometry":
  {"type": "Polygon", "coordinates": [[[60, 44], [61, 44], [61, 46], [60, 46], [60, 44]]]}}
  ]}
  """

/// One line along 45° N and a point; `n` is a number or text.
private func roads(n: String = "1", id: String = "r") -> String {
  """
  {"type": "FeatureCollection", "features": [
  {"type": "Feature", "id": "\(id)", "properties": {"class": "road", "n": \(n), "name": "x"},
  "geometry": {"type": "LineString", "coordinates": [[59, 45], [63, 45]]}},
  {"type": "Feature", "id": "p", "properties": {"class": "sign"},
  "geometry": {"type": "Point", "coordinates": [60, 45]}}
  ]}
  """
}

/// Without GDAL an unknown extension may be one of its many.
#if GDAL
  private let unknownFormat = "error: x.xyz: no format has the extension .xyz"
#else
  private let unknownFormat = "error: writing x.xyz needs GDAL"
#endif

@Suite struct OverlayInputTests {
  private struct Files {
    let place: Workplace
    let lines: String
    let polygons: String

    init(_ place: Workplace) throws {
      self.place = place
      lines = try place.write(roads(), "roads.geojson")
      polygons = try place.write(squares, "squares.geojson")
    }

    func overlay(_ words: String...) async -> CommandRun {
      await place.overlay(["--lines", lines, "--polygons", polygons] + words)
    }
  }

  @Test(
    arguments: [
      (
        ["--lines-where", "klass = 'x'"], "error: in --lines-where, character 1: there is no field"
      ),
      (["--polygons-where", "name = "], "error: in --polygons-where, character 8: expected"),
      (
        ["--by", "lines.clas"],
        "error: roads.geojson (roads) has no column 'clas'\n help: did you mean 'class'?"
      ),
      (["--by", "class"], "error: --by class names neither a column of the lines nor one"),
      (["--by", "lines.class", "--by", "lines.class"], "error: --by lines.class is given twice"),
      (
        ["--line-id", "nn"],
        "error: roads.geojson (roads) has no column 'nn'\n help: did you mean 'n'?"
      ),
      (["--polygon-id", "idd"], "error: squares.geojson (squares) has no column 'idd'"),
      (["--snap", "far"], "error: --snap cannot be 'far'"),
      (["--snap=-1"], "error: --snap cannot be '-1'"),
      (["--bbox", "1,2,3"], "error: --bbox cannot be '1,2,3'"),
      (["--lines-src-crs", "EPSG:99999"], "error: EPSG:99999 is not a CRS"),
      (["--summary", "-", "--out", "-"], "error: '-' stands for two outputs"),
      (["--summary", "-", "--json"], "error: --json and a table on standard output"),
      (["--out", "x.xyz"], unknownFormat),
      (
        ["--polygon", "x"],
        "error: kulan overlay has no option --polygon\n help: did you mean --polygons?"
      ),
    ] as [([String], String)])
  func `a wrong request is refused in words`(words: [String], message: String) async throws {
    try await withWorkplace { place in
      let files = try Files(place)
      let result = await place.overlay(
        ["--lines", files.lines, "--polygons", files.polygons] + words)
      #expect(result.code == .usage)
      #expect(result.err.hasPrefix(message), "\(result.err)")
      #expect(result.out.isEmpty)
      #expect(try place.names() == ["roads.geojson", "squares.geojson"])
    }
  }

  @Test func `an input that is missing or of the wrong kind is refused`() async throws {
    try await withWorkplace { place in
      let files = try Files(place)
      let missing = await place.overlay(
        ["--lines", place.path("raods.geojson"), "--polygons", files.polygons])
      #expect(missing.code == .missingInput)
      #expect(missing.err.contains("help: did you mean roads.geojson?"))
      let swapped = await place.overlay(["--lines", files.polygons, "--polygons", files.lines])
      #expect(swapped.code == .badData)
      #expect(swapped.err.hasPrefix("error: squares.geojson has no layer of lines"))
      let layer = await place.overlay(
        ["--lines", files.lines + ":tracks", "--polygons", files.polygons])
      #expect(layer.err.hasPrefix("error: roads.geojson has no layer tracks\n help: it has: roads"))
    }
  }

  @Test func `the same source twice is refused, however it is spelled`() async throws {
    try await withWorkplace { place in
      let files = try Files(place)
      let again = place.folder.appendingPathComponent("./roads.geojson").relativePath
      let result = await place.overlay(
        ["--lines", files.lines, again, "--polygons", files.polygons])
      #expect(result.code == .usage)
      #expect(result.err.hasPrefix("error: --lines names "))
    }
  }

  @Test func `features of another kind are set aside, and fatal in a strict run`() async throws {
    try await withWorkplace { place in
      let files = try Files(place)
      let result = await files.overlay("--rejected", "-")
      #expect(
        result.out == """
          source,layer,feature_id,reason
          roads.geojson,roads,p,"it is a point, and a line is wanted here"

          """)
      #expect(
        result.err.hasPrefix(
          "warning: roads.geojson (roads): feature p set aside: it is a point, and"))
      let strict = await files.overlay("--strict")
      #expect(strict.code == .badData)
      #expect(strict.err.hasPrefix("error: feature p of layer roads of roads.geojson"))
      // Outside of the box it is no matter of this run.
      #expect(await files.overlay("--strict", "--bbox", "61.5,44,62,46").code == .done)
    }
  }

  @Test func `groups are the same where sources spell and type a column differently`()
    async throws
  {
    try await withWorkplace { place in
      let files = try Files(place)
      let text = roads(n: #""1""#).replacing("class", with: "CLASS").replacing("45", with: "45.5")
      let other = try place.write(text, "other.geojson")
      let result = await place.overlay([
        "--lines", files.lines, other, "--polygons", files.polygons, "--by", "lines.class", "--by",
        "lines.n", "--summary", "-",
      ])
      let rows = try result.table().rows
      #expect(rows.map { $0["lines"] } == ["2"])
      let real = try place.write(
        roads(n: "1.5").replacing("45", with: "44.5"), "real.geojson")
      let mixed = await place.overlay([
        "--lines", files.lines, real, "--polygons", files.polygons, "--by", "lines.n",
        "--summary", "-",
      ])
      #expect(try mixed.table().rows.map { $0["n"] } == ["1.0", "1.5"])
    }
  }

  @Test func `groups are sorted as what they are, and named apart`() async throws {
    try await withWorkplace { place in
      let files = try Files(place)
      let ids = await files.overlay("--quiet")
      // 9 comes before 10, although "10" comes before "9".
      let column = ids.out.split(separator: "\n").dropFirst(2).map { $0.prefix(10).trimmed }
      #expect(column == ["9", "10"])
      let result = await files.overlay(
        "--by", "lines.name", "--by", "polygons.name", "--by", "polygons.lines", "--summary", "-")
      let names = try result.table().names
      #expect(names.prefix(4) == ["lines_name", "polygons_name", "polygons_lines", "inside_m"])
    }
  }

  @Test func `several sources have ids that tell them apart`() async throws {
    try await withWorkplace { place in
      let files = try Files(place)
      try FileManager.default.createDirectory(
        at: place.folder.appendingPathComponent("b"), withIntermediateDirectories: false)
      let other = try place.write(roads().replacing("45", with: "45.5"), "tracks.geojson")
      let same = try place.write(roads().replacing("45", with: "44.5"), "b/roads.geojson")
      let stems = await place.overlay(
        ["--lines", files.lines, other, "--polygons", files.polygons, "--summary", "-"])
      #expect(try stems.table().rows.compactMap { $0["line_id"] }.first == "roads/r")
      let paths = await place.overlay(
        ["--lines", files.lines, same, "--polygons", files.polygons, "--summary", "-"])
      #expect(
        Set(try paths.table().rows.compactMap { $0["line_id"] })
          == ["roads.geojson:roads/r", "b/roads.geojson:roads/r"])
    }
  }

  @Test func `what a reader should look at is said`() async throws {
    try await withWorkplace { place in
      let files = try Files(place)
      let none = await files.overlay("--polygons-where", "name = 'Z'")
      #expect(none.err.contains("(squares): none of 2 features is left to be used\n"))
      #expect(none.err.contains("no line meets a polygon; lines lie in 59.0000…63.0000 east"))
      let crs = await files.overlay("--polygons-src-crs", "EPSG:32640")
      #expect(crs.err.contains("2 features outside the area that WGS 84 / UTM zone 40N"))
      #expect(crs.err.contains("--polygons-src-crs gives another CRS"))
      let ids = await files.overlay("--polygon-id", "lines")
      #expect(!ids.err.contains("with the id of another"))
      let double = try place.write(squares.replacing("\"id\": 9", with: "\"id\": 10"), "d.geojson")
      let repeated = await place.overlay(["--lines", files.lines, "--polygons", double])
      #expect(
        repeated.err.contains("d.geojson (d): 1 feature with the id of another, the first is '10'"))
    }
  }

  @Test func `an empty source is no error`() async throws {
    try await withWorkplace { place in
      let files = try Files(place)
      let empty = try place.write(#"{"type":"FeatureCollection","features":[]}"#, "empty.geojson")
      let result = await place.overlay(
        ["--lines", empty, "--polygons", files.polygons, "--by", "lines.class", "--summary", "-"])
      #expect(result.code == .done)
      #expect(
        result.out
          == "class,inside_m,boundary_m,crossings,touches,boundary_share_m,lines\n")
    }
  }

  @Test func `blanks, other scripts and colons in paths and columns are fine`() async throws {
    try await withWorkplace { place in
      let text = roads().replacing("\"class\"", with: "\"класс дороги\"")
      let lines = try place.write(text, "дороги 1.geojson")
      let polygons = try place.write(squares, "a:b.geojson")
      let result = await place.overlay([
        "--lines", lines, "--polygons", polygons, "--by", "lines.класс дороги", "--summary", "-",
        "--out", place.path("вы ход.gpkg:куски"),
      ])
      #expect(result.code == .done)
      #expect(result.out.hasPrefix("класс дороги,inside_m"))
      #expect(result.err.contains("pieces: вы ход.gpkg:куски\n"))
    }
  }
}

extension Substring {
  fileprivate var trimmed: String { filter { $0 != " " } }
}
