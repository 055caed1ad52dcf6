internal import Geometry

/// How CSV is written.
public enum CSVDialect: Sendable, Hashable {
  /// RFC 4180: commas, UTF-8 without byte order mark.
  case standard
  /// What Excel opens where the comma is the decimal mark: semicolons and a byte order mark.
  case excel
  /// Tabs in place of commas.
  case tabs

  var delimiter: UInt8 {
    switch self {
    case .standard: UInt8(ascii: ",")
    case .excel: UInt8(ascii: ";")
    case .tabs: UInt8(ascii: "\t")
    }
  }
}

/// Writes one layer as CSV: a header, lines that end in LF, points as decimal marks, quotes only
/// where they are needed.
///
/// The geometry is the last column, `geom_wkt`: well-known text in longitude and latitude on
/// WGS 84, or EWKT with the SRID of any other EPSG system. Null is nothing at all, the empty text
/// two quotes, so that both read back as they were; a column of text in which every value looks
/// like a number reads back as numbers. Ids are not written.
public final class CSVWriter: DatasetWriter {
  /// The path that will exist after `finish()`, or `-` for standard output.
  public var path: String { sink.path }

  private let sink: TextSink
  private let dialect: CSVDialect
  private let decimals: Int?
  private var layer: CSVLayerWriter?

  /// Starts a file.
  ///
  /// - Parameters:
  ///   - path: The file, or `-` for standard output.
  ///   - overwrite: Whether an existing file may be replaced.
  ///   - dialect: How to write it.
  ///   - decimals: The most digits behind the point of an ordinate; nil for the shortest text that
  ///     reads back exactly.
  /// - Throws: `cannotWrite`.
  public init(
    path: String, overwrite: Bool, dialect: CSVDialect = .standard, decimals: Int? = nil
  ) throws(FormatError) {
    sink = try TextSink(path: path, overwrite: overwrite)
    self.dialect = dialect
    self.decimals = decimals
  }

  /// Hands the lines to `output`, piece by piece, in place of a file.
  public init(
    to output: @escaping (String) -> Void, dialect: CSVDialect = .standard, decimals: Int? = nil
  ) {
    sink = TextSink(to: output)
    self.dialect = dialect
    self.decimals = decimals
  }

  /// Adds the only layer.
  ///
  /// - Throws: `usage` for a second layer, a geometry in no EPSG system, and an attribute that is
  ///   named as the geometry will be.
  public func addLayer(_ header: LayerHeader) throws(FormatError) -> any LayerWriter {
    guard layer == nil else {
      throw FormatError(
        .usage, "\(path): a CSV file holds one layer, '\(header.name)' is the second",
        help: "write each layer to a file of its own, or all to a GeoPackage")
    }
    let hasGeometry = header.geometryType != .none
    if hasGeometry, header.fields.contains(where: { $0.name.lowercased() == CSVGeometry.ownColumn })
    {
      throw FormatError(
        .usage, "\(path): the layer '\(header.name)' has an attribute named geom_wkt already",
        help: "rename the attribute, or write a GeoPackage")
    }
    let prefix = hasGeometry ? try sridPrefix(header) : ""
    let layer = CSVLayerWriter(
      sink, header, delimiter: dialect.delimiter, sridPrefix: prefix, decimals: decimals)
    if dialect == .excel { sink.buffer.append(contentsOf: [0xEF, 0xBB, 0xBF]) }
    layer.begin()
    self.layer = layer
    return layer
  }

  /// Writes everything under the temporary name.
  public func complete() throws(FormatError) { try sink.complete() }

  /// Gives the completed file its name.
  public func publish() throws(FormatError) { try sink.publish() }

  /// Removes what was written.
  public func cancel() { sink.cancel() }

  private func sridPrefix(_ header: LayerHeader) throws(FormatError) -> String {
    if header.isLongitudeLatitude { return "" }
    let parts = (header.crs.map(GeoJSONCRS.authorityCode) ?? "").split(separator: ":")
    if parts.count == 2, parts[0].uppercased() == "EPSG", let code = Int(parts[1]) {
      return "SRID=\(code);"
    }
    throw FormatError(
      .usage,
      "\(path): the layer '\(header.name)' is in "
        + (header.crs == nil ? "no known system" : "a system without EPSG code")
        + ", which CSV cannot say",
      help: "transform it to EPSG:4326 first, or write a GeoPackage")
  }
}
