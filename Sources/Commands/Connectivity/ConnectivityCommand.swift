internal import Formats

/// `kulan connectivity`: what hangs together, and what each part contributes to it.
struct ConnectivityCommand: Command {
  static let out = Option(
    "out", letter: "o", .text("DIR"), "the folder for the tables; it appears with all of them",
    group: "Output")

  static let manual = Manual(
    "connectivity", "how patches hang together, and what each contributes",
    discussion: NodeGraphOptions.discussion,
    options: NodeGraphOptions.all + [out],
    examples: NodeGraphOptions.examples,
    definitions: NodeGraphTable.definitions)

  private let request: NodeGraphRequest

  init(_ arguments: Arguments) throws { request = try NodeGraphRequest(arguments) }

  func run(on console: Console) async throws -> ExitCode {
    let result = try await NodeGraphJob(request, on: console).run()
    if console.isJSON { console.print(result.json.text) } else { result.report(on: console) }
    return .done
  }
}
