/// A walk over the bytes of a JSON text: knows its grammar, builds nothing, never recurses.
///
/// Tolerates what is common in the wild: control characters in strings, and the words `NaN`,
/// `Infinity` and `-Infinity` where a value may stand.
struct JSONScanner {
  /// The whole input.
  let bytes: UnsafeBufferPointer<UInt8>
  /// The next byte to read.
  var offset: Int

  /// The deepest nesting of objects and arrays that is followed.
  static let depthLimit = 512

  /// The next byte, or 0 at the end.
  @inline(__always)
  var peek: UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  /// Steps over white space.
  @inline(__always)
  mutating func skipSpace() {
    while offset < bytes.count {
      let byte = bytes[offset]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
      offset += 1
    }
  }

  /// Steps over white space and `byte`, which must come next.
  mutating func expect(_ byte: UInt8, _ reason: @autoclosure () -> String) throws(JSONFault) {
    skipSpace()
    guard peek == byte else { throw fault(reason()) }
    offset += 1
  }

  /// Describes what is wrong at the next byte.
  func fault(_ reason: String) -> JSONFault {
    JSONFault(
      offset: offset, reason: offset < bytes.count ? reason : reason + ", found the end of the text"
    )
  }

  /// Steps over `{`.
  mutating func openObject() throws(JSONFault) {
    try expect(UInt8(ascii: "{"), "expected an object")
  }

  /// Steps over the next name and its colon; returns nil behind the end of the object.
  ///
  /// `isFirst` says whether no member of the object was read yet; it is false afterwards.
  mutating func nextMember(_ isFirst: inout Bool) throws(JSONFault) -> JSONText? {
    guard try nextItem(&isFirst, closing: UInt8(ascii: "}")) else { return nil }
    return try memberName()
  }

  /// Steps to the next value of an array; returns false behind the end of the array.
  mutating func nextElement(_ isFirst: inout Bool) throws(JSONFault) -> Bool {
    try nextItem(&isFirst, closing: UInt8(ascii: "]"))
  }

  private mutating func nextItem(
    _ isFirst: inout Bool, closing: UInt8
  ) throws(JSONFault) -> Bool {
    skipSpace()
    defer { isFirst = false }
    if peek == closing {
      offset += 1
      return false
    }
    if isFirst { return true }
    guard peek == UInt8(ascii: ",") else {
      throw fault("expected ',' or '\(Character(UnicodeScalar(closing)))'")
    }
    offset += 1
    skipSpace()
    return true
  }

  /// Steps over a name, its colon and the space around them.
  mutating func memberName() throws(JSONFault) -> JSONText {
    skipSpace()
    guard peek == UInt8(ascii: "\"") else { throw fault("expected a name in quotes") }
    let name = try string()
    try expect(UInt8(ascii: ":"), "expected ':'")
    skipSpace()
    return name
  }

  /// Steps over a string, checking its escapes.
  mutating func string() throws(JSONFault) -> JSONText {
    let start = offset + 1
    var hasEscapes = false
    offset = start
    while true {
      skipPlainText()
      guard offset < bytes.count else { break }
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\"") {
        offset += 1
        return JSONText(range: start..<offset - 1, hasEscapes: hasEscapes)
      }
      offset += 1
      if byte == UInt8(ascii: "\\") {
        hasEscapes = true
        try skipEscape()
      }
    }
    throw JSONFault(offset: start - 1, reason: "a string is opened and never closed")
  }

  /// Steps over bytes that are neither quotes nor backslashes, eight at a time; near the end of the
  /// input over fewer, or none.
  @inline(__always)
  private mutating func skipPlainText() {
    while offset + 8 <= bytes.count {
      let word = ByteWord(bytes, at: offset)
      let hits = word.matches(UInt8(ascii: "\"")) | word.matches(UInt8(ascii: "\\"))
      guard hits == 0 else {
        offset += hits.trailingZeroBitCount / 8
        return
      }
      offset += 8
    }
  }

  private mutating func skipEscape() throws(JSONFault) {
    switch peek {
    case UInt8(ascii: "u"):
      guard offset + 4 < bytes.count,
        bytes[offset + 1...offset + 4].allSatisfy({ Character(UnicodeScalar($0)).isHexDigit })
      else { throw fault("expected four hexadecimal digits behind \\u") }
      offset += 5
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      offset += 1
    default: throw fault("unknown escape in a string")
    }
  }
}
