internal import Foundation
internal import Formats
internal import Landscape

/// Looks at every layer that lies in a folder, or in a folder in it.
struct FolderSurvey {
  private let folder: String

  /// The files that may hold layers, by their extension; what they are is decided by opening them.
  private static let extensions: Set = [
    "gpkg", "geojson", "json", "geojsonl", "geojsons", "ndjson", "jsonl", "csv", "tsv", "shp",
    "fgb",
    "gdb", "kml", "kmz", "gpx", "gml", "dxf", "tab", "mif", "pbf", "osm", "sqlite", "parquet",
    "zip",
  ]

  /// Returns all layers, in the order of their names.
  static func layers(in folder: String) async throws -> [FoundLayer] {
    let survey = FolderSurvey(folder: folder)
    var layers: [FoundLayer] = []
    for file in try survey.files() { layers += try await survey.layers(of: file) }
    return layers
  }

  /// Returns the files that may hold layers, from the folder on, in the order of their names.
  private func files() throws(FormatError) -> [String] {
    guard let names = Self.contents(of: folder) else {
      throw FormatError(
        .missingInput, "the folder \(folder) cannot be read",
        help: "name the folder that the data lie in")
    }
    return names.flatMap { name -> [String] in
      if Self.isCandidate(name) { return [name] }
      let inner = Self.contents(of: path(of: name)) ?? []
      return inner.filter(Self.isCandidate).map { "\(name)/\($0)" }
    }
  }

  private static func contents(of folder: String) -> [String]? {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      return nil
    }
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }

  private static func isCandidate(_ name: String) -> Bool {
    extensions.contains((name as NSString).pathExtension.lowercased())
  }

  private func path(of file: String) -> String {
    ConfigurationPaths(folder: folder).resolved(file)
  }

  private func layers(of file: String) async throws -> [FoundLayer] {
    let dataset: any DatasetReader
    do {
      dataset = try Datasets.open(path(of: file))
    } catch {
      return [FoundLayer(file, unused: error.problem.replacing(path(of: file), with: file))]
    }
    // Anything but lines takes another walk through the whole file of OpenStreetMap.
    let headers =
      dataset.format == "OSM" ? dataset.layers.filter { $0.name == "lines" } : dataset.layers
    if headers.isEmpty { return [FoundLayer(file, unused: "it has no layers")] }
    var layers: [FoundLayer] = []
    for header in headers {
      let name = dataset.layers.count == 1 ? file : "\(file):\(header.name)"
      layers.append(
        try await LayerSurvey(name: name, header: header, path: path(of: file)).found(in: dataset))
    }
    return layers
  }
}
