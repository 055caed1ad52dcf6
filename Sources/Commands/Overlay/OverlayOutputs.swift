internal import Formats
internal import Geometry

/// The files that an overlay writes; several tables may go into one GeoPackage.
///
/// Nothing appears before ``finish()``, and nothing is left when it is not reached.
final class OverlayOutputs {
  /// One of the tables.
  enum Table: String, CaseIterable {
    case pieces
    case crossings
    case summary
    case rejected
  }

  private let overwrite: Bool
  private var datasets: [(path: String, writer: any DatasetWriter)] = []
  private var layers: [Table: any LayerWriter] = [:]
  /// Where each table goes.
  private(set) var places: [Table: SourceSpec] = [:]

  init(overwrite: Bool) { self.overwrite = overwrite }

  /// Adds a table to the file that the user named, under the layer name that he named.
  func add(
    _ table: Table, to place: String, geometry: GeometryType, fields: [Field]
  ) throws(FormatError) {
    let spec = Self.spec(of: place)
    var header = LayerHeader(
      name: spec.layer ?? table.rawValue, geometryType: geometry,
      crs: geometry == .none ? nil : "EPSG:4326", fields: fields)
    header.idKind = .integer
    layers[table] = try dataset(spec.path, of: table).addLayer(header)
    places[table] = spec
  }

  /// An output that exists already names a layer only behind its extension, as an input does.
  private static func spec(of place: String) -> SourceSpec {
    guard let colon = place.lastIndex(of: ":"), colon != place.startIndex,
      !place[colon...].contains("/"), place[..<colon].contains(".")
    else { return SourceSpec(path: place) }
    return SourceSpec(
      path: String(place[..<colon]), layer: String(place[place.index(after: colon)...]))
  }

  private func dataset(_ path: String, of table: Table) throws(FormatError) -> any DatasetWriter {
    if let open = datasets.first(where: { $0.path == path }) { return open.writer }
    // A table on standard output is CSV: it has no geometry.
    let writer: any DatasetWriter =
      path == "-" && (table == .summary || table == .rejected)
      ? try CSVWriter(path: path, overwrite: false)
      : try Datasets.create(path, overwrite: overwrite)
    datasets.append((path, writer))
    return writer
  }

  /// Whether a table is written anywhere.
  func has(_ table: Table) -> Bool { layers[table] != nil }

  /// Appends rows to a table, if it is written anywhere.
  func append(_ batch: FeatureBatch, to table: Table) throws(FormatError) {
    try layers[table]?.append(batch)
  }

  /// The first file that can hold more tables.
  var geoPackage: String? { datasets.first { $0.writer is GeoPackageWriter }?.path }

  /// Completes all files and gives them their names.
  func finish() throws(FormatError) {
    for dataset in datasets { try dataset.writer.finish() }
  }

  /// Removes what was written.
  func cancel() {
    for dataset in datasets { dataset.writer.cancel() }
  }
}
