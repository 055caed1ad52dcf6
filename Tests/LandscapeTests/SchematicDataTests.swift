import Foundation
import Landscape
import TestSupport
import Testing

/// A schematic layer, parsed by Foundation: independent of our own reader.
private struct SchematicLayer {
  struct Feature {
    let properties: [String: Any]
    let parts: [[[[Double]]]]
    let path: [[Double]]
  }
  let features: [Feature]

  init(_ name: String) throws {
    let layer = try #require(SchematicData.layer(named: name))
    let object = try JSONSerialization.jsonObject(with: Data(layer.bytes))
    let collection = try #require(object as? [String: Any])
    #expect(collection["type"] as? String == "FeatureCollection")
    let features = try #require(collection["features"] as? [[String: Any]])
    self.features = try features.map { feature in
      let geometry = try #require(feature["geometry"] as? [String: Any])
      let coordinates = geometry["coordinates"]
      return Feature(
        properties: try #require(feature["properties"] as? [String: Any]),
        parts: coordinates as? [[[[Double]]]]
          ?? (coordinates as? [[[Double]]]).map { [$0] } ?? [],
        path: coordinates as? [[Double]] ?? [])
    }
  }
}

/// An undirected edge between two vertices.
private struct Edge: Hashable {
  let ends: Set<[Double]>
}

private func edges(of ring: [[Double]]) -> [Edge] {
  zip(ring, ring.dropFirst()).map { Edge(ends: [$0, $1]) }
}

@Test(arguments: SchematicData.layers.map(\.name))
func `every schematic feature says that it is schematic`(name: String) throws {
  let layer = try SchematicLayer(name)
  #expect(!layer.features.isEmpty)
  for feature in layer.features {
    #expect(feature.properties["note"] as? String == "schematic")
    for ring in feature.parts.flatMap(\.self) {
      #expect(ring.first == ring.last)
      #expect(ring.count >= 4)
    }
    #expect(!feature.parts.isEmpty || feature.path.count >= 2)
  }
}

@Test func `the schematic layers are small`() {
  #expect(SchematicData.layers.count == 9)
  #expect(SchematicData.layers.map(\.bytes.count).reduce(0, +) < 300_000)
  #expect(SchematicData.layer(named: "absent") == nil)
}

@Test func `schematic neighbours share their borders vertex for vertex`() throws {
  var owners: [Edge: Int] = [:]
  let countries = try SchematicLayer("countries").features
  for country in countries {
    for ring in country.parts.flatMap(\.self) {
      for edge in edges(of: ring) { owners[edge, default: 0] += 1 }
    }
  }
  #expect(owners.values.allSatisfy { $0 <= 2 })
  // Mongolia has no coast and no neighbour outside the drawing: all of its border is shared.
  let mongolia = try #require(countries.first { $0.properties["iso_a2"] as? String == "MN" })
  #expect(edges(of: mongolia.parts[0][0]).allSatisfy { owners[$0] == 2 })
  #expect(
    Set(countries.compactMap { $0.properties["iso_a3"] as? String })
      == Set(
        Country.all.map(\.alpha3)))
}

@Test func `border fences run along edges of the countries`() throws {
  let borders = try SchematicLayer("countries").features
    .flatMap { $0.parts.flatMap(\.self).flatMap(edges) }
  let known = Set(borders)
  let fences = try SchematicLayer("fences").features
  let onBorders = fences.filter { edges(of: $0.path).allSatisfy(known.contains) }
  #expect(onBorders.count == 15)
  #expect(fences.count == 20)
}

@Test func `the schematic ranges are of all 17 species and of many codes`() throws {
  let ranges = try SchematicLayer("ranges").features
  let matches = ranges.map { feature in
    (feature.properties["sci_name"] as? String).flatMap(SpeciesRegistry.bundled.match)
  }
  let listed = SpeciesRegistry.bundled.species.filter { $0.list == .workProgramme2026 }
  #expect(Set(matches.compactMap { $0?.species.id }) == Set(listed.map(\.id)))
  func codes(_ name: String) -> Set<Int> {
    Set(ranges.compactMap { $0.properties[name] as? Int })
  }
  #expect(codes("presence") == [1, 2, 3, 4, 5, 6])
  #expect(codes("origin") == [1, 2])
  #expect(codes("seasonal") == [1, 2, 3, 4, 5])
  #expect(ranges.contains { $0.parts.contains { $0.count > 1 } }, "a range with a hole")
}

@Test func `the schematic regions are the 13 of the registry`() throws {
  let regions = try SchematicLayer("regions").features
  #expect(regions.count == 13)
  for region in regions {
    let number = try #require(region.properties["ptcr"] as? Int)
    let known = try #require(Region.matching("\(number)"))
    #expect(region.properties["name"] as? String == known.name)
    let countries = try #require(region.properties["countries"] as? String)
    #expect(
      Set(countries.split(separator: ";").map(String.init))
        == Set(known.countries.map(\.alpha2)))
  }
}

@Test func `the generator writes the bytes that are bundled`() throws {
  let script = TestFiles.fixture("schematic/generate.py")
  try TestFiles.withFolder { folder in
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", script, folder.path]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus != 127 else { return }  // no Python on this machine
    #expect(process.terminationStatus == 0)
    for layer in SchematicData.layers {
      let written = try Data(contentsOf: folder.appendingPathComponent("\(layer.name).geojson"))
      #expect(Array(written) == layer.bytes, "\(layer.name)")
    }
  }
}
