internal import Geometry

/// Writes one layer as GeoJSON (RFC 7946) or as a sequence of features.
///
/// Coordinates must be longitude and latitude on WGS 84; there is no `crs` member. Shells are
/// turned counter-clockwise and holes clockwise. Rows of one part are written as single geometries
/// unless the layer is declared to hold multi-geometries. Numbers that are not finite are null.
///
/// A sequence has one feature on every line; where the file is named `.geojsons`, every line starts
/// with the record separator of RFC 8142.
public final class GeoJSONWriter: DatasetWriter {
  /// The path that will exist after `finish()`, or `-` for standard output.
  public var path: String { sink.path }

  private let sink: TextSink
  private let isSequence: Bool
  private let format: OrdinateFormat
  private var layer: GeoJSONLayerWriter?

  /// Starts a file.
  ///
  /// - Parameters:
  ///   - path: The file, or `-` for standard output.
  ///   - overwrite: Whether an existing file may be replaced.
  ///   - isSequence: Whether to write features one by one instead of a collection.
  ///   - decimals: The most digits behind the point of an ordinate; 7 are about a centimetre. Nil
  ///     writes the shortest text that reads back exactly.
  /// - Throws: `cannotWrite`.
  public init(
    path: String, overwrite: Bool, isSequence: Bool, decimals: Int? = 7
  ) throws(FormatError) {
    sink = try TextSink(path: path, overwrite: overwrite)
    self.isSequence = isSequence
    format = OrdinateFormat(decimals: decimals)
  }

  /// Hands a collection to `output`, piece by piece, in place of a file.
  public init(to output: @escaping (String) -> Void, decimals: Int? = 7) {
    sink = TextSink(to: output)
    isSequence = false
    format = OrdinateFormat(decimals: decimals)
  }

  /// Adds the only layer.
  ///
  /// - Throws: `usage` for a second layer, and for coordinates other than longitude and latitude.
  public func addLayer(_ header: LayerHeader) throws(FormatError) -> any LayerWriter {
    guard layer == nil else {
      throw FormatError(
        .usage, "\(path): a GeoJSON file holds one layer, '\(header.name)' is the second",
        help: "write each layer to a file of its own, or all to a GeoPackage")
    }
    try header.requireLongitudeLatitude(of: path, "GeoJSON")
    let layer = GeoJSONLayerWriter(
      sink, header, format, separator: isSequence ? sequenceSeparator : nil)
    self.layer = layer
    if !isSequence { layer.begin() }
    return layer
  }

  /// Writes everything under the temporary name.
  public func complete() throws(FormatError) {
    if !isSequence {
      if layer == nil {
        sink.buffer.append(contentsOf: #"{"type":"FeatureCollection","features":["#.utf8)
      }
      sink.buffer.append(contentsOf: "\n]}\n".utf8)
    }
    try sink.complete()
  }

  /// Gives the completed file its name.
  public func publish() throws(FormatError) { try sink.publish() }

  /// Removes what was written.
  public func cancel() { sink.cancel() }

  private var sequenceSeparator: String { path.hasSuffix(".geojsons") ? "\u{1E}" : "" }
}
