extension JSONScanner {
  /// What kind of value starts at the next byte.
  enum ValueKind {
    case object, array, string, number, boolean, null
  }

  /// The kind of the next value, judged by its first byte alone.
  func nextKind() throws(JSONFault) -> ValueKind {
    switch peek {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
    case UInt8(ascii: "-"):
      return offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "I") ? .null : .number
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean
    case UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "I"): return .null
    default: throw fault("expected a value")
    }
  }

  /// Steps over a value of any kind, checking its grammar.
  mutating func skipValue() throws(JSONFault) {
    var closings: [UInt8] = []
    repeat {
      skipSpace()
      switch try nextKind() {
      case .object: try openContainer(UInt8(ascii: "}"), &closings)
      case .array: try openContainer(UInt8(ascii: "]"), &closings)
      case .string: _ = try string()
      case .number: _ = try skipNumber()
      case .boolean, .null: try skipWord()
      }
    } while try stepsToNextValue(&closings)
  }

  /// Steps into an object or array, and pushes what closes it.
  private mutating func openContainer(
    _ closing: UInt8, _ closings: inout [UInt8]
  ) throws(JSONFault) {
    guard closings.count < Self.depthLimit else {
      throw fault("objects and arrays are nested more than \(Self.depthLimit) deep")
    }
    closings.append(closing)
    offset += 1
  }

  /// Steps over what follows a value or an opening bracket, up to the next value; returns false
  /// when the outermost value has ended.
  private mutating func stepsToNextValue(_ closings: inout [UInt8]) throws(JSONFault) -> Bool {
    while let closing = closings.last {
      let isOpening =
        bytes[offset - 1] == UInt8(ascii: "{") || bytes[offset - 1] == UInt8(ascii: "[")
      skipSpace()
      if peek == closing {
        offset += 1
        closings.removeLast()
        continue
      }
      if !isOpening {
        try expect(
          UInt8(ascii: ","), "expected ',' or '\(Character(UnicodeScalar(closing)))'")
      }
      if closing == UInt8(ascii: "}") { _ = try memberName() }
      return true
    }
    return false
  }

  /// Steps over a number and says whether it is a whole one, without point and exponent.
  mutating func skipNumber() throws(JSONFault) -> Bool {
    if peek == UInt8(ascii: "-") { offset += 1 }
    let start = offset
    guard skipDigits() else { throw fault("expected a number") }
    if bytes[start] == UInt8(ascii: "0"), offset > start + 1 {
      throw JSONFault(offset: start, reason: "a number starts with a needless zero")
    }
    var isWhole = true
    if peek == UInt8(ascii: ".") {
      isWhole = false
      offset += 1
      guard skipDigits() else { throw fault("expected a digit behind the point") }
    }
    if peek | 0x20 == UInt8(ascii: "e") {
      isWhole = false
      offset += 1
      if peek == UInt8(ascii: "-") || peek == UInt8(ascii: "+") { offset += 1 }
      guard skipDigits() else { throw fault("expected a digit in the exponent") }
    }
    return isWhole
  }

  private mutating func skipDigits() -> Bool {
    let start = offset
    while offset < bytes.count, bytes[offset] &- 48 < 10 { offset += 1 }
    return offset > start
  }

  private mutating func skipWord() throws(JSONFault) {
    for word: StaticString in ["null", "true", "false", "NaN", "Infinity", "-Infinity"]
    where hasPrefix(word) {
      offset += word.utf8CodeUnitCount
      return
    }
    throw fault("expected a value")
  }

  private func hasPrefix(_ word: StaticString) -> Bool {
    let end = offset + word.utf8CodeUnitCount
    return end <= bytes.count && matches(JSONText(range: offset..<end, hasEscapes: false), word)
  }

  /// Steps over an array of coordinates by its brackets alone, which is ten times as fast as
  /// `skipValue()`; what lies between them is checked when it is read.
  mutating func skipCoordinates() throws(JSONFault) {
    guard peek == UInt8(ascii: "[") else { return try skipValue() }
    let start = offset
    var depth = 0
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 {
          offset += 1
          return
        }
      case UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "}"):
        offset = start
        return try skipValue()
      default: break
      }
      offset += 1
      skipNumerals()
    }
    throw JSONFault(offset: start, reason: "an array is opened and never closed")
  }

  /// Steps over bytes that are neither quotes nor above U+003F, eight at a time: digits, signs,
  /// points, commas and space, but no bracket, brace or letter.
  @inline(__always)
  private mutating func skipNumerals() {
    while offset + 8 <= bytes.count {
      let word = ByteWord(bytes, at: offset)
      let hits = word.bits & ByteWord.repeating(0x40) | word.matches(UInt8(ascii: "\"")) >> 1
      guard hits == 0 else {
        offset += hits.trailingZeroBitCount / 8
        return
      }
      offset += 8
    }
  }
}
