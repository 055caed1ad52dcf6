extension Unicode.Scalar {
  /// Whether it ends a line, and with it a comment.
  var endsLine: Bool { self == "\n" || self == "\r" || self == "\u{2028}" || self == "\u{2029}" }

  /// Whether it is white space between values.
  var isJSON5Space: Bool {
    switch self {
    case "\t", "\u{B}", "\u{C}", " ", "\u{A0}", "\u{FEFF}": true
    default: endsLine || properties.generalCategory == .spaceSeparator
    }
  }

  /// Whether a number begins with it, unless it is a word.
  var startsJSON5Number: Bool {
    ("0"..."9").contains(self) || self == "+" || self == "-" || self == "."
  }

  /// Whether a name without quotes may begin with it.
  var isJSON5NameStart: Bool {
    if self == "$" || self == "_" || self == "\\" { return true }
    return switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .letterNumber:
      true
    default: false
    }
  }

  /// Whether a name without quotes may go on with it.
  var isJSON5NamePart: Bool {
    if self != "\\", isJSON5NameStart || self == "\u{200C}" || self == "\u{200D}" { return true }
    return switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .decimalNumber, .connectorPunctuation: true
    default: false
    }
  }
}
