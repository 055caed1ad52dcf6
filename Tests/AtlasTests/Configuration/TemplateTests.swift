import Connectivity
import Formats
import Foundation
import Landscape
import TestSupport
import Testing

@testable import Atlas

extension AtlasTemplate {
  /// The file with every key that it offers as a comment.
  var uncommented: String { text.replacing(/(?m)^( *)\/\/(?! \S)/) { $0.output.1 } }
}

/// The template for the schematic data that the binary carries, in a folder of their own; `body` is
/// called while the folder is there.
@discardableResult
func schematicTemplate(
  _ body: (AtlasTemplate, URL) throws -> Void = { _, _ in }
) async throws -> AtlasTemplate {
  try await TestFiles.withFolder { folder in
    let data = folder.appendingPathComponent("data")
    try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
    for layer in SchematicData.layers {
      let name = "\(layer.name).geojson"
      let place = layer.name == "roads" ? data : folder
      try Data(layer.bytes).write(to: place.appendingPathComponent(name))
    }
    let files = [
      "parameters.csv": "a\n1\n", "overrides.csv": "a\n1\n", "notes.md": "x", "broken.gpkg": "x",
      "fence-profiles.csv": "profile,meaning,source,h_top_cm\nmine,m,s,90\n",
      "points.csv": "lon,lat,colour\n1,2,red\n",
    ]
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    let template = try await AtlasTemplate(of: folder.path, date: "2026-11-21")
    try body(template, folder)
    return template
  }
}

@Test func `every layer finds its list, and what is of no use is named with the reason`()
  async throws
{
  let template = try await schematicTemplate()
  let lists = Dictionary(
    template.layers.map { ($0.source, $0.list) }, uniquingKeysWith: { first, _ in first })
  #expect(lists["data/roads.geojson"] == "barriers")
  #expect(lists["railways.geojson"] == "barriers")
  #expect(lists["fences.geojson"] == "barriers")
  #expect(lists["ranges.geojson"] == "ranges")
  #expect(lists["regions.geojson"] == "regions")
  #expect(lists["protected-areas.geojson"] == "regions")
  #expect(lists["countries.geojson"] == "countries")
  #expect(lists["notes.md"] == nil)
  #expect(template.missingLists.isEmpty)
  #expect(template.layers.filter { $0.list != nil }.allSatisfy { $0.isSchematic })
  let reasons = Dictionary(
    template.layers.map { ($0.source, $0.reason) }, uniquingKeysWith: { first, _ in first })
  #expect(
    reasons["points.csv"]?.hasPrefix("no profile knows its columns: lon, lat, colour") == true)
  #expect(reasons["broken.gpkg"]?.hasPrefix("broken.gpkg is not a GeoPackage") == true)
  #expect(reasons["rivers.geojson"] == "no profile knows its columns: name, note")
}

@Test func `the template is read as it is, and with every key that it offers`() async throws {
  try await schematicTemplate { template, folder in
    let atlas = try AtlasConfiguration(
      parsing: template.text, name: "atlas.json", folder: folder.path)
    #expect(atlas.date == "2026-11-21")
    #expect(atlas.title == "Atlas of barriers: \(folder.lastPathComponent)")
    #expect(atlas.sources.barriers.count == 3 && atlas.sources.ranges.count == 1)
    #expect(atlas.sources.barriers.allSatisfy { $0.isSchematic })
    #expect(atlas.scenarios == nil && atlas.ranges == .init())
    let whole = try AtlasConfiguration(
      parsing: template.uncommented, name: "atlas.json", folder: folder.path)
    #expect(whole.scenarios?.map(\.name) == ["baseline", "fences_opened"])
    #expect(whole.profiles.map(\.name) == ["ministry_roads"])
    #expect(whole.species == ["saiga", "asiatic_wild_ass"])
    #expect(whole.ranges.bridgedGaps == 50)
  }
}

@Test func `every key is explained in the template, in lines of at most 100 characters`()
  async throws
{
  let text = try await schematicTemplate().text
  for key in AtlasKeys.all where key.name != "$schema" { #expect(text.contains(key.name)) }
  for key in SettingsKeys.all + OutputKeys.all { #expect(text.contains("//\(key.name): ")) }
  for line in text.split(separator: "\n") where !line.contains("{ file: ") {
    #expect(line.count <= 100, "\(line)")
  }
}

@Test func `a folder without data gives a template that says what is missing`() async throws {
  try await TestFiles.withFolder { folder in
    let template = try await AtlasTemplate(of: folder.path, date: "2026-11-21")
    #expect(template.missingLists == ["barriers", "ranges"])
    let error = #expect(throws: FormatError.self) {
      try AtlasConfiguration(parsing: template.text, name: "atlas.json", folder: folder.path)
    }
    #expect(error?.problem.hasSuffix("sources.barriers is empty") == true)
    await #expect(throws: FormatError.self) {
      try await AtlasTemplate(of: folder.path + "/no", date: "2026-11-21")
    }
  }
}

#if GDAL
  @Test(
    .enabled(if: TestFiles.hasSharedData, Comment(rawValue: TestFiles.needsSharedData)),
    .timeLimit(.minutes(20)))
  func `the real data of Central Asia find their lists`() async throws {
    let template = try await AtlasTemplate(of: TestFiles.sharedData.path, date: "2026-11-21")
    let lists = Dictionary(
      template.layers.map { ($0.source, $0.list) }, uniquingKeysWith: { first, _ in first })
    #expect(lists["natural-earth/ne_10m_railroads.fgb"] == "barriers")
    #expect(lists["natural-earth/ne_10m_admin_0_countries.fgb"] == "countries")
    #expect(lists["natural-earth/ne_10m_lakes.fgb"] == .some(nil))
    #expect(lists["natural-earth/ne_10m_rivers_lake_centerlines.fgb"] == .some(nil))
    #expect(lists["synthetic-cami/ranges_iucn_schema.shp"] == "ranges")
    #expect(lists["osm-uzbekistan-railways-shp/uzbekistan_railways.shp"] == "barriers")
    #expect(lists["synthetic-cami/ranges_iucn_schema.dbf"] == nil)
    let atlas = try AtlasConfiguration(
      parsing: template.text, name: "atlas.json", folder: TestFiles.sharedData.path)
    #expect(atlas.sources.barriers.count >= 4)
  }
#endif
