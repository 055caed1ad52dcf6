internal import Formats

/// The attributes of one feature as text, by the name of their column in lower case.
///
/// Tags that GDAL packs into `other_tags` count as columns.
struct RowTags {
  private let columns: Columns
  private let batch: FeatureBatch
  private let row: Int
  private let packed: [String: String]

  init(_ batch: FeatureBatch, row: Int, columns: Columns, unpacks: Bool) {
    self.batch = batch
    self.row = row
    self.columns = columns
    var packed: [String: String] = [:]
    if unpacks, let index = columns.index(of: "other_tags") {
      packed = Self.unpack(batch.columns[index][row].description)
    }
    self.packed = packed
  }

  /// Returns the text of a column; nil where it is null, empty or absent.
  subscript(column: String) -> String? {
    guard let index = columns.index(of: column) else { return packed[column] }
    let text = batch.columns[index][row].plainText
    return text.isEmpty ? nil : text
  }

  /// Returns the first of some columns that has a text, and the text.
  func first(of columns: [String]) -> (column: String, text: String)? {
    for column in columns {
      if let text = self[column] { return (column, text) }
    }
    return nil
  }

  /// Whether any name has a prefix, as in `construction:railway`.
  var hasPrefixes: Bool { columns.hasPrefixes || packed.keys.contains { $0.contains(":") } }

  /// Parses `"bridge"=>"yes","ref"=>"A \"1\""`.
  static func unpack(_ text: String) -> [String: String] {
    var strings: [String] = []
    var current: String?
    var isEscaped = false
    for character in text {
      guard var open = current else {
        if character == "\"" { current = "" }
        continue
      }
      switch character {
      case _ where isEscaped:
        open.append(character)
        isEscaped = false
      case "\\": isEscaped = true
      case "\"":
        strings.append(open)
        current = nil
        continue
      default: open.append(character)
      }
      current = open
    }
    let pairs = stride(from: 0, to: strings.count - 1, by: 2).map { (strings[$0], strings[$0 + 1]) }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }
}

extension Value {
  /// The value as text; whole numbers have no decimal point, whatever their type.
  fileprivate var plainText: String {
    if case .real(let number) = self, let whole = Int64(exactly: number) { return "\(whole)" }
    return description
  }
}

extension String {
  /// The text as a word of a table: lower case, underscores for spaces.
  package var word: String {
    lowercased().split { $0 == " " || $0 == "_" }.joined(separator: "_")
  }
}
