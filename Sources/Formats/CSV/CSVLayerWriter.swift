internal import Geometry

/// Writes the features of one CSV layer.
final class CSVLayerWriter: LayerWriter {
  private let sink: TextSink
  private let header: LayerHeader
  private let delimiter: UInt8
  private let sridPrefix: String
  private let geometry: WKTWriter
  /// The bytes that must stand in quotes, besides quotes and line ends.
  private var reserved: [UInt8] = []

  init(
    _ sink: TextSink, _ header: LayerHeader, delimiter: UInt8, sridPrefix: String, decimals: Int?
  ) {
    self.sink = sink
    self.header = header
    self.delimiter = delimiter
    self.sridPrefix = sridPrefix
    geometry = WKTWriter(
      format: OrdinateFormat(decimals: decimals), isMulti: header.geometryType.isMulti)
  }

  private var hasGeometry: Bool { header.geometryType != .none }

  /// Writes the header line, in which nothing but the delimiter may look like one.
  func begin() {
    var names = header.fields.map(\.name)
    if hasGeometry { names.append(CSVGeometry.ownColumn) }
    for (column, name) in names.enumerated() {
      if column > 0 { sink.buffer.append(delimiter) }
      append(text: name.utf8, reserved: CSVScanner.delimiters)
    }
    sink.buffer.append(UInt8(ascii: "\n"))
    // Where there is but one column, the header does not show what the delimiter is.
    reserved = names.count == 1 ? CSVScanner.delimiters : [delimiter]
  }

  func append(_ batch: FeatureBatch) throws(FormatError) {
    precondition(batch.columns.count == header.fields.count, "the columns do not match the layer")
    for row in 0..<batch.count {
      for column in batch.columns.indices {
        if column > 0 { sink.buffer.append(delimiter) }
        append(row, of: batch.columns[column])
      }
      if hasGeometry {
        if !batch.columns.isEmpty { sink.buffer.append(delimiter) }
        append(row, of: batch.geometry)
      }
      sink.buffer.append(UInt8(ascii: "\n"))
      try sink.flushIfLarge()
    }
  }

  private func append(_ row: Int, of column: Column) {
    guard column.isPresent[row] else { return }
    switch column.storage {
    case .integers(let values): sink.buffer.append(contentsOf: values[row].description.utf8)
    case .reals(let values):
      if values[row].isFinite { sink.buffer.append(contentsOf: values[row].plainText.utf8) }
    case .booleans(let values):
      sink.buffer.append(contentsOf: values[row] ? "true".utf8 : "false".utf8)
    case .texts(let values): append(text: values[row].utf8, reserved: reserved)
    }
  }

  private func append(_ row: Int, of column: GeometryColumn) {
    if column.kinds[row] == .none { return }
    var text = Array(sridPrefix.utf8)
    geometry.append(row, of: column, to: &text)
    append(text: text, reserved: reserved)
  }

  /// Appends text, in quotes where it would be read differently without.
  private func append(text: some Collection<UInt8>, reserved: [UInt8]) {
    let quote = UInt8(ascii: "\"")
    let needsQuotes =
      text.isEmpty || text.first == 0x20
      || text.contains { $0 == quote || $0 == 0x0A || $0 == 0x0D || reserved.contains($0) }
    guard needsQuotes else { return sink.buffer.append(contentsOf: text) }
    sink.buffer.append(quote)
    for byte in text {
      if byte == quote { sink.buffer.append(quote) }
      sink.buffer.append(byte)
    }
    sink.buffer.append(quote)
  }
}
