import Formats
import Foundation
import TestSupport
import Testing

@testable import Atlas

@Test(arguments: wrongConfigurations)
func `a wrong configuration is refused with the place and the right word`(
  wrong: WrongConfiguration
) {
  let error = #expect(throws: FormatError.self) {
    try ConfigurationFolder.parse(adding: wrong.more, barrier: wrong.barrier, range: wrong.range)
  }
  #expect(error?.problem == "atlas.json, \(wrong.problem)")
  #expect(error?.help == wrong.help)
  #expect(error?.kind == .badData)
}

@Test(arguments: [
  ("{ date: '2026-11-21', sources: {} }", "line 1: sources lacks barriers"),
  ("{ date: '2026-11-21' }", "line 1: the configuration lacks title"),
  ("{ title: ' ', date: '2026-11-21' }", "line 1: title is \" \"; it takes text that is not empty"),
  (
    "{ title: 'T', date: '2026-02-30' }",
    "line 1: date is \"2026-02-30\"; it takes a day such as \"2026-11-21\""
  ),
  (
    "{ title: 'T', date: '2026-02-28', sources: { barriers: [], ranges: [] } }",
    "line 1: sources.barriers is empty"
  ),
  ("[]", "line 1: the configuration is a list; it takes an object of keys"),
  ("{ title: 'T' date: 1 }", "line 1, column 14: expected ',' or '}', found 'd'"),
  (
    "{ title: 'T',\n title: 'U' }",
    "line 2, column 2: 'title' stands twice in one object, first in line 1"
  ),
])
func `what is required must be there`(text: String, problem: String) {
  let error = #expect(throws: FormatError.self) { try ConfigurationFolder.parse(text) }
  #expect(error?.problem == "atlas.json, \(problem)")
  #expect(error?.kind == .badData)
}

@Test func `files that do not exist are found before anything is read`() throws {
  let cases = [
    ("overrides: 'override.csv'", "overrides", "overrides.csv"),
    ("parameters: ['parameters.csv', 'paramters.csv']", "parameters[1]", "parameters.csv"),
    ("fence_profiles: 'fence-profile.csv'", "fence_profiles", "fence-profiles.csv"),
  ]
  for (more, key, near) in cases {
    let error = #expect(throws: FormatError.self) {
      try ConfigurationFolder.parse(adding: more)
    }
    #expect(error?.kind == .missingInput)
    #expect(error?.problem.hasPrefix("atlas.json, line 6: \(key) is wrong: cannot read ") == true)
    #expect(error?.problem.hasSuffix("no such file") == true)
    #expect(error?.help.hasSuffix("/\(near)?") == true)
  }
  let source = #expect(throws: FormatError.self) {
    try ConfigurationFolder.parse(
      "{ title: 'T', date: '2026-11-21', sources: { barriers: [{ file: ['rail.geojson', 'raods.gpkg:x'] "
        + "}], ranges: [{ file: 'ranges.shp' }] } }")
  }
  #expect(source?.problem.contains("sources.barriers[0].file[1] is wrong: cannot read") == true)
  #expect(source?.help.hasSuffix("/roads.gpkg?") == true)
  let input = #expect(throws: FormatError.self) {
    try ConfigurationFolder.parse(
      "{ title: 'T', date: '2026-11-21', sources: { barriers: [{ file: '-' }], ranges: [] } }")
  }
  #expect(input?.problem.contains("ranges is empty") == true)
}

@Test func `a configuration that cannot be read`() throws {
  try TestFiles.withFolder { folder in
    try Data("{}".utf8).write(to: folder.appendingPathComponent("atlas.json"))
    try Data([0x7B, 0xFF, 0x7D]).write(to: folder.appendingPathComponent("latin.json"))
    let open = { (name: String) in
      try AtlasConfiguration(contentsOf: folder.appendingPathComponent(name).path)
    }
    let missing = #expect(throws: FormatError.self) { try open("atlsa.json") }
    #expect(missing?.kind == .missingInput && missing?.help.hasSuffix("/atlas.json?") == true)
    let latin = #expect(throws: FormatError.self) { try open("latin.json") }
    #expect(latin?.problem.hasSuffix("is not text in UTF-8") == true)
  }
}
