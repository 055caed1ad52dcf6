extension TextRule {
  /// A day of the calendar.
  static let day = TextRule(
    words: "a day such as \"2026-11-21\"", pattern: #"^\d{4}-\d{2}-\d{2}$"#,
    accepts: CalendarDay.isValid)

  /// A name that stands in tables, names of files and on the command line.
  static let identifier = TextRule(
    words: "a name of letters, digits, - and _, such as \"what_if-1\"",
    pattern: #"^[A-Za-z0-9_-]+$"#
  ) { text in
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        Character(UnicodeScalar(byte)).isASCII
          && (Character(UnicodeScalar(byte)).isLetter || Character(UnicodeScalar(byte)).isNumber
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_"))
      }
  }

  /// Text that says something.
  static let notEmpty = TextRule(words: "text that is not empty", pattern: #"\S"#) { text in
    text.contains { !$0.isWhitespace }
  }
}

/// Days of the Gregorian calendar as ISO 8601 text.
enum CalendarDay {
  /// Whether a text is a day that exists, for instance `2024-02-29`.
  static func isValid(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2],
      parts.allSatisfy({ $0.utf8.allSatisfy { $0 &- 48 < 10 } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return false }
    return year > 0 && (1...12).contains(month) && day >= 1 && day <= days(year, month)
  }

  private static func days(_ year: Int, _ month: Int) -> Int {
    let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    return switch month {
    case 2: isLeap ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
