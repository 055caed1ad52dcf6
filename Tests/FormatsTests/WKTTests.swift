import Formats
import Geometry
import TestSupport
import Testing

private func column(_ texts: String...) throws -> GeometryColumn {
  var column = GeometryColumn()
  for text in texts { try column.append(wkt: text) }
  return column
}

@Test(arguments: [
  "POINT (1 2)", "LINESTRING (0 0, 1.5 -1)", "POLYGON ((0 0, 9 0, 9 9, 0 0), (5 1, 6 1, 6 2, 5 1))",
  "MULTIPOINT ((1 2), (3 4))", "MULTILINESTRING ((0 0, 1 1), (2 2, 3 3))",
  "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5), (5.5 5.25, 5.75 5.5, 5.5 5.5, 5.5 5.25)))",
  "GEOMETRYCOLLECTION EMPTY",
])
func `text that we write comes back as it was`(text: String) throws {
  #expect(try column(text).wkt(of: 0) == text)
}

@Test(arguments: [
  ("point(1 2)", "POINT (1 2)"), ("  Point Z ( 1.0 2e0 3 ) ", "POINT (1 2)"),
  ("POINTZM(1 2 3 4)", "POINT (1 2)"), ("POINT M (1 2 3)", "POINT (1 2)"),
  ("SRID=4326;POINT(1 2)", "POINT (1 2)"), ("POINT EMPTY", "GEOMETRYCOLLECTION EMPTY"),
  ("POLYGON Z EMPTY", "GEOMETRYCOLLECTION EMPTY"),
  ("MULTIPOINT (1 2, 3 4)", "MULTIPOINT ((1 2), (3 4))"),
  ("MULTIPOINT (1 2)", "POINT (1 2)"), ("MULTIPOLYGON (EMPTY)", "GEOMETRYCOLLECTION EMPTY"),
  ("MULTILINESTRING (EMPTY, (0 0,1 1))", "LINESTRING (0 0, 1 1)"),
  (
    "GEOMETRYCOLLECTION (LINESTRING (0 0,1 1), GEOMETRYCOLLECTION (MULTILINESTRING ((2 2,3 3))))",
    "MULTILINESTRING ((0 0, 1 1), (2 2, 3 3))"
  ),
  ("GEOMETRYCOLLECTION (POINT EMPTY)", "GEOMETRYCOLLECTION EMPTY"),
])
func `other ways to write the same are read`(text: String, expected: String) throws {
  #expect(try column(text).wkt(of: 0) == expected)
}

@Test(arguments: [
  "", "POINT", "POINT (1)", "POINT (1 2", "POINT (1 2))", "POINT (1 2) x", "POINT (1, 2)",
  "POINT (nan 2)", "POINT (1e999 2)", "LINESTRING (0 0, )", "LINESTRING ()", "POLYGON (0 0, 1 1)",
  "CIRCULARSTRING (0 0, 1 1, 2 0)", "SRID=;POINT (1 2)", "SRID=x;POINT (1 2)", "POINT (1 2 3 4 5)",
  "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (0 0, 1 1))", "ТОЧКА (1 2)", "01010000",
])
func `what is not WKT is an error and changes nothing`(text: String) throws {
  var column = try column("LINESTRING (0 0, 1 1)")
  let before = column
  #expect(throws: WKTError.self) { try column.append(wkt: text) }
  #expect(column == before)
}

@Test func `parts keep their rows`() throws {
  let column = try column("POINT (7 8)", "LINESTRING (0 0, 1 1)", "POINT EMPTY", "POINT (9 9)")
  #expect(column.kinds == [.point, .line, .none, .point])
  #expect(column.wkt(of: 1, asMulti: true) == "MULTILINESTRING ((0 0, 1 1))")
  #expect(column.wkt(of: 0, decimals: 0) == "POINT (7 8)")
}

@Test func `deep nesting is an error and no overflow`() throws {
  let text = String(repeating: "GEOMETRYCOLLECTION (", count: 100_000)
  #expect(throws: WKTError.self) { try column(text) }
  #expect(throws: WKTError.self) { try column("POLYGON " + String(repeating: "(", count: 100_000)) }
}

@Test(arguments: UInt64(1)...20)
func `random geometries come back, and cut ones never trap`(seed: UInt64) throws {
  var random = SeededGenerator(seed: seed)
  let original = randomBatch(&random).geometry
  var copy = GeometryColumn()
  for row in 0..<original.count {
    let text = original.wkt(of: row)
    try copy.append(wkt: text)
    for _ in 0..<10 {
      let end = Int.random(in: 0..<text.count, using: &random)
      var cut = GeometryColumn()
      do {
        try cut.append(wkt: String(text.prefix(end)))
        Issue.record("\(text.prefix(end)) is no geometry")
      } catch { #expect(cut.count == 0) }
    }
  }
  #expect(copy == original)
}
