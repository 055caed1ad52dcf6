import Formats
import Foundation
import TestSupport
import Testing

@testable import Atlas

extension JSONValue {
  /// A value of JSON5 as JSON.
  fileprivate init(_ value: JSON5Value) {
    self =
      switch value.content {
      case .null: .null
      case .boolean(let flag): .boolean(flag)
      case .number(let number): .plain(number)
      case .text(let text): .text(text)
      case .list(let values): .list(values) { JSONValue($0) }
      case .object(let members): .object(members.map { ($0.name, JSONValue($0.value)) })
      }
  }
}

/// Python's `jsonschema`, an independent reader of the schema.
private enum SchemaValidator {
  private static let program = """
    import json, sys
    from jsonschema import Draft202012Validator
    schema = json.load(open("schema.json"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    for name in sys.argv[1:]:
        print(name, *sorted(e.json_path for e in validator.iter_errors(json.load(open(name)))))
    """

  static let isThere = (try? run("import jsonschema", [], in: nil)) != nil

  /// Returns a line for each text: its name and the paths of what is wrong in it.
  static func lines(of texts: [String: String]) throws -> [String] {
    try TestFiles.withFolder { folder in
      try Data(AtlasConfiguration.jsonSchema.text.utf8)
        .write(to: folder.appendingPathComponent("schema.json"))
      for (name, text) in texts {
        let json = JSONValue(try JSON5Parser.parse(text, name: name)).text
        try Data(json.utf8).write(to: folder.appendingPathComponent(name))
      }
      let names = texts.keys.sorted()
      return try run(program, names, in: folder).split(separator: "\n").map(String.init)
    }
  }

  private static func run(
    _ program: String, _ arguments: [String], in folder: URL?
  ) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", program] + arguments
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    if let folder { process.currentDirectoryURL = folder }
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return String(decoding: text, as: UTF8.self)
  }
}

private let required =
  "title: 'T', date: '2026-11-21', sources: { barriers: [{ file: 'a' }], ranges: [{ file: ['b'] }] }"

@Test(
  .enabled(if: SchemaValidator.isThere, "needs python3 with the package jsonschema"))
func `the schema takes what the check takes, and refuses what it refuses`() async throws {
  let template = try await schematicTemplate().uncommented
  let lines = try SchemaValidator.lines(of: [
    "a-good.json": "{ \(required) }",
    "b-title.json": "{ date: '2026-11-21', sources: { barriers: [], ranges: [] } }",
    "c-key.json": "{ \(required), titel: 1 }",
    "d-limit.json": "{ \(required), settings: { cuts_below: 0, samples: 0, edge: 'x' } }",
    "e-set.json":
      "{ \(required), scenarios: [{ name: 'a', changes: [{ set: { fenced: 'both' } }] }] }",
    "f-both.json":
      "{ \(required), scenarios: [{ name: 'a', changes: [{ remove: true, fence: 'x' }] }] }",
    "g-profile.json": """
    { \(required), profiles: { p: { class: { column: 'T', values: { 'шоссе': 'road_paved' } },
      attributes: { h_top_cm: { column: ['H', 'G'], unit: 'm' }, name: 'N' },
      leave_out: [{ column: 'S', values: 'x', reason: 'gone' }] } } }
    """,
    "h-class.json": "{ \(required), profiles: { p: { class: 'railway_single' } } }",
    "i-template.json": template,
  ])
  #expect(
    lines == [
      "a-good.json", "b-title.json $ $.sources.barriers $.sources.ranges", "c-key.json $",
      "d-limit.json $.settings.cuts_below $.settings.edge $.settings.samples", "e-set.json",
      "f-both.json $.scenarios[0].changes[0]", "g-profile.json", "h-class.json $.profiles.p.class",
      "i-template.json",
    ])
}
