internal import Geometry
internal import SQLiteBridge

/// One layer of a GeoPackage being read.
///
/// At the end of the layer the notes of the header say which columns held values that their
/// declared type cannot take; those were read as null.
final class GeoPackageLayerReader: LayerReader {
  private(set) var header: LayerHeader

  private let box: Box?
  private let failure: GeoPackageFailure
  private let layer: GeoPackageLayer
  private let connection: SQLiteConnection
  /// Reads the table where it lies, as far as that can be done; nil when it cannot.
  private var scan: SQLiteTableScan?
  private var query: SQLiteStatement
  private var batch: GeoPackageBatch
  private var isAtEnd = false
  /// The number of rows that the query returned so far.
  private var rowCount = 0

  init(
    _ layer: GeoPackageLayer, box: Box?, connection: SQLiteConnection, failure: GeoPackageFailure
  ) throws(SQLiteError) {
    self.layer = layer
    self.connection = connection
    self.box = box
    self.failure = failure
    header = layer.header
    batch = GeoPackageBatch(layer, box: box)
    let usesIndex = box != nil && layer.spatialIndex != nil
    query = try connection.prepare(layer.query(usesIndex: usesIndex))
    if usesIndex, let box {
      try query.bind(box.minX, at: 1)
      try query.bind(box.minY, at: 2)
      try query.bind(box.maxX, at: 3)
      try query.bind(box.maxY, at: 4)
    } else if let columns = layer.scannedColumns {
      scan = try SQLiteTableScan(of: layer.header.name, columns: columns, on: connection)
    }
  }

  var progress: Double? {
    if isAtEnd { return 1 }
    guard box == nil, let count = header.featureCount, count > 0 else { return nil }
    return min(1, Double(rowCount) / Double(count))
  }

  func next(limit: Int) throws(FormatError) -> FeatureBatch? {
    precondition(limit > 0, "a batch has at least one feature")
    do {
      try fill(&batch, limit: limit)
    } catch {
      throw failure.describe(error)
    }
    return batch.count == 0 ? nil : batch.take()
  }

  /// Reads rows until the batch is full. It comes as a parameter, because every access to a property
  /// of a class is checked.
  private func fill(_ batch: inout GeoPackageBatch, limit: Int) throws(SQLiteError) {
    if let scan {
      while !isAtEnd, batch.hasRoom(upTo: limit) {
        switch scan.step() {
        case .row:
          rowCount += 1
          batch.append(scan, number: rowCount)
        case .end: end(batch)
        case .unclear:
          try leave(scan)
          return try fill(&batch, limit: limit)
        }
      }
      return
    }
    let query = query
    while !isAtEnd, batch.hasRoom(upTo: limit) {
      if try query.step() {
        rowCount += 1
        batch.append(query, number: rowCount)
      } else {
        end(batch)
      }
    }
  }

  /// Goes on with a query where a scan came to something that only SQLite can judge.
  private func leave(_ scan: SQLiteTableScan) throws(SQLiteError) {
    self.scan = nil
    guard let last = scan.lastRowID else { return }
    query = try connection.prepare(layer.queryForRest)
    try query.bind(last, at: 1)
  }

  private func end(_ batch: GeoPackageBatch) {
    isAtEnd = true
    query.reset()  // lets go of the lock on the file
    for (field, count) in batch.misfits where count > 0 {
      header.notes.append(
        "column \(field.name): \(count) values do not fit its type, \(field.kind.rawValue), "
          + "and are read as null")
    }
  }
}
