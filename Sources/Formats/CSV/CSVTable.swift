/// A small CSV text as a table of strings, for registries and configuration.
///
/// Layers are read by ``CSVReader``, which keeps memory bounded and finds out types.
public struct CSVTable: Sendable, Equatable {
  /// The names of the columns, without the spaces around them.
  public let header: [String]
  /// The records below the header; every one has as many fields as the header.
  public let rows: [[String]]
  /// The line on which every record begins.
  public let lines: [Int]
  private let name: String

  /// Parses a whole text (RFC 4180; comma, semicolon or tab; empty lines are skipped).
  ///
  /// - Parameters:
  ///   - text: The contents, header first.
  ///   - name: What messages call the text: its file name.
  /// - Throws: `badData` with the line for an empty text, a record with too few or too many
  ///   fields, text behind a closing quote, or a quote that is never closed.
  public init(parsing text: String, name: String) throws(FormatError) {
    var scanner = CSVScanner(try InputBytes(Array(text.utf8), path: name))
    var record = CSVRecord()
    guard try scanner.next(&record), !record.isBlank else {
      throw FormatError(
        .badData, "\(name) has no header", help: "name the columns in the first line")
    }
    header = record.strings.map { $0.trimmed }
    var rows: [[String]] = []
    var lines: [Int] = []
    while try scanner.next(&record) {
      if record.isBlank { continue }
      if let fault = record.fault ?? record.raggedness(columns: header.count) {
        throw FormatError(
          .badData, "\(name), line \(record.line): \(fault)", help: "correct the line")
      }
      rows.append(record.strings)
      lines.append(record.line)
    }
    self.rows = rows
    self.lines = lines
    self.name = name
  }

  /// Returns the index of a column.
  ///
  /// - Throws: `badData`, naming the column that is spelt most alike.
  public func column(named column: String) throws(FormatError) -> Int {
    if let index = header.firstIndex(of: column) { return index }
    let hint = nearest(to: column, in: header).map { "; did you mean '\($0)'?" } ?? ""
    throw FormatError(
      .badData, "\(name) has no column '\(column)'",
      help: "its columns are \(header.joined(separator: ", "))\(hint)")
  }

  /// Returns the values of a column, one for each row.
  ///
  /// - Throws: `badData`, naming the column that is spelt most alike.
  public func values(of column: String) throws(FormatError) -> [String] {
    let index = try self.column(named: column)
    return rows.map { $0[index] }
  }
}

extension CSVRecord {
  /// What is wrong with the number of fields, if anything.
  func raggedness(columns: Int) -> String? {
    count == columns ? nil : "\(count) fields where the header has \(columns)"
  }
}
