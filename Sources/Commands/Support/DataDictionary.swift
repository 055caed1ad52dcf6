internal import Formats
internal import Landscape

/// Every column that Kulan writes or reads by name, as Markdown, from the tables that the commands
/// and profiles themselves work by.
package struct DataDictionary {
  private let commands: [any Command.Type]

  /// Describes the columns of a program.
  package init(of program: Program) { commands = program.commands }

  /// The whole dictionary.
  package var markdown: String {
    let outputs = commands.flatMap { command in
      command.manual.definitions.filter { $0.title.hasPrefix("Columns") }
        .map { outputTable(command.manual.name, $0) }
    }
    let inputs = FeatureRole.allCases.filter { !CanonicalField.all(for: $0).isEmpty }
      .map(inputTable)
    return Self.preface + "\n## What the commands write\n\n" + outputs.joined(separator: "\n")
      + "\n## What the profiles read\n\n" + Self.inputPreface + inputs.joined(separator: "\n")
  }

  private static let preface = """
    # Data dictionary

    Generated from the code by the tests (`RECORD_GOLDEN=1 swift test --filter DataDictionary`); do
    not edit. Names end in their unit: `_m` metres, `_km2` square kilometres, `_cm` centimetres.
    Lengths and areas are geodesic on WGS 84, `lon` and `lat` are degrees east and north.

    """

  private static let inputPreface = """
    The canonical attributes. A profile maps the attributes of other schemas to these; a layer that
    has them already is read with the profile `canonical`. An empty value means *not known*.


    """

  private func outputTable(_ command: String, _ definitions: Manual.Definitions) -> String {
    Self.table("`kulan \(command)`: \(definitions.title)", definitions)
  }

  /// One table of columns below a heading.
  static func table(_ heading: String, _ definitions: Manual.Definitions) -> String {
    let rows = definitions.entries.map { "| `\($0.key)` | \($0.value) |\n" }.joined()
    return "### \(heading)\n\n| column | meaning |\n|---|---|\n\(rows)"
  }

  private func inputTable(_ role: FeatureRole) -> String {
    let rows = CanonicalField.all(for: role).map { field in
      let families = field.families.map(\.rawValue).sorted().joined(separator: ", ")
      return "| `\(field.name)` | \(field.kind.rawValue) | \(field.unit ?? "") "
        + "| \(families.isEmpty ? "all" : families) | \(field.meaning) |\n"
    }.joined()
    return "### \(role.rawValue)\n\n"
      + "| attribute | type | unit | of | meaning |\n|---|---|---|---|---|\n\(rows)"
  }
}
