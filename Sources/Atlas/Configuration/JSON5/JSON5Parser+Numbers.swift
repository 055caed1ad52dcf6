internal import Formats

extension JSON5Parser {
  /// Steps over a number: decimal, hexadecimal, `Infinity` or `NaN`, with a sign or without.
  mutating func number() throws(FormatError) -> Double {
    let place = self
    let isNegative = peek == "-"
    if isNegative || peek == "+" { step() }
    let start = offset
    while let scalar = peek, isPartOfNumber(scalar, from: start) { step() }
    guard
      let magnitude = Self.magnitude(
        String(String.UnicodeScalarView(scalars[start..<offset])))
    else {
      throw place.fault(
        "'\(String(String.UnicodeScalarView(scalars[place.offset..<offset])))' is no number",
        help: "write numbers like -12, 3.5 or 1e-3")
    }
    return isNegative ? -magnitude : magnitude
  }

  /// Whether a character goes on with the number that begins at `start`.
  private func isPartOfNumber(_ scalar: Unicode.Scalar, from start: Int) -> Bool {
    if scalar.isJSON5NamePart || scalar == "." { return true }
    guard scalar == "-" || scalar == "+", offset > start else { return false }
    let isHexadecimal =
      scalars[start...].starts(with: "0x".unicodeScalars)
      || scalars[start...].starts(with: "0X".unicodeScalars)
    return !isHexadecimal && (scalars[offset - 1] == "e" || scalars[offset - 1] == "E")
  }

  private static func magnitude(_ text: String) -> Double? {
    if text == "Infinity" { return .infinity }
    if text == "NaN" { return .nan }
    if text.hasPrefix("0x") || text.hasPrefix("0X") {
      let digits = text.dropFirst(2)
      guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isHexDigit }) else { return nil }
      return digits.reduce(0) { $0 * 16 + Double($1.hexDigitValue ?? 0) }
    }
    let isPlain = text.allSatisfy { $0.isASCII && ($0.isNumber || "+-.eE".contains($0)) }
    let hasNeedlessZero = text.hasPrefix("0") && text.dropFirst().first?.isNumber == true
    guard isPlain, !hasNeedlessZero, text.contains(where: \.isNumber) else { return nil }
    // Swift wants digits on both sides of the point, or none of it.
    let mantissa = text.prefix { $0 != "e" && $0 != "E" }
    let exponent = text.dropFirst(mantissa.count)
    guard mantissa.contains(where: \.isNumber) else { return nil }
    return Double(
      "\(mantissa.hasPrefix(".") ? "0" : "")\(mantissa)"
        + "\(mantissa.hasSuffix(".") ? "0" : "")\(exponent)")
  }
}
