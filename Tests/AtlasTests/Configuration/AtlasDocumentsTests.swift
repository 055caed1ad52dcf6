import Formats
import Foundation
import Landscape
import TestSupport
import Testing

@testable import Atlas

@Test("AtlasDocuments: the published schema and table of keys say what the code says")
func atlasDocuments() throws {
  let documents = [
    ("atlas.schema.json", AtlasConfiguration.jsonSchema.text + "\n"),
    ("atlas-configuration.md", preface + AtlasConfiguration.keysMarkdown),
  ]
  for (name, actual) in documents {
    let expected = try Golden.text("../../docs/\(name)", recording: actual)
    #expect(actual == expected, "run RECORD_GOLDEN=1 swift test --filter AtlasDocuments")
  }
}

private let preface = """
  # Keys of the configuration of an atlas

  Generated from the code by the tests (`RECORD_GOLDEN=1 swift test --filter AtlasDocuments`); do not
  edit. The file is JSON5; [atlas.schema.json](atlas.schema.json) is its JSON Schema. Paths are
  relative to the file. `kulan atlas init FOLDER` writes a commented one.


  """

@Test func `the examples of the article are one configuration that can be read`() throws {
  let article = TestFiles.fixtures.deletingLastPathComponent()
    .appendingPathComponent("Sources/Atlas/Atlas.docc/Configuration.md")
  let text = String(decoding: try Data(contentsOf: article), as: UTF8.self)
  let examples = text.matches(of: /(?s)```json5\n(.*?)```/).map { String($0.output.1) }
  #expect(examples.count == 6)
  let atlas = try ConfigurationFolder.parse("{\n\(examples.joined())}")
  #expect(atlas.sources.all.count == 8)
  #expect(atlas.sources.barriers[0].profileDefinition?.name == "ministry_roads")
  #expect(atlas.profiles.map(\.role) == [.barrier, .barrier, .range])
  #expect(atlas.scenarios?.map(\.changes.count) == [0, 0, 3])
  for key in AtlasKeys.all where key.name != "$schema" {
    #expect(examples.contains { $0.contains("\(key.name):") }, "\(key.name) has no example")
  }
}
