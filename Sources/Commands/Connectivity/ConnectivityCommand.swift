internal import Connectivity
internal import Formats

/// `kulan connectivity`: what hangs together, and what each part contributes to it.
struct ConnectivityCommand: Command {
  static let out = Option(
    "out", letter: "o", .text("DIR"), "the folder for the tables; it appears with all of them",
    group: "Output")

  static let manual = Manual(
    "connectivity", "what barriers do to ranges as a whole, and which matter most",
    discussion: RangeOptions.discussion + NodeGraphOptions.discussion,
    options: RangeOptions.all + NodeGraphOptions.all + [out],
    examples: RangeOptions.examples + NodeGraphOptions.examples,
    definitions: [LayerOptions.conditions] + RangeTable.definitions + NodeGraphTable.definitions)

  /// Which of the two kinds of input was given.
  private enum Request {
    case ranges(RangeRequest)
    case nodes(NodeGraphRequest)
  }

  private let request: Request

  init(_ arguments: Arguments) throws {
    let isOfNodes = NodeGraphOptions.all.contains(where: arguments.has)
    if let other = RangeOptions.all.first(where: arguments.has), isOfNodes {
      throw UserError(
        .usage, "--\(other.name) is for ranges and barriers, and nodes and distances are given",
        help: "give either --ranges and --barriers, or --nodes and --distances")
    }
    request =
      isOfNodes
      ? .nodes(try NodeGraphRequest(arguments)) : .ranges(try RangeRequest(arguments))
  }

  func run(on console: Console) async throws -> ExitCode {
    switch request {
    case .ranges(let request):
      let result = try await RangeJob(request, on: console).run()
      if console.isJSON { console.print(result.json.text) } else { result.report(on: console) }
    case .nodes(let request):
      let result = try await NodeGraphJob(request, on: console).run()
      if console.isJSON { console.print(result.json.text) } else { result.report(on: console) }
    }
    return .done
  }
}
