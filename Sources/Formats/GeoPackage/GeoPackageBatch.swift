internal import Geometry
internal import SQLiteBridge

/// Collects features from the rows of a query, until they are taken as a batch.
struct GeoPackageBatch {
  /// The number of values of every field that did not fit its type, in all batches.
  var misfits: [(field: Field, count: Int)] { columns.map { ($0.field, $0.misfitCount) } }

  /// The number of features so far, the rejected ones included.
  var count: Int { geometry.count + rejected.count }

  /// Whether another feature belongs into a batch of at most `limit`.
  func hasRoom(upTo limit: Int) -> Bool {
    count < limit && geometry.vertexCount < FeatureBatch.vertexLimit
  }

  private let hasID: Bool
  private let box: Box?
  private var ids: GeoPackageColumn
  private var geometry = GeometryColumn()
  private var columns: [GeoPackageColumn]
  private var rejected: [Rejection] = []

  /// Starts without features.
  ///
  /// - Parameters:
  ///   - layer: The layer that the rows come from.
  ///   - box: The box that features must meet; nil for all features.
  init(_ layer: GeoPackageLayer, box: Box?) {
    hasID = layer.identity != .ordinal
    self.box = box
    ids = GeoPackageColumn(Field("id", layer.header.idKind))
    columns = layer.header.fields.map { GeoPackageColumn($0) }
  }

  /// Appends the feature in a row, unless it must be rejected or lies outside the box.
  ///
  /// - Parameters:
  ///   - row: The row, whose columns are the id, the geometry, and then the fields.
  ///   - number: The number of the row, from 1: the id where the layer has none.
  mutating func append(_ row: some SQLiteRow, number: Int) {
    do throws(GeometryFailure) {
      guard try append(geometry: row[1]) else { return }
    } catch {
      let id = hasID ? row[0].text : nil
      rejected.append(Rejection(id: id ?? "row \(number)", reason: error.description))
      return
    }
    ids.append(hasID ? row[0] : .integer(Int64(number)))
    for index in columns.indices { columns[index].append(row[Int32(index + 2)]) }
  }

  /// Returns the features so far and starts anew, with room for as many.
  mutating func take() -> FeatureBatch {
    var batch = FeatureBatch(fields: [])
    batch.ids = ids.take()
    batch.geometry = geometry
    for index in columns.indices { batch.columns.append(columns[index].take()) }
    batch.rejected = rejected
    geometry = GeometryColumn(roomLike: geometry)
    rejected = []
    return batch
  }

  /// Appends a geometry; false when it lies outside the box.
  private mutating func append(geometry value: SQLiteValue) throws(GeometryFailure) -> Bool {
    switch value {
    case .null:
      guard box == nil else { return false }
      geometry.appendNone()
      return true
    case .blob(let blob):
      return try append(blob.span)
    case .integer, .real, .text:
      throw .notBytes
    }
  }

  private mutating func append(
    _ blob: Span<UInt8>
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
