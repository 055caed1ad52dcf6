internal import Geometry

/// Writes the features of one GeoJSON layer.
final class GeoJSONLayerWriter: LayerWriter {
  private let sink: TextSink
  private let header: LayerHeader
  private let names: [[UInt8]]
  private let geometry: GeoJSONGeometryWriter
  /// What stands before every feature of a sequence; nil for a collection.
  private let separator: String?
  private var isFirst = true

  init(
    _ sink: TextSink, _ header: LayerHeader, _ format: OrdinateFormat, separator: String?
  ) {
    self.sink = sink
    self.header = header
    self.separator = separator
    names = header.fields.map { field in
      var bytes: [UInt8] = []
      bytes.append(jsonString: field.name.utf8)
      return bytes
    }
    geometry = GeoJSONGeometryWriter(format: format, isMulti: header.geometryType.isMulti)
  }

  /// Starts the collection.
  func begin() {
    sink.buffer.append(contentsOf: #"{"type":"FeatureCollection","name":"#.utf8)
    sink.buffer.append(jsonString: header.name.utf8)
    sink.buffer.append(contentsOf: #","features":["#.utf8)
  }

  func append(_ batch: FeatureBatch) throws(FormatError) {
    precondition(batch.columns.count == names.count, "the columns do not match the layer")
    for row in 0..<batch.count {
      append(row, of: batch)
      try sink.flushIfLarge()
    }
  }

  private func append(_ row: Int, of batch: FeatureBatch) {
    if let separator {
      sink.buffer.append(contentsOf: separator.utf8)
    } else {
      sink.buffer.append(contentsOf: isFirst ? "\n".utf8 : ",\n".utf8)
    }
    isFirst = false
    sink.buffer.append(contentsOf: #"{"type":"Feature""#.utf8)
    if batch.ids.isPresent[row] {
      sink.buffer.append(contentsOf: #","id":"#.utf8)
      sink.buffer.append(jsonValue: row, of: batch.ids)
    }
    sink.buffer.append(contentsOf: #","properties":{"#.utf8)
    for column in names.indices {
      if column > 0 { sink.buffer.append(UInt8(ascii: ",")) }
      sink.buffer.append(contentsOf: names[column])
      sink.buffer.append(UInt8(ascii: ":"))
      sink.buffer.append(jsonValue: row, of: batch.columns[column])
    }
    sink.buffer.append(contentsOf: #"},"geometry":"#.utf8)
    geometry.append(row, of: batch.geometry, to: &sink.buffer)
    sink.buffer.append(UInt8(ascii: "}"))
    if separator != nil { sink.buffer.append(UInt8(ascii: "\n")) }
  }
}

extension [UInt8] {
  /// Appends one value of a column; numbers that are not finite are null.
  fileprivate mutating func append(jsonValue row: Int, of column: Column) {
    guard column.isPresent[row] else { return append(contentsOf: "null".utf8) }
    switch column.storage {
    case .integers(let values): append(contentsOf: values[row].description.utf8)
    case .reals(let values):
      append(contentsOf: values[row].isFinite ? values[row].description.utf8 : "null".utf8)
    case .booleans(let values): append(contentsOf: values[row] ? "true".utf8 : "false".utf8)
    case .texts(let values):
      let text = values.bytes[values.range(of: row)]
      if text.allSatisfy({ $0 < 0x80 }) {
        append(jsonString: text)
      } else {
        append(jsonString: values[row].utf8)  // makes it valid UTF-8
      }
    }
  }

  /// Appends a string in quotes, with the escapes that JSON demands.
  fileprivate mutating func append(jsonString text: some Sequence<UInt8>) {
    append(UInt8(ascii: "\""))
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        append(UInt8(ascii: "\\"))
        append(byte)
      case 0x0A: append(contentsOf: #"\n"#.utf8)
      case 0x0D: append(contentsOf: #"\r"#.utf8)
      case 0x09: append(contentsOf: #"\t"#.utf8)
      case 0..<0x20:
        append(contentsOf: (byte < 0x10 ? #"\u000"# : #"\u00"#).utf8)
        append(contentsOf: String(byte, radix: 16).utf8)
      default: append(byte)
      }
    }
    append(UInt8(ascii: "\""))
  }
}
