import Connectivity
import Formats
import Geometry
import Landscape
import TestSupport
import Testing

#if GDAL
  /// OpenStreetMap roads and railways, in thousands of pieces.
  @Suite(
    "Lines of real data",
    .enabled(if: TestFiles.hasSharedData, Comment(rawValue: TestFiles.needsSharedData)))
  struct BarrierLinesRealDataTests {
    /// Reads the barriers of a file and groups them.
    private func lines(of file: String) throws -> BarrierLines {
      let reader = try GDALReader(path: TestFiles.shared(file))
      let layer = try reader.open(layer: reader.layers[0].name)
      let profile = try #require(
        Profile.detect(fields: layer.header.fields, geometryType: layer.header.geometryType)
      ).profile
      var mapper = try ProfileMapper(profile, header: layer.header)
      var column = GeometryColumn()
      var fragments: [BarrierFragment] = []
      while let batch = try layer.next(limit: 4096) {
        let mapped = mapper.map(batch)
        let isKept = mapped.isKept(as: .barrier)
        for row in 0..<batch.count where isKept[row] {
          func text(_ name: String) -> String? {
            guard case .text(let text)? = mapped.column(named: name)?[row] else { return nil }
            return text
          }
          column.append(row, of: batch.geometry)
          fragments.append(
            BarrierFragment(
              id: String(fragments.count),
              barrierClass: try #require(text("class").flatMap(BarrierClass.init)),
              name: text("name"), ref: text("ref")))
        }
      }
      return BarrierLines(of: column.lines, fragments: fragments)
    }

    private func kilometres(_ id: String, _ lines: BarrierLines) throws -> Double {
      try #require(lines.lines.first { $0.id == id }).length / 1000
    }

    /// The table of lengths by name in the source says so much of it.
    @Test func `roads of Uzbekistan are whole`() throws {
      let lines = try lines(of: "osm-central-asia/uzbekistan_roads.fgb")
      #expect(lines.numbers.count == 20_267)
      #expect((5000..<6500).contains(lines.lines.count))
      #expect(try kilometres("Beyneu - G'uzor avtoshossesi", lines) > 476)
      #expect(try kilometres("Olma-Ota - Termiz avtotrassasi", lines) > 288)
      #expect(try kilometres("M39", lines) > 35)
      let streets = lines.lines.filter { $0.label == "Amir Temur ko'chasi" }
      #expect(streets.count > 5, "streets of many towns")
      #expect(streets.allSatisfy { $0.length < 50_000 })
    }

    /// No piece of the railway from Sükhbaatar over Ulaanbaatar to Zamyn-Üüd has a name; it has 1100 km.
    @Test func `the Trans-Mongolian railway is one line`() throws {
      let lines = try lines(of: "osm-central-asia/mongolia_rail.fgb")
      let longest = try #require(lines.lines.max { $0.length < $1.length })
      #expect(longest.rows.count > 300 && (900_000..<1_300_000).contains(longest.length))
      #expect(lines.lines.count < 150)
    }

    @Test func `railways with names in parts`() throws {
      let lines = try lines(of: "osm-uzbekistan-railways-shp/uzbekistan_railways.shp")
      #expect(lines.numbers.count > 8000)
      #expect(try kilometres("Toshkent-Samarqand tezyurar temir yoʻli", lines) > 469)
      #expect(try kilometres("Samarqand-Buxoro tezyurar temir yoʻli", lines) > 285)
      #expect(try kilometres("Nókis - Miskin", lines) > 194)
    }
  }
#endif
