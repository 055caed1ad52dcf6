internal import Geometry

/// A CSV file: one layer.
///
/// Reads RFC 4180 in UTF-8 with comma, semicolon or tab, which is found in the first line; quoted
/// line ends, a byte order mark, and lines that end in LF, CRLF or CR. Opening walks over the whole
/// file once to find the kinds of the columns: whole numbers, numbers, truth values (`true` and
/// `false` in any case) or text; codes with needless zeros stay text. A field without anything is
/// null, a quoted one without anything the empty text. The decimal mark is a point.
///
/// Geometry comes from a column of well-known text, which may carry an SRID, or from columns for
/// longitude and latitude (see ``CSVGeometry``). Longitude and latitude are WGS 84, and so is the
/// column `geom_wkt` without SRID, because that is how Kulan writes it; any other well-known text
/// without SRID is in no known system. Ids are the numbers of the records, from 1.
public final class CSVReader: DatasetReader {
  /// The path that was opened, or `-`.
  public var path: String { input.path }
  /// `CSV`.
  public let format = "CSV"
  /// The only layer.
  public var layers: [LayerHeader] { [header] }

  private let input: InputBytes
  private let index: CSVIndex
  private let header: LayerHeader

  /// Opens a file, or standard input for `-`.
  ///
  /// - Throws: `missingInput` when there is no such file, `badData` when it has no header or a
  ///   quote in it is never closed, `usage` when it has no column that `geometry` names.
  public convenience init(
    path: String, geometry: CSVGeometry = .automatic
  ) throws(FormatError) {
    try self.init(InputBytes(path: path), geometry)
  }

  /// Reads CSV that is in memory already; `name` is what messages call it.
  public convenience init(
    bytes: [UInt8], name: String, geometry: CSVGeometry = .automatic
  ) throws(FormatError) {
    try self.init(InputBytes(bytes, path: name), geometry)
  }

  private init(_ input: InputBytes, _ geometry: CSVGeometry) throws(FormatError) {
    self.input = input
    index = try CSVIndex(input, geometry)
    header = LayerHeader(name: input.stem, index)
  }

  /// Opens the layer for reading from its start.
  public func open(layer: String) throws(FormatError) -> any LayerReader {
    try header.require(layer, in: input.name)
    return try CSVLayerReader(input, index, header)
  }
}

extension LayerHeader {
  /// Describes the layer of a CSV file.
  fileprivate init(name: String, _ index: CSVIndex) {
    var crs = index.srid.map { "EPSG:\($0)" }
    var fields = index.header.indices.map { Field(index.header[$0], index.kinds[$0].kind) }
    switch index.geometry {
    case .none: break
    case .wkt(let column):
      if crs == nil, index.header[column].lowercased() == CSVGeometry.ownColumn {
        crs = "OGC:CRS84"
      }
      fields.remove(at: column)
    case .xy(let x, let y):
      if CSVGeometry.isLongitudeLatitude(index.header[x], index.header[y]) { crs = "EPSG:4326" }
    }
    self.init(name: name, geometryType: index.types.type, crs: crs, fields: fields)
    featureCount = index.recordCount
  }
}
