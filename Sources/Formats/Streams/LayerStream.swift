internal import Geometry

/// The features of one input, batch by batch: chosen by attributes and place, in longitude and
/// latitude, valid, with everything that was repaired or set aside on record.
///
/// Not `Sendable`: a stream belongs to one task.
public final class LayerStream {
  /// What was asked for.
  public let query: LayerQuery
  /// The name of the format, for instance `GeoPackage`.
  public let format: String
  /// What the layer says of itself, as it is in the file.
  public let sourceHeader: LayerHeader
  /// The number of features that were read, whether they were wanted or not.
  public private(set) var readCount = 0
  /// The number of features that `next()` returned.
  public private(set) var keptCount = 0

  private let dataset: any DatasetReader
  private let reader: any LayerReader
  private let filter: Filter?
  private var cleaner: LayerCleaner
  /// Features of another kind than the wanted one.
  private var unfitting: [Rejection] = []

  /// Opens the layer of a query.
  ///
  /// - Throws: When the file or layer is missing, cannot be read or has no coordinate reference
  ///   system, or when the condition names a field that is not there.
  public convenience init(_ query: LayerQuery) throws(FormatError) {
    try self.init(query, in: Datasets.open(query.source.path, sql: query.sql))
  }

  /// Opens the layer of a query in a dataset that is open already.
  public init(_ query: LayerQuery, in dataset: any DatasetReader) throws(FormatError) {
    self.query = query
    self.dataset = dataset
    format = dataset.format
    let name = try query.source.layer(in: dataset, of: query.kind).name
    reader = try dataset.open(layer: name)
    sourceHeader = reader.header
    filter = try query.condition?.bound(to: reader.header.fields)
    cleaner = try LayerCleaner(
      header: reader.header, path: query.source.path, options: query.cleaning)
  }

  /// What the features that `next()` returns have in common.
  public var header: LayerHeader { cleaner.header }

  /// What was repaired, moved, split and set aside so far.
  public var report: CleaningReport {
    var report = cleaner.report
    report.rejections += unfitting
    return report
  }

  /// How much of the layer has been read, 0...1, where that is known.
  public var progress: Double? { reader.progress }

  /// Returns the next features that were asked for, or nil at the end. A batch may be empty.
  ///
  /// - Throws: `badData` for a broken file, and in a strict query for the first feature that cannot
  ///   be used; `CancellationError`.
  public func next() async throws -> FeatureBatch? {
    try Task.checkCancellation()
    guard var batch = try reader.next(limit: query.batchSize) else { return nil }
    readCount += batch.count + batch.rejected.count
    if let filter { batch = batch.filtered(filter.matches(batch)) }
    batch = try await cleaner.clean(batch)
    if let box = query.box {
      batch = batch.filtered(
        (0..<batch.count).map { batch.geometry.box(of: $0).meets(around: box) })
    }
    setAsideUnfitting(&batch)
    if query.isStrict, let rejection = batch.rejected.first { throw refused(rejection) }
    keptCount += batch.count
    return batch
  }

  /// Returns all features that were asked for and are left, in one batch.
  public func rest() async throws -> FeatureBatch {
    var all = FeatureBatch(fields: header.fields, idKind: header.idKind)
    while let batch = try await next() { all.append(batch) }
    return all
  }

  /// Sets features of another kind than the wanted one aside.
  private func setAsideUnfitting(_ batch: inout FeatureBatch) {
    guard let kind = query.kind else { return }
    let isFitting = batch.geometry.kinds.map { $0 == kind }
    for row in isFitting.indices where !isFitting[row] {
      let found = batch.geometry.kinds[row]
      let reason =
        found == .none ? "it has no geometry" : "it is a \(found), and a \(kind) is wanted here"
      let rejection = Rejection(id: batch.ids[row].description, reason: reason)
      unfitting.append(rejection)
      batch.rejected.append(rejection)
    }
    batch = batch.filtered(isFitting)
  }

  private func refused(_ rejection: Rejection) -> FormatError {
    FormatError(
      .badData,
      "feature \(rejection.id) of layer \(header.name) of \(query.source.path) cannot be used: "
        + rejection.reason,
      help: "mend it, or leave --strict away: it is then set aside and reported")
  }
}

extension Box {
  /// Whether the box meets another one, whose western edge may lie east of its eastern one.
  fileprivate func meets(around box: Box) -> Bool {
    guard box.minX > box.maxX else { return meets(box) }
    var (east, west) = (box, box)
    east.maxX = 180
    west.minX = -180
    return meets(east) || meets(west)
  }
}
