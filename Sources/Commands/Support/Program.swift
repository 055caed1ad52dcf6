internal import Formats
internal import Foundation

/// All commands, and the way from the words of a command line to one of them.
package struct Program: Sendable {
  /// The commands, in the order of the help text.
  let commands: [any Command.Type]
  /// What the words mean that several commands start with.
  let groups: [String: String]

  /// Creates a program with these commands.
  package init(commands: [any Command.Type], groups: [String: String]) {
    self.commands = commands
    self.groups = groups
  }

  /// Runs the command line of this process and ends it; to be called from the main thread.
  package static func main() -> Never {
    let words = Array(CommandLine.arguments.dropFirst())
    Interrupt.guarding { await Program.kulan.run(words, on: .standard) }
  }

  /// Runs one command line; errors are reported on the console.
  package func run(_ words: [String], on console: Console) async -> ExitCode {
    do {
      return try await execute(words, on: console)
    } catch {
      let error = UserError(error)
      if error.code == .interrupted { return .interrupted }  // whoever pressed Ctrl-C knows
      console.report(error)
      return error.code
    }
  }

  private func execute(_ words: [String], on console: Console) async throws -> ExitCode {
    guard let first = words.first else {
      console.err(overview + "\n")
      return .usage
    }
    switch first {
    case "help": return try showHelp(for: Array(words.dropFirst()), on: console)
    case "--help", "-h": return try showHelp(for: [], on: console)
    case "--version": return try showVersion(Array(words.dropFirst()), on: console)
    default: return try await dispatch(words, on: console)
    }
  }

  private func dispatch(_ words: [String], on console: Console) async throws -> ExitCode {
    let asksForHelp = words.prefix { $0 != "--" }.contains { $0 == "--help" || $0 == "-h" }
    guard let (command, rest) = try resolve(words) else {
      // A group without a command: its help, which is what was asked for or what is missing.
      let group = words[0]
      if asksForHelp {
        console.print(help(ofGroup: group))
        return .done
      }
      console.err(help(ofGroup: group) + "\n")
      return .usage
    }
    if asksForHelp {
      console.print(HelpText(command.manual).text)
      return .done
    }
    let arguments = try ArgumentParser.parse(rest, for: command.manual)
    var console = console
    console.isQuiet = arguments.has(.quiet)
    console.isJSON = arguments.has(.json)
    return try await command.init(arguments).run(on: console)
  }

  private func showHelp(for words: [String], on console: Console) throws -> ExitCode {
    if words.isEmpty {
      console.print(overview)
    } else if let (command, rest) = try resolve(words) {
      if let extra = rest.first {
        throw unknown(extra, after: "help \(command.manual.name)", in: [])
      }
      console.print(HelpText(command.manual).text)
    } else {
      console.print(help(ofGroup: words[0]))
    }
    return .done
  }

  private func showVersion(_ words: [String], on console: Console) throws -> ExitCode {
    if let extra = words.first(where: { $0 != "--json" }) {
      throw unknown(extra, after: "--version", in: ["--json"])
    }
    let versions = Versions.current
    console.print(words.isEmpty ? versions.text : versions.json.text)
    return .done
  }
}

extension Program {
  /// Finds the command that the words start with and returns it with the words after its name, or
  /// nil when they name a group and nothing in it.
  private func resolve(_ words: [String]) throws -> (any Command.Type, [String])? {
    for command in commands {
      let name = command.manual.name.split(separator: " ").map(String.init)
      if words.starts(with: name) { return (command, Array(words.dropFirst(name.count))) }
    }
    let first = words[0]
    guard groups[first] != nil else { throw unknown(first, after: "", in: topWords + ["help"]) }
    let second = words.dropFirst().first
    guard let second, second != "--help", second != "-h" else { return nil }
    let names = members(of: first).map { String($0.manual.name.dropFirst(first.count + 1)) }
    throw unknown(second, after: first, in: names)
  }

  private func unknown(_ word: String, after prefix: String, in words: [String]) -> UserError {
    let place = prefix.isEmpty ? "kulan" : "kulan \(prefix)"
    let kind = word.hasPrefix("-") ? "option" : "command"
    let near = nearest(to: word, in: words).map { "did you mean `\(place) \($0)`? " } ?? ""
    let name = groups[prefix] == nil ? "" : " \(prefix)"
    return UserError(
      .usage, "\(place) has no \(kind) '\(word)'", help: near + "`kulan\(name) --help` lists them")
  }

  /// The first words of the commands, each once, in order.
  private var topWords: [String] {
    var words: [String] = []
    for command in commands {
      let word = String(command.manual.name.prefix { $0 != " " })
      if !words.contains(word) { words.append(word) }
    }
    return words
  }

  private func members(of group: String) -> [any Command.Type] {
    commands.filter { $0.manual.name.hasPrefix("\(group) ") }
  }

  /// The help of the whole program.
  var overview: String {
    var help = HelpText()
    help.paragraph(
      "kulan: where linear infrastructure cuts the ranges of migratory mammals, how badly, and "
        + "what would open them again")
    help.heading("Usage")
    help.definition("kulan COMMAND …", "run a command")
    help.definition("kulan help COMMAND", "show its help, as kulan COMMAND --help does")
    help.definition("kulan --version", "show the versions of Kulan and its libraries")
    help.heading("Commands")
    for word in topWords {
      let summary = commands.first { $0.manual.name == word }?.manual.summary
      help.definition(word, summary ?? groups[word] ?? "")
    }
    help.options(Option.common)
    help.heading("Examples")
    help.example(Manual.Example("the whole job on data that Kulan carries with it", "kulan demo"))
    help.example(
      Manual.Example("what is in a file, before anything else", "kulan inspect fences.gpkg"))
    return help.text
  }

  /// The help of the commands that start with the same word.
  func help(ofGroup group: String) -> String {
    var help = HelpText()
    help.paragraph("kulan \(group): \(groups[group] ?? "")")
    help.heading("Usage")
    help.definition("kulan \(group) COMMAND …", "")
    help.heading("Commands")
    for command in members(of: group) {
      help.definition(
        String(command.manual.name.dropFirst(group.count + 1)), command.manual.summary)
    }
    help.heading("Examples")
    for command in members(of: group) {
      command.manual.examples.prefix(1).forEach { help.example($0) }
    }
    return help.text
  }
}
