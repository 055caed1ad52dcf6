extension JSONScanner {
  /// Returns whether a string has the given contents.
  func matches(_ text: JSONText, _ name: StaticString) -> Bool {
    if text.hasEscapes { return string(of: text) == name.description }
    guard text.range.count == name.utf8CodeUnitCount else { return false }
    for index in 0..<text.range.count
    where bytes[text.range.lowerBound + index] != name.utf8Start[index] {
      return false
    }
    return true
  }

  /// Returns the contents of a string.
  func string(of text: JSONText) -> String { String(decoding: contents(of: text), as: UTF8.self) }

  /// Returns the contents of a string as UTF-8, with its escapes resolved; a surrogate without its
  /// partner becomes U+FFFD.
  func contents(of text: JSONText) -> [UInt8] {
    guard text.hasEscapes else { return Array(bytes[text.range]) }
    var result: [UInt8] = []
    var next = text.range.lowerBound
    while next < text.range.upperBound {
      guard bytes[next] == UInt8(ascii: "\\") else {
        result.append(bytes[next])
        next += 1
        continue
      }
      let escape = bytes[next + 1]
      next += 2
      if escape == UInt8(ascii: "u") {
        result.append(contentsOf: String(unicodeEscape(&next, end: text.range.upperBound)).utf8)
      } else {
        result.append(Self.meaning(ofEscape: escape))
      }
    }
    return result
  }

  private static func meaning(ofEscape escape: UInt8) -> UInt8 {
    switch escape {
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: escape
    }
  }

  /// Reads the digits behind `\u`, and the second half of a surrogate pair.
  private func unicodeEscape(_ next: inout Int, end: Int) -> Character {
    let unit = hexadecimal(at: next)
    next += 4
    var scalar = unit
    if unit & 0xFC00 == 0xD800, next + 6 <= end, bytes[next] == UInt8(ascii: "\\"),
      bytes[next + 1] == UInt8(ascii: "u"), hexadecimal(at: next + 2) & 0xFC00 == 0xDC00
    {
      scalar = 0x10000 + (unit & 0x3FF) << 10 + hexadecimal(at: next + 2) & 0x3FF
      next += 6
    }
    return Character(UnicodeScalar(scalar) ?? "\u{FFFD}")
  }

  private func hexadecimal(at offset: Int) -> UInt32 {
    bytes[offset..<offset + 4].reduce(0) { value, byte in
      value << 4 | UInt32(byte < 0x40 ? byte &- 0x30 : (byte | 0x20) &- 0x57)
    }
  }
}
