internal import Formats

extension AtlasConfiguration {
  /// All keys with their types, defaults and meanings, as tables of Markdown: one for every object,
  /// under the path of its key.
  public static var keysMarkdown: String {
    var writer = KeyTables()
    writer.write(.object(AtlasKeys.all), path: "")
    return writer.text
  }
}

/// Writes a table for every object of the configuration, outer ones first.
private struct KeyTables {
  private(set) var text = ""
  /// Keys that stand in a table already, with all that is said of them, and where.
  private var known: [String: String] = [:]

  mutating func write(_ shape: ConfigurationShape, path: String) {
    switch shape {
    case .object(let keys, let choices): write(keys, choices, path: path)
    case .list(let item, _), .oneOrMore(let item): write(item, path: path + "[]")
    case .table(let inner, of: .any), .table(let inner, of: .words): write(inner, path: path)
    case .table(let inner, of: .rule): write(inner, path: path + ".NAME")
    case .either(let shapes): for shape in shapes { write(shape, path: path) }
    default: break
    }
  }

  private mutating func write(
    _ keys: [ConfigurationKey], _ choices: [ConfigurationKey], path: String
  ) {
    let rows =
      keys.map { ($0, row($0, "")) } + choices.map { ($0, row($0, "exactly one of these")) }
    let own = rows.filter { known[$0.1] == nil }
    let others = Dictionary(grouping: rows.filter { known[$0.1] != nil }) { known[$0.1] ?? "" }
    text += (text.isEmpty ? "" : "\n") + "## \(path.isEmpty ? "The whole" : "`\(path)`")\n\n"
    if !own.isEmpty {
      text += "| key | takes | default | meaning |\n|---|---|---|---|\n"
      text += own.map(\.1).joined()
    }
    for (place, rows) in others.sorted(by: { $0.key < $1.key }) {
      let names = rows.map { "`\($0.0.name)`" }.joined(separator: ", ")
      text += "\(own.isEmpty ? "" : "\n")As in `\(place)`: \(names).\n"
    }
    for (_, row) in own { known[row] = path }
    for (key, _) in own {
      write(key.shape, path: path.isEmpty ? key.name : "\(path).\(key.name)")
    }
  }

  private func row(_ key: ConfigurationKey, _ note: String) -> String {
    let usual = key.defaultValue.map { "`\($0.text)`" } ?? key.defaultNote ?? note
    return "| `\(key.name)` | \(key.shape.words) | \(key.isRequired ? "**required**" : usual) "
      + "| \(key.meaning) |\n"
  }
}
