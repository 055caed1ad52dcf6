import Commands
import Formats

/// A command that shows every kind of option, for tests of the command line itself.
struct MeasureCommand: Command {
  static let lines = Option(
    "lines", .list("SRC"), "the lines to measure", group: "Input", isRepeatable: true,
    isRequired: true)
  static let profile = Option(
    "profile", .choice(["auto", "osm", "iucn", "wdpa", "canonical"]), "how to read the attributes",
    group: "Input", default: "auto")
  static let box = Option(
    "bbox", .text("W,S,E,N"), "only what meets this box, in degrees", group: "Input")
  static let out = Option("out", .text("FILE"), "where the pieces go", group: "Output")

  static let manual = Manual(
    "measure lines", "measure lines in metres",
    discussion: ["Lengths are geodesic on WGS84, whatever the coordinate system of the file is."],
    operands: [
      Manual.Operand("FIRST", "the first word"),
      Manual.Operand("MORE", "more words", isRepeatable: true),
    ],
    options: [lines, profile, box, out],
    examples: [
      Manual.Example("the length of all roads", "kulan measure lines a b --lines roads.gpkg"),
      Manual.Example("two files", "kulan measure lines a b \\\n  --lines roads.gpkg rails.gpkg"),
    ],
    definitions: [Manual.Definitions("Columns of --out", ["length_m": "geodesic length"])],
    reportsFindings: true)

  let arguments: Arguments

  init(_ arguments: Arguments) { self.arguments = arguments }

  func run(on console: Console) async throws -> ExitCode {
    console.note("measuring")
    switch arguments.texts(Self.lines).first {
    case "missing": throw FormatError(.missingInput, "cannot read missing", help: "look for it")
    case "broken": throw FormatError(.badData, "broken is broken", help: "mend it")
    case "cancelled": throw CancellationError()
    case "defect": throw Surprise()
    case "finding": return .finding
    default: break
    }
    console.print(console.isJSON ? JSONValue.text("done").text : "done")
    return .done
  }

  struct Surprise: Error {}
}

let testProgram = Program(commands: [MeasureCommand.self], groups: ["measure": "measure things"])
