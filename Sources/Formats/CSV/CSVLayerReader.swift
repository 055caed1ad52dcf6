internal import Geometry

/// The second walk over a CSV file: turns records into columns.
final class CSVLayerReader: LayerReader {
  let header: LayerHeader
  private let index: CSVIndex
  private var scanner: CSVScanner
  private var record = CSVRecord()
  private var recordNumber = 0

  init(_ input: InputBytes, _ index: CSVIndex, _ header: LayerHeader) throws(FormatError) {
    self.index = index
    self.header = header
    scanner = CSVScanner(input, delimiter: index.delimiter)
    _ = try scanner.next(&record)
  }

  var progress: Double? { scanner.progress }

  func next(limit: Int) throws(FormatError) -> FeatureBatch? {
    var batch = FeatureBatch(fields: header.fields)
    while batch.count + batch.rejected.count < max(limit, 1),
      batch.geometry.vertexCount < FeatureBatch.vertexLimit, try scanner.next(&record)
    {
      if index.header.count > 1 && record.isBlank { continue }
      recordNumber += 1
      if let fault = appendGeometry(to: &batch.geometry) {
        batch.geometry.abandonRow()
        batch.rejected.append(
          Rejection(id: "\(recordNumber)", reason: "\(fault) (line \(record.line))"))
      } else {
        batch.ids.append(Int64(recordNumber))
        appendValues(to: &batch.columns)
      }
    }
    return batch.count + batch.rejected.count == 0 ? nil : batch
  }

  /// Appends the geometry of the record; returns what is wrong with it or with the record.
  private func appendGeometry(to column: inout GeometryColumn) -> String? {
    if let fault = record.fault ?? record.raggedness(columns: index.header.count) { return fault }
    switch index.geometry {
    case .none:
      column.appendNone()
      return nil
    case .wkt(let field): return record.withField(field) { appendWKT($0, to: &column) }
    case .xy(let x, let y):
      let (x, y) = (ordinate(x), ordinate(y))
      switch (x, y) {
      case (.number(let x), .number(let y)): column.appendPoint(Position(x, y))
      case (.empty, .empty): column.appendNone()
      case (.fault(let fault), _), (_, .fault(let fault)): return fault
      case (.empty, _), (_, .empty): return "only one of the two coordinates is given"
      }
      return nil
    }
  }

  private func appendWKT(
    _ bytes: UnsafeBufferPointer<UInt8>, to column: inout GeometryColumn
  ) -> String? {
    if CSVField(bytes).isEmpty {
      column.appendNone()
      return nil
    }
    var parser = WKTParser(bytes)
    if let srid = parser.readHeader()?.srid, srid != index.srid {
      return "the geometry is in SRID \(srid), the layer in \(index.srid ?? srid)"
    }
    do {
      try column.append(wkt: bytes)
      return nil
    } catch {
      return error.description
    }
  }

  private enum Ordinate {
    case empty
    case number(Double)
    case fault(String)
  }

  private func ordinate(_ column: Int) -> Ordinate {
    record.withField(column) { bytes in
      let field = CSVField(bytes)
      if field.isEmpty { return .empty }
      if let number = field.number { return .number(number) }
      let text = String(decoding: bytes, as: UTF8.self)
      return .fault("'\(text)' in the column '\(index.header[column])' is no coordinate")
    }
  }

  private func appendValues(to columns: inout [Column]) {
    var next = 0
    record.withFields { field, bytes in
      if index.geometry == .wkt(field) { return }
      columns[next].append(CSVField(bytes), text: bytes, isQuoted: record.isQuoted[field])
      next += 1
    }
  }
}

extension CSVRecord {
  /// Calls `body` with the bytes of one field.
  fileprivate func withField<Result>(
    _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    fields.bytes.withUnsafeBufferPointer { bytes in
      body(UnsafeBufferPointer(rebasing: bytes[fields.range(of: column)]))
    }
  }
}

extension Column {
  /// Appends a field, which the kind of the column is known to hold.
  fileprivate mutating func append(
    _ field: CSVField, text: UnsafeBufferPointer<UInt8>, isQuoted: Bool
  ) {
    switch self.field.kind {
    case .integer: if let number = field.integer { return append(number) }
    case .real: if let number = field.number { return append(number) }
    case .boolean: if let flag = field.boolean { return append(flag) }
    case .text, .date, .dateTime: if isQuoted || !text.isEmpty { return append(utf8: text) }
    }
    appendNull()
  }
}
