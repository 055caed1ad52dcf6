internal import Formats
internal import Landscape

/// `kulan inspect`: what is in a file, before anything is done with it.
struct InspectCommand: Command {
  static let input = LayerOptions()
  static let profile = ProfileOption.option()

  static let manual = Manual(
    "inspect", "what is in files: layers, CRS, counts, validity, what the columns mean",
    discussion: [
      "Every feature is read as the other commands read it: brought to longitude and latitude, "
        + "split at the antimeridian, repaired where it is invalid, set aside where it cannot be "
        + "used; nothing is written. Lines that two files have in common, as the extracts of "
        + "neighbouring countries do, are found and measured."
    ],
    operands: [
      Manual.Operand(
        "FILE", "FILE, FILE:LAYER or - for GeoJSON on standard input; without LAYER all layers",
        isRepeatable: true)
    ],
    options: input.own + [LayerOptions.box, LayerOptions.strict, profile],
    examples: [
      Manual.Example("what is in a file", "kulan inspect fences.gpkg"),
      Manual.Example(
        "do two extracts have roads in common?",
        "kulan inspect roads-kyrgyzstan.fgb roads-uzbekistan.fgb"),
      Manual.Example(
        "which ranges would be read, for a script",
        "kulan inspect ranges.shp --profile iucn --json"),
    ],
    definitions: [
      LayerOptions.conditions,
      Manual.Definitions(
        "What the lines say",
        [
          "validity": "polygons repaired and features set aside, with id and reason",
          "repeats": "features that an earlier feature or file has already",
          "profile": "how the columns would be read, and which of them gave that away",
          "assumed": "what the source does not say and the profile takes for granted",
          "not understood": "values that the profile has no meaning for",
        ]),
    ])

  private let sources: [SourceSpec]
  private let arguments: Arguments

  init(_ arguments: Arguments) throws {
    self.arguments = arguments
    sources = arguments.operands.map { SourceSpec($0) }
    for source in sources { _ = try Self.input.query(source, by: arguments) }
  }

  func run(on console: Console) async throws -> ExitCode {
    var inspector = LayerInspector(
      options: Self.input, profile: arguments.certain(Self.profile), arguments: arguments,
      console: console)
    var layers: [JSONValue] = []
    var isFirst = true
    for source in sources {
      for inspection in try await inspector.inspect(source) {
        if console.isJSON {
          layers.append(inspection.json)
        } else {
          console.print((isFirst ? "" : "\n") + InspectionText(inspection).text)
          isFirst = false
        }
      }
    }
    if console.isJSON {
      let json: JSONValue = ["layers": .array(layers)]
      console.print(json.text)
    }
    return .done
  }
}
