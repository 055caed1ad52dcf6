internal import Formats
internal import Geometry

/// A table that a command can write.
protocol OutputTable: Hashable, Sendable, CaseIterable, RawRepresentable<String> {
  /// Whether its rows have geometry.
  var hasGeometry: Bool { get }
}

/// The files that a command writes; several tables may go into one GeoPackage.
///
/// Nothing appears before ``finish()``, and nothing is left when it is not reached.
final class Outputs<Table: OutputTable> {
  private let overwrite: Bool
  private let console: Console
  private var datasets: [(path: String, writer: any DatasetWriter)] = []
  private var layers: [Table: any LayerWriter] = [:]
  /// Where each table goes.
  private(set) var places: [Table: SourceSpec] = [:]

  init(overwrite: Bool, on console: Console) {
    self.overwrite = overwrite
    self.console = console
  }

  /// Adds a table to the file that the user named, under the layer name that he named.
  func add(
    _ table: Table, to place: String, geometry: GeometryType, fields: [Field]
  ) throws(FormatError) {
    let spec = SourceSpec(output: place)
    var header = LayerHeader(
      name: spec.layer ?? table.rawValue, geometryType: geometry,
      crs: geometry == .none ? nil : "EPSG:4326", fields: fields)
    header.idKind = .integer
    layers[table] = try dataset(spec.path, of: table).addLayer(header)
    places[table] = spec
  }

  private func dataset(_ path: String, of table: Table) throws(FormatError) -> any DatasetWriter {
    if let open = datasets.first(where: { $0.path == path || Datasets.areSame($0.path, path) }) {
      return open.writer
    }
    let writer =
      path == "-"
      ? standardOutput(for: table) : try Datasets.create(path, overwrite: overwrite)
    datasets.append((path, writer))
    return writer
  }

  /// What has no geometry is CSV on standard output, everything else GeoJSON.
  private func standardOutput(for table: Table) -> any DatasetWriter {
    table.hasGeometry ? GeoJSONWriter(to: console.out) : CSVWriter(to: console.out)
  }

  /// Whether a table is written anywhere.
  func has(_ table: Table) -> Bool { layers[table] != nil }

  /// Appends rows to a table, if it is written anywhere.
  func append(_ batch: FeatureBatch, to table: Table) throws(FormatError) {
    try layers[table]?.append(batch)
  }

  /// The first file that can hold more tables.
  var geoPackage: String? { datasets.first { $0.writer is GeoPackageWriter }?.path }

  /// Completes all files, and then gives them their names: all appear or none.
  func finish() throws(FormatError) {
    for dataset in datasets { try dataset.writer.complete() }
    for dataset in datasets { try dataset.writer.publish() }
  }

  /// What was changed to fit the formats.
  var notes: [String] {
    datasets.flatMap { dataset in dataset.writer.notes.map { "\(dataset.path): \($0)" } }
  }

  /// Checks that a file can be created, and creates nothing.
  func check(_ place: String) throws(FormatError) {
    try Datasets.checkCreation(of: SourceSpec(output: place).path, overwrite: overwrite)
  }

  /// Removes what was written.
  func cancel() {
    for dataset in datasets { dataset.writer.cancel() }
  }
}

extension SourceSpec {
  /// Reads the name of an output, which names a layer only behind its extension: `out.gpkg:pieces`.
  init(output place: String) {
    guard let colon = place.lastIndex(of: ":"), colon != place.startIndex,
      !place[colon...].contains("/"), place[..<colon].contains(".")
    else {
      self.init(path: place)
      return
    }
    self.init(
      path: String(place[..<colon]), layer: String(place[place.index(after: colon)...]))
  }
}
