/// One record of a CSV text, reused from record to record.
struct CSVRecord {
  /// The contents of the fields without their quotes.
  var fields = TextBuffer()
  /// Whether a field stood in quotes, so that an empty text differs from no value.
  var isQuoted: [Bool] = []
  /// The line on which the record starts, from 1.
  var line = 0
  /// What is wrong with the record, where it could be split all the same.
  var fault: String?

  /// The number of fields.
  var count: Int { fields.count }

  /// Whether the record is an empty line.
  var isBlank: Bool { count == 1 && fields.bytes.isEmpty && !isQuoted[0] }

  /// The fields as strings.
  var strings: [String] { (0..<count).map { fields[$0] } }

  mutating func clear(line: Int) {
    fields.removeAll()
    isQuoted.removeAll(keepingCapacity: true)
    self.line = line
    fault = nil
  }

  mutating func append(_ bytes: some Sequence<UInt8>, quoted: Bool) {
    fields.append(utf8: bytes)
    isQuoted.append(quoted)
  }
}
