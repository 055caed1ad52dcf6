internal import Formats

/// A bundled registry, printed for a reader, a spreadsheet or a script.
struct RegistryOutput: Sendable {
  /// How a registry can be printed without `--json`.
  enum Format: String, Sendable, CaseIterable {
    case text, csv
  }

  /// The option that every registry command has.
  static let format = Option(
    "format", .choice(Format.allCases.map(\.rawValue)), "for a reader or a spreadsheet",
    group: "Output", default: Format.text.rawValue)

  /// What the rows are, in the plural.
  let title: String
  /// Where they come from.
  let source: String
  /// The rows.
  let table: TextTable
  /// The number of columns, from the first, that a reader at a terminal sees.
  let shownColumns: Int
  /// The rows for a script, with lists as lists.
  let json: [JSONValue]

  /// Prints the registry in the format that the arguments ask for.
  func print(as arguments: Arguments, on console: Console) {
    if console.isJSON {
      let json: JSONValue = ["source": .text(source), title: .array(json)]
      console.print(json.text)
    } else if arguments.certain(Self.format) == Format.csv.rawValue {
      console.print(table.csv)
      console.note("source: \(source)")
    } else {
      console.print(table.prefix(shownColumns).text)
      console.print("\nsource: \(source)")
    }
  }
}

extension [String] {
  /// The words in one cell of a table.
  var cell: Value { .text(joined(separator: "; ")) }

  /// The words as a list of JSON.
  var json: JSONValue { .array(map(JSONValue.text)) }
}
