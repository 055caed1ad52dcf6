import TestSupport
import Testing

@testable import Commands

private func run(_ words: String...) async -> (code: ExitCode, out: String, err: String) {
  let recording = RecordingConsole()
  let code = await testProgram.run(words, on: recording.console)
  return (code, recording.out, recording.err)
}

@Test func `results go to the output and messages to the errors`() async {
  let result = await run("measure", "lines", "a", "b", "--lines", "x")
  #expect(result == (.done, "done\n", "measuring\n"))
}

@Test func `quiet silences messages and JSON is all of the output`() async {
  let result = await run("measure", "lines", "a", "b", "--lines", "x", "--quiet", "--json")
  #expect(result == (.done, "\"done\"\n", ""))
}

@Test(arguments: [
  ("missing", ExitCode.missingInput, "error: cannot read missing\n help: look for it\n"),
  ("broken", .badData, "error: broken is broken\n help: mend it\n"),
  ("cancelled", .interrupted, ""),
  ("finding", .finding, ""),
])
func `a failure has its exit code`(input: String, code: ExitCode, message: String) async {
  let result = await run("measure", "lines", "a", "b", "-q", "--lines", input)
  #expect(result == (code, "", message))
}

@Test func `a failure that nobody foresaw asks for a report`() async {
  let result = await run("measure", "lines", "a", "b", "--lines", "defect")
  #expect(result.code == .defect)
  #expect(result.err.contains("please report it with the command line"))
}

@Test(arguments: [
  (["mesure"], "error: kulan has no command 'mesure'\n help: did you mean `kulan measure`? "),
  (
    ["measure", "line"],
    "error: kulan measure has no command 'line'\n help: did you mean `kulan measure lines`? "
  ),
  (["--verion"], "error: kulan has no option '--verion'\n help: `kulan --help` lists them"),
  (["help", "mesure"], "error: kulan has no command 'mesure'"),
  (["--version", "--jsn"], "error: kulan --version has no option '--jsn'"),
])
func `an unknown command is refused with the nearest one`(words: [String], message: String) async {
  let recording = RecordingConsole()
  #expect(await testProgram.run(words, on: recording.console) == .usage)
  #expect(recording.err.hasPrefix(message), "\(recording.err)")
  #expect(recording.out.isEmpty)
}

@Test func `help is the same by every way to it`() async throws {
  let help = await run("measure", "lines", "--help")
  #expect(help.code == .done)
  #expect(help.out == (try Golden.text("help/measure-lines.txt", recording: help.out)))
  #expect(await run("help", "measure", "lines") == help)
  #expect(await run("measure", "lines", "--lines", "-h") == help)
}

@Test func `help of a group and of the whole program lists the commands`() async {
  let group = await run("measure", "--help")
  #expect(group.code == .done)
  #expect(group.out.contains("  lines               measure lines in metres"))
  #expect(await run("help", "measure") == group)
  let missing = await run("measure")
  #expect(missing == (.usage, "", group.out))
  let all = await run("--help")
  #expect(all.out.contains("  measure             measure things"))
  #expect(await run("help") == all)
  #expect(await run() == (.usage, "", all.out))
}

@Test(arguments: Program.kulan.commands.map { $0.manual.name })
func `the help of every command fits a terminal and shows two examples`(name: String) async throws {
  let recording = RecordingConsole()
  let words = ["help"] + name.split(separator: " ").map(String.init)
  #expect(await Program.kulan.run(words, on: recording.console) == .done)
  let lines = recording.out.split(separator: "\n", omittingEmptySubsequences: false)
  #expect(lines.allSatisfy { $0.count < 80 }, "\(lines.filter { $0.count >= 80 })")
  #expect(lines.filter { $0.hasPrefix("  # ") }.count >= 2)
  let golden = "help/\(words.dropFirst().joined(separator: "-")).txt"
  #expect(recording.out == (try Golden.text(golden, recording: recording.out)))
}

@Test func `the help of the program is as recorded`() async throws {
  let recording = RecordingConsole()
  #expect(await Program.kulan.run(["--help"], on: recording.console) == .done)
  #expect(recording.out == (try Golden.text("help/kulan.txt", recording: recording.out)))
  #expect(recording.out.split(separator: "\n").allSatisfy { $0.count < 80 })
}
