import Foundation
import TestSupport
import Testing

@testable import Commands

/// An edition in QGIS itself, where its Python is installed.
@Suite(
  .enabled(if: QGISProgram.isInstalled, "needs the package python3-qgis"), .timeLimit(.minutes(20)))
struct AtlasQGISTests {
  @Test func `QGIS opens every layer with its style and its metadata`() async throws {
    try await withAtlas { atlas in
      _ = try await atlas.build(atlas.configuration(), out: "edition", units: "units")
      let found = try QGISProgram.layers(of: atlas.place.path("edition/atlas.gpkg"))
      #expect(found.count > 10)
      for layer in found {
        #expect(layer.isStyled && layer.renderer == "QgsCategorizedSymbolRenderer", "\(layer)")
        #expect(layer.title.hasPrefix("A small atlas: "), "\(layer)")
        if layer.name.hasPrefix("pieces_") { #expect(layer.attribute == "reading") }
      }
    }
  }
}

/// What QGIS says of the layers of a file.
private enum QGISProgram {
  struct Layer: Decodable {
    let name: String
    let isStyled: Bool
    let renderer: String
    let attribute: String
    let title: String
  }

  /// The Python of the system, which Debian's QGIS belongs to.
  private static let python = "/usr/bin/python3"

  static let isInstalled = (try? run("import qgis.core")) != nil

  private static let script = """
    import json, sys
    from qgis.core import QgsApplication, QgsProviderRegistry, QgsVectorLayer
    application = QgsApplication([], False)
    application.initQgis()
    layers = []
    for found in QgsProviderRegistry.instance().querySublayers(sys.argv[1]):
        layer = QgsVectorLayer(found.uri(), found.name(), "ogr")
        if layer.isSpatial():
            message, styled = layer.loadDefaultStyle()
            renderer = layer.renderer()
            layers.append({
                "name": found.name(), "isStyled": styled, "renderer": type(renderer).__name__,
                "attribute": renderer.classAttribute() if hasattr(renderer, "classAttribute") else "",
                "title": layer.metadata().title(),
            })
    print(json.dumps(layers))
    """

  static func layers(of path: String) throws -> [Layer] {
    try JSONDecoder().decode([Layer].self, from: Data(run(script, path).utf8))
  }

  private struct Failure: Error {}

  private static func run(_ script: String, _ arguments: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = ["-c", script] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["QT_QPA_PLATFORM": "offscreen"]) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
