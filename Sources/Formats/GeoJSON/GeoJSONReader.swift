internal import Geometry

/// A GeoJSON file or a sequence of GeoJSON texts: one layer.
///
/// Reads RFC 7946 collections, single features and bare geometries, and RFC 8142 or
/// newline-delimited sequences of them, by a walk over the bytes of the mapped file. Tolerates what
/// older and other programs write: a `crs` member, rings in any orientation, Z and M (dropped), a
/// byte order mark, nulls, foreign members, members in any order, repeated names (the last wins,
/// except inside a geometry), `NaN` for null. Collections of one kind become the multi-geometry of that kind.
///
/// Fields come in the order of their first appearance. Whole numbers and others together are real,
/// other mixtures text; objects and arrays are kept as their JSON text. Features without an id get
/// their index, from 0.
///
/// Opening walks over the whole input once, so that text which is not JSON is an error at once;
/// features that are no features are rejected when they are read.
public final class GeoJSONReader: DatasetReader {
  /// The path that was opened, or `-`.
  public var path: String { input.path }
  /// `GeoJSON` or `GeoJSONSeq`.
  public var format: String {
    index.textCount > 1 || InputFormat.isSequence(path) ? "GeoJSONSeq" : "GeoJSON"
  }
  /// The only layer.
  public var layers: [LayerHeader] { [header] }

  private let input: InputBytes
  private let index: GeoJSONIndex
  private let header: LayerHeader

  /// Opens a file, or standard input for `-`.
  ///
  /// - Throws: `missingInput` when there is no such file, `badData` with line and column when it is
  ///   not GeoJSON.
  public convenience init(path: String) throws(FormatError) {
    try self.init(InputBytes(path: path))
  }

  /// Reads GeoJSON that is in memory already; `name` is what messages call it.
  public convenience init(bytes: [UInt8], name: String) throws(FormatError) {
    try self.init(InputBytes(bytes, path: name))
  }

  private init(_ input: InputBytes) throws(FormatError) {
    self.input = input
    index = try GeoJSONIndexer.index(input)
    var header = LayerHeader(
      name: index.name ?? input.stem, geometryType: index.geometry.type, crs: index.crs.text,
      fields: index.schema.fields)
    header.idKind = index.hasTextIDs ? .text : .integer
    header.featureCount = index.features.count
    header.resolution = index.resolution
    if index.crs == .unknown {
      header.notes.append("the crs member is null or a link, so that the system is not known")
    }
    self.header = header
  }

  /// Opens the layer for reading from its start.
  public func open(layer: String) throws(FormatError) -> any LayerReader {
    try header.require(layer, in: input.name)
    return GeoJSONLayerReader(input, index, header)
  }
}

extension LayerHeader {
  /// Refuses any name but that of the only layer of a file.
  func require(_ layer: String, in file: String) throws(FormatError) {
    guard layer != name else { return }
    throw FormatError(noLayer: layer, in: file, layers: [self])
  }
}
