/// One layer being read from front to back, in batches, with coordinates as they are in the file.
///
/// Not `Sendable`: a reader belongs to one task.
public protocol LayerReader: AnyObject {
  /// What the layer says of itself.
  var header: LayerHeader { get }
  /// How much of the layer has been read, 0...1, where that is known.
  var progress: Double? { get }
  /// Returns the next features, at most `limit` of them and at least one row or rejection, or nil
  /// at the end of the layer. A batch ends early where it has many vertices.
  func next(limit: Int) throws(FormatError) -> FeatureBatch?
}

/// A file or database with layers in it.
///
/// Not `Sendable`: a dataset belongs to one task.
public protocol DatasetReader: AnyObject {
  /// The path that was opened, or `-`.
  var path: String { get }
  /// The name of the format, for instance `GeoPackage` or `ESRI Shapefile`.
  var format: String { get }
  /// What the layers say of themselves, in the order of the file.
  var layers: [LayerHeader] { get }
  /// Opens one layer for reading from its start.
  func open(layer: String) throws(FormatError) -> any LayerReader
}
