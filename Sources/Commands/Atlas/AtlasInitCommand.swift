internal import Atlas
internal import Formats
internal import Foundation

/// `kulan atlas init`: a configuration from what lies in a folder.
struct AtlasInitCommand: Command {
  static let manual = Manual(
    "atlas init", "write a commented configuration from the files in a folder",
    discussion: [
      "Opens every layer in the folder, sees by its columns whether it holds barriers, ranges, regions, "
        + "countries or passages, and writes atlas.json beside them: JSON5 with a comment on every key. "
        + "Layers that nobody understands stand in it as comments, with the reason."
    ],
    operands: [Manual.Operand("FOLDER", "the folder with the data")],
    options: [
      out, schema,
    ],
    examples: [
      Manual.Example("a start", "kulan atlas init data && kulan atlas build data/atlas.json"),
      Manual.Example("the JSON Schema, for an editor", "kulan atlas init data --schema"),
    ])

  private static let out = Option(
    "out", letter: "o", .text("FILE"), "the configuration", group: "Output",
    defaultNote: "atlas.json in the folder")
  private static let schema = Option(
    "schema", .flag, "write atlas.schema.json beside it, which editors check the file by",
    group: "Output")

  private let arguments: Arguments
  private var folder: String { arguments.operands[0] }

  init(_ arguments: Arguments) throws { self.arguments = arguments }

  func run(on console: Console) async throws -> ExitCode {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue
    else {
      throw UserError(.missingInput, "there is no folder \(folder)", help: "is the name right?")
    }
    let today = Date().formatted(.iso8601.year().month().day())
    let template = try await AtlasTemplate(of: folder, date: today)
    if arguments.has(.dryRun) {
      console.print(template.text)
      return .done
    }
    let place = arguments.text(Self.out) ?? "\(folder)/atlas.json"
    try PendingFile.write(template.text.utf8, to: place, overwrite: arguments.has(.overwrite))
    console.note("configuration: \(place), with \(counted(template.layers.count, "layer"))")
    for list in template.missingLists {
      console.warn("no \(list) were found: an atlas needs sources.\(list)")
    }
    if arguments.has(Self.schema) {
      let path = (place as NSString).deletingLastPathComponent
      let schema = path.isEmpty ? "atlas.schema.json" : "\(path)/atlas.schema.json"
      try PendingFile.write(
        (AtlasConfiguration.jsonSchema.text + "\n").utf8, to: schema,
        overwrite: arguments.has(.overwrite))
      console.note("schema: \(schema)")
    }
    return .done
  }
}
