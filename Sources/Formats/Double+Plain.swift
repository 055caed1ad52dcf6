extension Double {
  /// The shortest text that reads back exactly, without exponent: `0.00001` and not `1e-05`.
  ///
  /// Spreadsheets and people read it. Zero has no sign; beyond 1e21 and below 1e-21, where nothing
  /// is measured, the exponent stays.
  package var plainText: String {
    let text = self == 0 ? "0.0" : description
    // By bytes: to look for a character takes longer than to write the number.
    guard let mark = text.utf8.firstIndex(of: UInt8(ascii: "e")),
      let power = Int(text[text.index(after: mark)...]),
      (-21...21).contains(power)
    else { return text }
    let significand = text[..<mark]
    let sign = significand.hasPrefix("-") ? "-" : ""
    let digits = significand.filter(\.isNumber)
    // One digit stands before the point of the significand.
    if power < 0 { return sign + "0." + String(repeating: "0", count: -power - 1) + digits }
    let whole = digits.prefix(power + 1)
    let rest = digits.dropFirst(power + 1)
    let zeros = String(repeating: "0", count: power + 1 - whole.count)
    return sign + whole + zeros + "." + (rest.isEmpty ? "0" : rest)
  }

  /// The same, whole numbers without a point.
  package var shortText: String {
    let text = plainText
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
