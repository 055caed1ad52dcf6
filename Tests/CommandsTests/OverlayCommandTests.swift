import Foundation
import TestSupport
import Testing

@testable import Commands

/// The fixture lies on the equator, where a degree of longitude is 6 378 137 m × π / 180, and on
/// the meridian 11° E, where the degree from 0.5° S to 0.5° N is 110 574.304 m (the integral of the
/// radius of curvature of WGS 84). West and east are countries with the border 11° E, north and
/// south share the equator from 12° to 13° E as border, and the range covers 10.5° to 12.5° E.
///
/// Line a (rail) is the equator from 9° to 14° E; b (fence) is 11° E from 0.5° S to 0.5° N; c (rail)
/// and d (road) repeat a from 11° to 12° E; e is a point.
@Suite struct OverlayCommandTests {
  private static let degree = 6_378_137 * Double.pi / 180
  private static let meridianDegree = 110_574.304_006_9
  private static let input = [
    "--lines", TestFiles.fixture("input/overlay-lines.geojson"),
    "--polygons", TestFiles.fixture("input/overlay-polygons.geojson"),
  ]
  private static let folder = TestFiles.fixtures.appendingPathComponent("input")

  private func overlay(_ words: String...) async -> CommandRun {
    await CommandRun(["overlay"] + Self.input + words, in: Self.folder)
  }

  private func expectGolden(_ name: String, _ text: String) throws {
    #expect(text == (try Golden.text("overlay/\(name)", recording: text)))
  }

  private func close(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-9 * max(abs(b), 1) }

