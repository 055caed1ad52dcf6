import Foundation
import TestSupport
import Testing

@testable import Commands

/// Runs `kulan inspect` and returns what it printed, without the path of the folder.
private func inspect(
  _ words: [String], in folder: URL
) async -> (code: ExitCode, out: String, err: String) {
  let recording = RecordingConsole()
  let code = await Program.kulan.run(["inspect"] + words, on: recording.console)
  let path = folder.path + "/"
  return (code, recording.out.replacing(path, with: ""), recording.err.replacing(path, with: ""))
}

private func write(_ text: String, _ name: String, in folder: URL) throws -> String {
  let url = folder.appendingPathComponent(name)
  try Data(text.utf8).write(to: url)
  return url.path
}

private let fences = """
  {"type": "FeatureCollection", "features": [
    {"type": "Feature", "id": "a", "properties": {"barrier": "fence", "height": 1.8},
     "geometry": {"type": "LineString", "coordinates": [[60, 45], [61, 45], [62, 45]]}},
    {"type": "Feature", "id": "b", "properties": {"barrier": "fence", "height": null},
     "geometry": {"type": "LineString", "coordinates": [[61, 45], [60, 45]]}},
    {"type": "Feature", "id": "c", "properties": {"barrier": "hedge", "height": null},
     "geometry": {"type": "LineString", "coordinates": [[63, 45], [63, 45]]}},
    {"type": "Feature", "id": "d", "properties": {"barrier": "fence", "height": 2},
     "geometry": {"type": "LineString", "coordinates": [[179.5, 60], [-179.5, 60]]}}
  ]}
  """

private let areas = """
  {"type": "FeatureCollection", "features": [
    {"type": "Feature", "properties": {"note": "bow tie"}, "geometry": {"type": "Polygon",
     "coordinates": [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]}},
    {"type": "Feature", "properties": {"note": "square"}, "geometry": {"type": "Polygon",
     "coordinates": [[[5, 5], [6, 5], [6, 6], [5, 6], [5, 5]]]}},
    {"type": "Feature", "properties": {"note": "square"}, "geometry": {"type": "Polygon",
     "coordinates": [[[5, 5], [6, 5], [6, 6], [5, 6], [5, 5]]]}}
  ]}
  """

@Suite struct InspectCommandTests {
  @Test func `an inspection tells a reader what is there and what is wrong`() async throws {
    try await TestFiles.withFolder { folder in
      let files = [
        try write(fences, "fences.geojson", in: folder),
        try write(areas, "areas.geojson", in: folder),
      ]
      let result = await inspect(files, in: folder)
      #expect(result.code == .done)
      #expect(result.err.isEmpty)
      #expect(result.out == (try Golden.text("inspect/text.txt", recording: result.out)))
    }
  }

  @Test func `an inspection tells a script all of it`() async throws {
    try await TestFiles.withFolder { folder in
      let first = try write(fences, "fences.geojson", in: folder)
      let second = try write(fences, "again.geojson", in: folder)
      let result = await inspect([first, second, "--json"], in: folder)
      #expect(result.out == (try Golden.text("inspect/all.json", recording: result.out)))
      let object = try JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [String: Any]
      let layers = try #require(object?["layers"] as? [[String: Any]])
      let repeats = try #require(layers.last?["repeats"] as? [[String: Any]])
      // The same file again: its three usable lines are all in the first one.
      #expect(repeats.map { $0["features"] as? Int } == [3])
      #expect(repeats.map { $0["of"] as? String } == ["fences.geojson:fences"])
    }
  }

  @Test func `conditions and boxes choose what is inspected`() async throws {
    try await TestFiles.withFolder { folder in
      let path = try write(fences, "fences.geojson", in: folder)
      let high = await inspect([path, "--where", "height > 1.9"], in: folder)
      #expect(high.out.contains("  features      1 line\n"))
      let west = await inspect([path, "--bbox", "59,44,60.5,46"], in: folder)
      #expect(west.out.contains("  features      2 lines\n"))
      let strict = await inspect([path, "--strict"], in: folder)
      #expect(strict.code == .badData)
      #expect(strict.err.hasPrefix("error: feature c of layer fences of fences.geojson"))
    }
  }

  @Test func `of empty layers and columns there is little to say`() async throws {
    try await TestFiles.withFolder { folder in
      let text = fences.replacing("1.8", with: "null").replacing("2}", with: "null}")
      let path = try write(text, "fences.geojson", in: folder)
      let none = await inspect([path, "--bbox", "0,0,1,1"], in: folder)
      #expect(none.out.contains("  features      none\n"))
      let lines = await inspect([path], in: folder)
      #expect(lines.out.contains("  never filled  height\n"))
      #expect(!lines.out.contains("\n  height "))
      let empty = try write(
        #"{"type": "FeatureCollection", "features": []}"#, "empty.geojson", in: folder)
      let nothing = await inspect([empty], in: folder)
      #expect(nothing.code == .done)
      #expect(!nothing.out.contains("every feature is valid"))
      let json = await inspect([empty, "--json"], in: folder)
      #expect(json.out.contains(#""features": 0"#))
    }
  }

  @Test func `a value that is not understood counts once for each feature`() async throws {
    try await TestFiles.withFolder { folder in
      // fence_type says four things, of which this value says none.
      let text = fences.replacing("\"height\": 1.8", with: "\"fence_type\": \"thorns\"")
      let path = try write(text, "fences.geojson", in: folder)
      let result = await inspect([path, "--profile", "osm"], in: folder)
      #expect(result.out.contains("not understood: fence_type = 'thorns' in 1\n"))
    }
  }

  @Test func `a dry run reads no features`() async throws {
    try await TestFiles.withFolder { folder in
      let path = try write(fences, "fences.geojson", in: folder)
      let result = await inspect([path, "--dry-run"], in: folder)
      #expect(result.out.contains("  CRS           "))
      #expect(!result.out.contains("validity"))
    }
  }

  @Test(arguments: [
    (["nowhere.gpkg"], ExitCode.missingInput, "error: cannot read nowhere.gpkg"),
    (["x.geojson", "--bbox", "1,2,3"], .usage, "error: --bbox cannot be '1,2,3'"),
    (["x.geojson", "--bbox", "1,2,3,1"], .usage, "error: --bbox cannot be '1,2,3,1'"),
    (["x.geojson", "--where", "a = "], .usage, "error: "),
    (
      ["x.geojson", "--profile", "osn"], .usage, "error: --profile cannot be 'osn'\n help: did you"
    ),
    ([], .usage, "error: kulan inspect needs FILE"),
  ])
  func `a wrong request is refused`(words: [String], code: ExitCode, message: String) async {
    let recording = RecordingConsole()
    #expect(await Program.kulan.run(["inspect"] + words, on: recording.console) == code)
    #expect(recording.err.hasPrefix(message), "\(recording.err)")
    #expect(recording.out.isEmpty)
  }
}
