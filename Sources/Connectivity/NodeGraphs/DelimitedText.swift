internal import Formats

/// The lines of a text without a header, split into fields, as Conefor reads them.
///
/// What separates fields is found out from the first line that is not blank: tab or semicolon where it
/// has one, else blanks, else commas. So `7 20,5` stays two fields, of which the second is no number,
/// and is not taken for three.
struct DelimitedText {
  /// One line that is not blank.
  struct Line {
    /// Its number in the file, from 1.
    let number: Int
    /// The fields, without the blanks around them.
    let fields: [String]
  }

  /// What messages call the text: its file name.
  let name: String
  /// The lines that are not blank.
  let lines: [Line]

  init(parsing text: String, name: String) throws(FormatError) {
    self.name = name
    let text = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
    var lines: [Line] = []
    var separator: Character?
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      if line.allSatisfy(\.isWhitespace) { continue }
      let split = separator ?? Self.separator(of: line)
      separator = split
      lines.append(Line(number: index + 1, fields: Self.fields(of: line, by: split)))
    }
    guard !lines.isEmpty else {
      throw FormatError(.badData, "\(name) is empty", help: "is this the right file?")
    }
    self.lines = lines
  }

  private static func separator(of line: Substring) -> Character {
    if let mark = ["\t", ";"].first(where: line.contains) { return mark }
    let words = line.split(separator: " ")
    return words.count > 1 && !words.contains { $0.hasSuffix(",") } || !line.contains(",")
      ? " " : ","
  }

  private static func fields(of line: Substring, by separator: Character) -> [String] {
    if separator == " " { return line.split(whereSeparator: \.isWhitespace).map(String.init) }
    let fields = line.split(separator: separator, omittingEmptySubsequences: false)
    return fields.map { String($0).trimmed }
  }

  /// Says what is wrong with a line.
  func fault(_ line: Line, _ problem: String, help: String) -> FormatError {
    FormatError(.badData, "\(name), line \(line.number): \(problem)", help: help)
  }

  /// Reads a number that is at least 0.
  ///
  /// - Throws: `badData`, with a word on headers in the first line and on decimal commas.
  func number(_ text: String, _ what: String, in line: Line) throws(FormatError) -> Double {
    if let number = Double(text), number >= 0, number.isFinite { return number }
    let isNegative = Double(text).map { $0 < 0 } ?? false
    throw fault(
      line, "the \(what) '\(text)' is \(isNegative ? "below 0" : "no number")",
      help: line.number == lines[0].number && !isNegative
        ? "these files have no line of names: remove it" : "correct it; the decimal mark is a point"
    )
  }
}
