internal import Geometry
internal import SQLiteBridge

/// One layer of a GeoPackage being read.
///
/// At the end of the layer the notes of the header say which columns held values that their
/// declared type cannot take; those were read as null.
final class GeoPackageLayerReader: LayerReader {
  private(set) var header: LayerHeader

  private let layer: GeoPackageLayer
  private let box: Box?
  private let failure: GeoPackageFailure
  private let query: SQLiteStatement
  private var isAtEnd = false
  /// The number of rows that the query returned so far.
  private var rowCount = 0
  /// How many values of every field did not fit its type.
  private var misfits: [Int]

  init(
    _ layer: GeoPackageLayer, box: Box?, connection: SQLiteConnection, failure: GeoPackageFailure
  ) throws(SQLiteError) {
    self.layer = layer
    self.box = box
    self.failure = failure
    header = layer.header
    misfits = Array(repeating: 0, count: header.fields.count)
    let usesIndex = box != nil && layer.spatialIndex != nil
    query = try connection.prepare(layer.query(usesIndex: usesIndex))
    if usesIndex, let box {
      try query.bind(box.minX, at: 1)
      try query.bind(box.minY, at: 2)
      try query.bind(box.maxX, at: 3)
      try query.bind(box.maxY, at: 4)
    }
  }

  var progress: Double? {
    if isAtEnd { return 1 }
    guard box == nil, let count = header.featureCount, count > 0 else { return nil }
    return min(1, Double(rowCount) / Double(count))
  }

  func next(limit: Int) throws(FormatError) -> FeatureBatch? {
    precondition(limit > 0, "a batch has at least one feature")
    var batch = FeatureBatch(fields: header.fields, idKind: header.idKind)
    do {
      while !isAtEnd, batch.count + batch.rejected.count < limit { try readRow(into: &batch) }
    } catch {
      throw failure.describe(error)
    }
    return batch.count + batch.rejected.count == 0 ? nil : batch
  }

  private func readRow(into batch: inout FeatureBatch) throws(SQLiteError) {
    guard try query.step() else { return end() }
    rowCount += 1
    guard readGeometry(into: &batch) else { return }
    readID(into: &batch.ids)
    for field in batch.columns.indices {
      if !batch.columns[field].append(valueOf: query, at: Int32(field + 2)) { misfits[field] += 1 }
    }
  }

  /// Appends the geometry of the row; false when the row was rejected or lies outside the box.
  private func readGeometry(into batch: inout FeatureBatch) -> Bool {
    do throws(GeometryFailure) {
      switch query.type(at: 1) {
      case .null:
        guard box == nil else { return false }
        batch.geometry.appendNone()
        return true
      case .blob:
        return try query.withBlob(at: 1) { blob throws(GeometryFailure) in
          try append(blob, to: &batch.geometry)
        }
      case .integer, .real, .text:
        throw .notBytes
      }
    } catch {
      batch.rejected.append(Rejection(id: idText, reason: error.description))
      return false
    }
  }

  private func append(
    _ blob: Span<UInt8>, to geometry: inout GeometryColumn
  ) throws(GeometryFailure) -> Bool {
    let start: GeoPackageBlobHeader
    do { start = try GeoPackageBlobHeader(blob) } catch { throw .header(error) }
    if let box, let envelope = start.envelope, !envelope.meets(box) { return false }
    let wkb = blob.bytes.extracting(start.wkbOffset...)
    do {
      guard let box, start.envelope == nil else {
        try geometry.append(wkb: wkb)
        return true
      }
      var single = GeometryColumn()
      try single.append(wkb: wkb)
      guard single.box(of: 0).meets(box) else { return false }
      geometry.append(0, of: single)
      return true
    } catch {
      throw .wkb(error)
    }
  }

  private var idText: String {
    layer.identity == .ordinal ? "row \(rowCount)" : query.text(at: 0) ?? "row \(rowCount)"
  }

  private func readID(into ids: inout Column) {
    if layer.identity == .ordinal {
      ids.append(Int64(rowCount))
    } else {
      _ = ids.append(valueOf: query, at: 0)
    }
  }

  private func end() {
    isAtEnd = true
    query.reset()  // lets go of the lock on the file
    for (field, count) in zip(header.fields, misfits) where count > 0 {
      header.notes.append(
        "column \(field.name): \(count) values do not fit its type, \(field.kind.rawValue), "
          + "and are read as null")
    }
  }
}

/// Why the geometry of a feature cannot be used.
private enum GeometryFailure: Error, CustomStringConvertible {
  case notBytes
  case header(GeoPackageBlobError)
  case wkb(WKBError)

  var description: String {
    switch self {
    case .notBytes: "the geometry is a number or text, not bytes"
    case .header(let error): error.description
    case .wkb(let error): error.description
    }
  }
}
