import Formats
import Foundation
import TestSupport
import Testing

@testable import Atlas

@Suite struct MeasureDiffTests {
  /// A manifest with units of one species, given data, parameters and program of each scenario.
  private static func record(
    _ units: [String: (data: String, parameters: String, program: Int)],
    regions: [String] = ["West"],
    kulan: String = "1.0"
  ) throws -> EditionRecord {
    let units = units.sorted { $0.key < $1.key }.map { scenario, identity in
      JSONValue.object([
        ("unit", .text("u")), ("subject", .text("saiga")), ("scenario", .text(scenario)),
        ("data", .text(identity.data)), ("parameters", .text(identity.parameters)),
        ("program", .integer(identity.program)),
      ])
    }
    let json: JSONValue = [
      "schema_version": .integer(1), "title": "T", "date": "2026-11-22", "edition": "abc",
      "kulan": .text(kulan), "revision": .integer(1), "libraries": ["geos": "3.11", "gdal": .null],
      "species": .array(["saiga"]), "regions": .list(regions, JSONValue.text),
      "settings": ["seed": .integer(1), "cuts_below": .number(0.5), "bridge_gaps_m": .null],
      "inputs": .array([]), "parameters": .array([]), "units": .array(units),
    ]
    return try JSONDecoder().decode(EditionRecord.self, from: Data(json.text.utf8))
  }

  /// A table of connectivity with some rows.
  private static func table(
    _ rows: [(region: String?, scenario: String, eca: Double?)]
  ) -> FeatureBatch {
    let fields = AtlasTable.connectivity.fields
    var batch = FeatureBatch(fields: fields)
    for row in rows {
      batch.geometry.appendNone()
      batch.append(
        fields.map { field -> Value in
          switch field.name {
          case "species": .text("saiga")
          case "region": row.region.map(Value.text) ?? .null
          case "scenario": .text(row.scenario)
          case "eca_km2": row.eca.map(Value.real) ?? .null
          case "patches": .integer(3)
          default: .null
          }
        })
    }
    return batch
  }

  @Test(arguments: [
    (("e", "p", 1), "1.0", [ChangeCause.data]),
    (("d", "q", 1), "1.0", [.parameters]),
    (("d", "p", 2), "1.0", [.program]),
    (("e", "q", 2), "1.0", [.data, .parameters, .program]),
    (("d", "p", 1), "1.1", [.program]),
    (("d", "p", 1), "1.0", [.unknown]),
  ])
  func `the cause is what differs in the manifests`(
    new: (String, String, Int), kulan: String, causes: [ChangeCause]
  ) throws {
    let changes = ComparedTable.connectivity.changes(
      Self.table([(nil, "baseline", 10)]), Self.table([(nil, "baseline", 11)]),
      EditionCauses(
        try Self.record(["baseline": ("d", "p", 1)]),
        try Self.record(["baseline": (new.0, new.1, new.2)], kulan: kulan)))
    #expect(changes.map(\.kind) == [.changed])
    #expect(changes[0].causes == causes)
    #expect(changes[0].values[1] == (old: 10, new: 11))
  }

  @Test func `rows of what one edition does not cover`() throws {
    let causes = EditionCauses(
      try Self.record(["baseline": ("d", "p", 1)], regions: ["West", "East"]),
      try Self.record(["baseline": ("e", "p", 1), "planned": ("f", "p", 1)]))
    let changes = ComparedTable.connectivity.changes(
      Self.table([(nil, "baseline", 10), ("East", "baseline", 5), ("West", "baseline", 4)]),
      Self.table([(nil, "baseline", 10), (nil, "planned", 9)]), causes)
    #expect(changes.map(\.kind) == [.added, .removed, .removed])
    #expect(changes.map(\.causes) == [[.coverage], [.coverage], [.data]])
    #expect(changes.map(\.greatest) == [1, 1, 1])
    #expect(
      causes.byUnit.map { "\($0.scenario) \($0.causes.words)" }
        == ["baseline data", "planned coverage"])
  }

  @Test func `a barrier may be gone with the region that it lies in`() throws {
    let units = ["baseline": (data: "d", parameters: "p", program: 1)]
    let (one, two) = (
      try Self.record(units, regions: ["West", "East"]), try Self.record(units)
    )
    #expect(EditionCauses(one, two).ofPresence == [.coverage])
    #expect(EditionCauses(one, one).ofPresence == [.data])
  }

  @Test func `rounding is no change, and what is no longer known is one`() throws {
    let record = try Self.record(["baseline": ("d", "p", 1)])
    func count(_ old: Double?, _ new: Double?) -> Int {
      ComparedTable.connectivity.changes(
        Self.table([(nil, "baseline", old)]), Self.table([(nil, "baseline", new)]),
        EditionCauses(record, record)
      ).count
    }
    #expect(count(1e6, 1e6 + 1e-5) == 0)
    #expect(count(1e6, 1e6 + 1e-3) == 1)
    #expect(count(nil, nil) == 0)
    #expect(count(0, nil) == 1)
    #expect(count(0, 0) == 0)
  }

  @Test func `every table of changes has the columns that it describes`() {
    let tables =
      [(ChangeTable.layerFields, "layer changes")]
      + ComparedTable.allCases.map { ($0.fields, "\($0.rawValue).csv") }
    for (fields, title) in tables {
      let definitions = ChangeTable.definitions.first { $0.title.hasSuffix(title) }
      let described =
        definitions?.entries.flatMap { $0.key.split(separator: ", ").map(String.init) } ?? []
      #expect(Set(described) == Set(fields.map(\.name)), "\(title)")
      #expect(described.count == fields.count)
    }
  }

  @Test func `rows have the old and new value and the change`() throws {
    let record = try Self.record(["baseline": ("d", "p", 1)])
    let changes = ComparedTable.connectivity.changes(
      Self.table([(nil, "baseline", 10)]), Self.table([(nil, "baseline", 12.5)]),
      EditionCauses(record, record))
    let rows = ComparedTable.connectivity.rows(changes)
    let texts = ["region", "eca_old_km2", "eca_new_km2", "eca_change_km2", "patches_change"].map {
      rows.column($0)?[0].description
    }
    #expect(texts == ["", "10.0", "12.5", "2.5", "0.0"])
    #expect(rows.column("range_change_km2")?[0] == .null)
  }
}

@Suite struct EditionTests {
  @Test func `a folder that is no edition is named, with what to do`() throws {
    try TestFiles.withFolder { folder in
      let missing = #expect(throws: FormatError.self) { _ = try Edition(folder.path) }
      #expect(missing?.kind == .missingInput)
      #expect(missing?.help == "name a folder that `kulan atlas build` made")
      let manifest = folder.appendingPathComponent("manifest.json")
      for (text, problem) in [
        ("{\"schema_version\": 7}", "is of version 7"), ("{}", "is not the manifest"),
        ("{\"schema_version\": 1}", "is not the manifest"), ("nothing", "is not the manifest"),
      ] {
        try Data(text.utf8).write(to: manifest)
        let broken = #expect(throws: FormatError.self) { _ = try Edition(folder.path) }
        #expect(broken?.kind == .badData)
        #expect(broken?.problem.contains(problem) == true)
      }
    }
  }
}
