import Formats
import Testing

@testable import Commands

private func parse(_ words: String...) throws -> Arguments {
  try ArgumentParser.parse(words, for: MeasureCommand.manual)
}

@Test func `values come with a blank or an equals sign, lists up to the next option`() throws {
  let arguments = try parse(
    "a", "--lines", "x", "y", "--bbox", "-5,40,6,50", "--lines=z", "--jobs=3", "-q", "b", "c")
  #expect(arguments.operands == ["a", "b", "c"])
  #expect(arguments.texts(MeasureCommand.lines) == ["x", "y", "z"])
  #expect(arguments.text(MeasureCommand.box) == "-5,40,6,50")
  #expect(arguments.jobs == 3)
  #expect(arguments.has(.quiet))
  #expect(!arguments.has(.json))
}

@Test func `an absent option has its default`() throws {
  let arguments = try parse("a", "b", "--lines", "-")
  #expect(arguments.certain(MeasureCommand.profile) == "auto")
  #expect(arguments.text(MeasureCommand.out) == nil)
  #expect(arguments.texts(MeasureCommand.lines) == ["-"])
  #expect(arguments.jobs > 0)
}

@Test func `after two dashes everything stands for itself`() throws {
  let arguments = try parse("--lines=x", "--", "--jobs", "-q")
  #expect(arguments.operands == ["--jobs", "-q"])
}

@Test func `an equals sign in a value is part of it`() throws {
  #expect(try parse("a", "b", "--lines=x=y").texts(MeasureCommand.lines) == ["x=y"])
  #expect(try parse("a", "b", "--lines=x", "--out=").text(MeasureCommand.out) == "")
}

@Test(arguments: [
  (
    ["a", "b", "--lnes", "x"], "kulan measure lines has no option --lnes",
    "did you mean --lines? `kulan measure lines --help` shows all options"
  ),
  (
    ["a", "b", "--lines"], "--lines needs a value",
    "write --lines SRC…, or --lines=VALUE if it starts with a dash; "
      + "`kulan measure lines --help` shows all options"
  ),
  (
    ["a", "b"], "kulan measure lines needs --lines SRC…",
    "`kulan measure lines --help` shows all options"
  ),
  (
    ["a", "--lines", "x"], "kulan measure lines needs MORE",
    "`kulan measure lines --help` shows all options"
  ),
  (
    ["a", "b", "--lines", "x", "--profile", "ocm"], "--profile cannot be 'ocm'",
    "did you mean osm? it is one of auto, osm, iucn, wdpa, canonical; "
      + "`kulan measure lines --help` shows all options"
  ),
  (
    ["a", "b", "--lines", "x", "--jobs", "0"], "--jobs cannot be '0'",
    "it is a whole number from 1 to 1024; `kulan measure lines --help` shows all options"
  ),
  (
    ["a", "b", "--lines", "x", "--out", "p", "--out", "q"], "--out is given twice",
    "give it once; `kulan measure lines --help` shows all options"
  ),
  (
    ["a", "b", "--lines", "x", "--json=yes"], "--json takes no value",
    "`kulan measure lines --help` shows all options"
  ),
])
func `a wrong command line is refused with a way out`(
  words: [String], problem: String, help: String
) {
  #expect(throws: UserError(.usage, problem, help: help)) {
    _ = try ArgumentParser.parse(words, for: MeasureCommand.manual)
  }
}