  @Test func `a summary has a row for each line and polygon that meet`() async throws {
    let result = await overlay("--summary", "-", "--quiet")
    #expect(result.code == .done)
    #expect(result.err.isEmpty)
    try expectGolden("summary.csv", result.out)
    let (names, rows) = try result.table()
    #expect(
      names == ["line_id", "polygon_id", "inside_m", "boundary_m", "crossings", "touches"])
    let (degree, meridian) = (Self.degree, Self.meridianDegree)
    // Metres inside and on the boundary, crossings, touches. Line a passes in and out of west, east
    // and the range, and only touches north and south along one run.
    let expected: [String: [Double]] = [
      "a 2": [degree, 0, 2, 0], "a 3": [degree, 0, 2, 0], "a 4": [0, degree, 0, 1],
      "a 5": [0, degree, 0, 1], "a 10": [2 * degree, 0, 2, 0], "b 2": [0, meridian, 0, 1],
      "b 3": [0, meridian, 0, 1], "b 10": [meridian, 0, 0, 0],
      // The ends of c and d lie on the borders of east, and touch its neighbours.
      "c 2": [0, 0, 0, 1], "c 3": [degree, 0, 0, 2], "c 4": [0, 0, 0, 1], "c 5": [0, 0, 0, 1],
      "c 10": [degree, 0, 0, 0], "d 2": [0, 0, 0, 1], "d 3": [degree, 0, 0, 2],
      "d 4": [0, 0, 0, 1], "d 5": [0, 0, 0, 1], "d 10": [degree, 0, 0, 0],
    ]
    #expect(rows.count == expected.count)
    for row in rows {
      let key = "\(row["line_id"] ?? "") \(row["polygon_id"] ?? "")"
      let numbers = try #require(expected[key], "\(key)")
      for (column, number) in zip(names.dropFirst(2), numbers) {
        #expect(close(try row.number(column), number), "\(key) \(column)")
      }
    }
  }

  @Test func `groups are unions, count repeated lines once and share borders`() async throws {
    let result = await overlay(
      "--by", "lines.class", "--by", "polygons.kind", "--by", "polygons.name", "--summary", "-")
    #expect(result.code == .done)
    try expectGolden("summary-by.csv", result.out)
    let (names, rows) = try result.table()
    #expect(
      names == [
        "class", "kind", "name", "inside_m", "boundary_m", "crossings", "touches",
        "boundary_share_m", "lines",
      ])
    // The countries touch each other nowhere but in borders, so that inside and shares add up to
    // what lies in any: 10°…13° of a for rail, and all of b for fences.
    for (barrier, metres) in [("rail", 3 * Self.degree), ("fence", Self.meridianDegree)] {
      let own = rows.filter { $0["class"] == barrier && $0["kind"] == "country" }
      let sum = try own.map { try $0.number("inside_m") + $0.number("boundary_share_m") }
      #expect(close(sum.reduce(0, +), metres), "\(barrier)")
    }
    // c is all of it in a: it makes no line, no crossing and no touch of its own.
    let east = try #require(rows.first { $0["class"] == "rail" && $0["name"] == "east" })
    #expect(close(try east.number("inside_m"), Self.degree))
    #expect(["crossings", "touches", "lines"].map { east[$0] } == ["2", "0", "1"])
  }

  @Test func `repeated lines can be kept`() async throws {
    let result = await overlay("--by", "lines.class", "--keep-repeats", "--summary", "-")
    let rail = try #require(try result.table().rows.first { $0["class"] == "rail" })
    // Line a lies in the union of all polygons from 10° to 13° E and c from 11° to 12° E.
    #expect(close(try rail.number("inside_m"), 4 * Self.degree))
    #expect(rail["lines"] == "2")
    #expect(!result.err.contains("repeat"))
  }

  @Test func `pieces and crossings have the columns that scripts rely on`() async throws {
    try await withWorkplace { place in
      let words =
        Self.input + [
          "--out", place.path("pieces.geojson"), "--crossings", place.path("crossings.csv"),
        ]
      let result = await place.overlay(words)
      #expect(result.code == .done)
      #expect(result.out.isEmpty)
      #expect(result.err.hasSuffix("pieces: pieces.geojson\ncrossings: crossings.csv\n"))
      try expectGolden(
        "pieces.geojson", String(decoding: try place.bytes("pieces.geojson"), as: UTF8.self))
      let crossings = String(decoding: try place.bytes("crossings.csv"), as: UTF8.self)
      try expectGolden("crossings.csv", crossings)
      #expect(crossings.hasPrefix("line_id,polygon_id,at_m,direction,lon,lat,geom_wkt\n"))
      // In and out of west, east and the range; 9° E is chainage 0.
      #expect(crossings.contains("\na,2,\(Self.degree.nextDown),in,10.0,0.0,POINT (10 0)\n"))
      #expect(crossings.split(separator: "\n").count == 1 + 6)
    }
  }

  @Test func `pieces have the columns that scripts rely on`() async throws {
    let csv = await overlay("--out", "-", "--quiet")
    let head = #""properties":{"line_id":"a","polygon_id":2,"place":"inside","from_m":"#
    #expect(csv.out.contains(head))
    #expect(csv.out.contains(#""to_m":"#))
    #expect(csv.out.contains(#""length_m":"#))
  }

  @Test func `a reader gets a table, and messages beside it`() async throws {
    let result = await overlay("--by", "polygons.name")
    try expectGolden("table.txt", result.out)
    try expectGolden("messages.txt", result.err)
    let ids = await overlay()
    try expectGolden("table-ids.txt", ids.out)
    let quiet = await overlay("--by", "polygons.name", "--quiet")
    #expect(quiet.out == result.out)
    #expect(quiet.err.isEmpty)
  }

  @Test func `a script gets one JSON value and nothing else`() async throws {
    let result = await overlay("--by", "polygons.name", "--json")
    #expect(result.err.isEmpty)
    try expectGolden("summary.json", result.out)
    let object = try JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [String: Any]
    let lines = try #require(object?["lines"] as? [String: Double])
    let sum = ["inside_m", "boundary_m", "outside_m"].compactMap { lines[$0] }.reduce(0, +)
    #expect(close(sum, try #require(lines["length_m"])))
    // a and b; c and d repeat a, because all lines are one group.
    #expect(close(sum, 5 * Self.degree + Self.meridianDegree))
  }

  @Test func `a dry run checks everything and writes nothing`() async throws {
    try await withWorkplace { place in
      let words = Self.input + ["--out", place.path("a.gpkg"), "--dry-run", "--summary", "-"]
      let result = await place.overlay(words)
      #expect(result.code == .done)
      #expect(
        result.out.hasSuffix(
          "would write pieces to a.gpkg\nwould write summary to standard output\n"))
      #expect(
        result.out.contains("overlay-lines.geojson (overlay-lines): GeoJSON, 5 features, WGS 84"))
      let names = try place.names()
      #expect(names.isEmpty)
      for bad in [["--by", "lines.clas"], ["--crossings", place.path("no/c.csv")]] {
        #expect(await place.overlay(words + bad).code != .done)
      }
    }
  }
}
