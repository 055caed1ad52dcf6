internal import Formats
internal import Landscape

/// The features of a side on their way from the sources, batch by batch.
///
/// `@unchecked Sendable`: the reader is used by one step of a ``Pipeline`` after the other, never by
/// two at once, and by nobody else until the pipeline has ended.
final class InputFeed: @unchecked Sendable {
  /// A batch, and how much of the sources has been read with it.
  struct Batch: Sendable {
    var features: InputBatch
    var progress: Double
    /// The number of features in all batches before.
    var first: Int
  }

  private var reader: InputSideReader
  private var count = 0

  init(_ reader: InputSideReader) { self.reader = reader }

  /// Returns the next features, or nil when all sources are read.
  func next() async throws -> Batch? {
    guard let features = try await reader.next() else { return nil }
    defer { count += features.features.count }
    return Batch(features: features, progress: reader.progress, first: count)
  }

  /// What happened to the features of each source.
  var records: [InputRecord] { reader.records }

  /// What the values of the grouping columns were.
  var groups: GroupTable { reader.groups }
}
