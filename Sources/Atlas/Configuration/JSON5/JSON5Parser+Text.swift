internal import Formats

extension JSON5Parser {
  /// Steps over the name of a member: text, or a word without quotes.
  mutating func memberName() throws(FormatError) -> String {
    switch peek {
    case "\"", "'": return try string()
    case let scalar? where scalar.isJSON5NameStart: return try identifier()
    default: throw unexpected("a name")
    }
  }

  /// Steps over a word of letters, digits, `_` and `$`.
  mutating func identifier() throws(FormatError) -> String {
    var name = String.UnicodeScalarView()
    while let scalar = peek, scalar.isJSON5NamePart || scalar == "\\" {
      step()
      guard scalar == "\\" else {
        name.append(scalar)
        continue
      }
      guard take("u") else { throw unexpected("u and four hexadecimal digits behind '\\'") }
      let meant = try escapedUnicode()
      guard name.isEmpty ? meant.isJSON5NameStart : meant.isJSON5NamePart, meant != "\\" else {
        throw fault("a name without quotes cannot have the character '\(meant)'")
      }
      name.append(meant)
    }
    return String(name)
  }

  /// Steps over text in single or double quotes.
  mutating func string() throws(FormatError) -> String {
    let opening = fault("text is opened and never closed", help: "close it with the same quote")
    let quote = peek
    var text = String.UnicodeScalarView()
    step()
    while let scalar = peek, scalar != "\n", scalar != "\r" {
      step()
      if scalar == quote { return String(text) }
      if scalar == "\\" {
        if let meant = try escaped() { text.append(meant) }
      } else {
        text.append(scalar)
      }
    }
    throw opening
  }

  private static let escapes: [Unicode.Scalar: Unicode.Scalar] = [
    "b": "\u{8}", "f": "\u{C}", "n": "\n", "r": "\r", "t": "\t", "v": "\u{B}", "0": "\0",
  ]

  /// Steps over what follows a backslash; nil for the end of a line, which text goes on behind.
  private mutating func escaped() throws(FormatError) -> Unicode.Scalar? {
    guard let scalar = peek else { throw unexpected("a character behind '\\'") }
    if take("\r\n") { return nil }
    step()
    switch scalar {
    case "u": return try escapedUnicode()
    case "x": return Unicode.Scalar(try hexadecimal(digits: 2)) ?? "\u{FFFD}"
    case _ where scalar.endsLine: return nil
    case "1"..."9",
      "0" where peek.map { ("0"..."9").contains($0) } == true:
      throw fault("'\\' cannot stand before a digit", help: "write \\x and two hexadecimal digits")
    default: return Self.escapes[scalar] ?? scalar
    }
  }

  /// Steps over the digits behind `\u`, and over the second half of a surrogate pair.
  private mutating func escapedUnicode() throws(FormatError) -> Unicode.Scalar {
    let place = self
    let unit = try hexadecimal(digits: 4)
    if let scalar = Unicode.Scalar(unit) { return scalar }
    if unit & 0xFC00 == 0xD800, take("\\u") {
      let low = try hexadecimal(digits: 4)
      let pair = 0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF
      if low & 0xFC00 == 0xDC00, let scalar = Unicode.Scalar(pair) { return scalar }
    }
    throw place.fault("half a character stands alone", help: "write both halves, or the character")
  }

  private mutating func hexadecimal(digits: Int) throws(FormatError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = peek.flatMap({ Character($0).hexDigitValue }) else {
        throw unexpected("\(digits) hexadecimal digits")
      }
      value = value << 4 | UInt32(digit)
      step()
    }
    return value
  }
}
