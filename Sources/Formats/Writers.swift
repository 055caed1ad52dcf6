/// One layer being written, batch by batch.
public protocol LayerWriter: AnyObject {
  /// Appends features whose columns match the fields of the layer, in their order.
  func append(_ batch: FeatureBatch) throws(FormatError)
}

/// A file being written: there at `finish()`, absent before it and after `cancel()`.
///
/// It writes to a name beside its path and renames at the end. Who writes several files that belong
/// together completes them all before publishing the first, so that a full disk leaves none.
public protocol DatasetWriter: AnyObject {
  /// The path that will exist after `finish()`.
  var path: String { get }
  /// What was changed to fit the format, for instance shortened names; complete after `finish()`.
  var notes: [String] { get }
  /// Adds a layer; a format that holds only one refuses the second.
  func addLayer(_ header: LayerHeader) throws(FormatError) -> any LayerWriter
  /// Writes everything under the temporary name, so that nothing but the name is missing.
  func complete() throws(FormatError)
  /// Gives the completed file its name.
  func publish() throws(FormatError)
  /// Removes what was written; also what happens when the writer is dropped unfinished.
  func cancel()
}

extension DatasetWriter {
  /// Nothing had to be changed.
  public var notes: [String] { [] }

  /// Completes the file and gives it its name.
  public func finish() throws(FormatError) {
    try complete()
    try publish()
  }
}
