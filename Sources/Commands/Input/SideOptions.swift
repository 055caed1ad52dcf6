internal import Formats
internal import Geometry
internal import Landscape

/// The options of one input of a command that has several.
struct SideOptions: Sendable {
  let sources: Option
  let id: Option
  let profile: Option
  let layer: LayerOptions

  init(
    _ name: String, singular: String, example: String, isRequired: Bool, profile choice: String,
    usualID: String = "the feature id of the source"
  ) {
    let group = LayerOptions.group(name)
    sources = Option(
      name, .list("SRC"),
      "FILE, FILE:LAYER or - (GeoJSON on standard input); several are read as one",
      group: group, isRepeatable: true, isRequired: isRequired)
    id = Option(
      "\(singular)-id", .text("COLUMN"), "the column that identifies \(name)",
      group: group, defaultNote: usualID)
    profile = ProfileOption.option(prefix: name, default: choice)
    layer = LayerOptions(prefix: name, example: example)
  }

  var all: [Option] { [sources, id, profile] + layer.own }

  /// The input that a user asked for; without sources where he named none.
  func side(_ side: InputSide.Side, _ arguments: Arguments) throws -> InputSide {
    let kind: GeometryKind = side == .lines ? .line : .polygon
    return InputSide(
      side: side,
      queries: try arguments.texts(sources).map {
        try layer.query(SourceSpec($0), kind: kind, by: arguments)
      },
      idColumn: arguments.text(id), profile: try ProfileChoice(arguments.certain(profile)))
  }
}
