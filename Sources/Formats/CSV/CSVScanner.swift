/// Splits CSV (RFC 4180) into records, from front to back.
///
/// Tolerates a byte order mark, lines that end in LF, CRLF or CR, a last line without end, and any
/// byte but the quote and the delimiter in a field without quotes.
struct CSVScanner {
  private let input: InputBytes
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The byte between fields.
  let delimiter: UInt8
  /// The next byte to read.
  private(set) var offset: Int
  /// The line of the next byte, from 1.
  private(set) var line = 1

  /// The bytes that may be found to be the delimiter.
  static let delimiters = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]

  private static let quote = UInt8(ascii: "\"")
  private static let newline = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// Starts at the front; without a delimiter finds it in the first line.
  init(_ input: InputBytes, delimiter: UInt8? = nil) {
    self.input = input
    bytes = input.bytes
    offset = input.textStart
    self.delimiter = delimiter ?? Self.delimiter(of: bytes[offset...])
  }

  /// The part of the text that has been read, 0...1.
  var progress: Double { bytes.isEmpty ? 1 : Double(offset) / Double(bytes.count) }

  /// Reads the next record into `record`; returns false at the end of the text.
  ///
  /// - Throws: `badData` for a quote that is never closed.
  mutating func next(_ record: inout CSVRecord) throws(FormatError) -> Bool {
    guard offset < bytes.count else { return false }
    record.clear(line: line)
    repeat {
      if offset < bytes.count, bytes[offset] == Self.quote {
        try readQuoted(into: &record)
      } else {
        let start = offset
        skipToFieldEnd()
        record.append(bytes[start..<offset], quoted: false)
      }
    } while endField()
    return true
  }

  /// Steps over what ends a field; returns whether another field of the record follows.
  private mutating func endField() -> Bool {
    guard offset < bytes.count else { return false }
    let byte = bytes[offset]
    offset += 1
    if byte == delimiter { return true }
    if byte == Self.carriageReturn, offset < bytes.count, bytes[offset] == Self.newline {
      offset += 1
    }
    line += 1
    return false
  }

  private mutating func skipToFieldEnd() {
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == delimiter || byte == Self.newline || byte == Self.carriageReturn { return }
      offset += 1
    }
  }

  private mutating func readQuoted(into record: inout CSVRecord) throws(FormatError) {
    let openingLine = line
    var text: [UInt8] = []
    offset += 1
    while true {
      let start = offset
      while offset < bytes.count, bytes[offset] != Self.quote {
        if bytes[offset] == Self.newline { line += 1 }
        offset += 1
      }
      text.append(contentsOf: bytes[start..<offset])
      guard offset < bytes.count else { throw unclosedQuote(line: openingLine) }
      offset += 1
      guard offset < bytes.count, bytes[offset] == Self.quote else { break }
      text.append(Self.quote)
      offset += 1
    }
    record.append(text, quoted: true)
    let end = offset
    skipToFieldEnd()
    if offset > end { record.fault = "text follows the closing quote of field \(record.count)" }
  }

  private func unclosedQuote(line: Int) -> FormatError {
    FormatError(
      .badData, "\(input.name), line \(line): a quote is opened and never closed",
      help: "close it, or write a quote inside a quoted field twice")
  }

  /// Returns the most frequent of comma, semicolon and tab outside quotes in the first line.
  private static func delimiter(of text: Slice<UnsafeBufferPointer<UInt8>>) -> UInt8 {
    var counts = [0, 0, 0]
    var isQuoted = false
    for byte in text {
      if byte == quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == newline || byte == carriageReturn { break }
      if let index = delimiters.firstIndex(of: byte) { counts[index] += 1 }
    }
    let best = counts.indices.max { counts[$0] < counts[$1] || counts[$0] == counts[$1] && $0 > $1 }
    return delimiters[best ?? 0]
  }
}
