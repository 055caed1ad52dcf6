import Formats
import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite struct NodeGraphCommandTests {
  private static let folder = TestFiles.fixtures.appendingPathComponent("input")
  private static let before = TestFiles.fixture("input/nodes-before.txt")
  private static let after = TestFiles.fixture("input/nodes-after.txt")
  private static let distances = TestFiles.fixture("input/node-distances.txt")

  private func run(_ words: [String], in folder: URL = Self.folder) async -> CommandRun {
    await CommandRun(["connectivity"] + words, in: folder)
  }

  private func graph(_ words: String...) async -> CommandRun {
    await run(["--nodes", Self.before, "--distances", Self.distances] + words)
  }

  private func expectGolden(_ name: String, _ text: String) throws {
    #expect(text == (try Golden.text("connectivity/\(name)", recording: text)))
  }

  @Test func `measures are printed for every time and distance`() async throws {
    let result = await run([
      "--nodes", Self.before, Self.after, "--distances", Self.distances, "--at", "1000", "2500",
      "--landscape-area", "20",
    ])
    #expect(result.code == .done)
    try expectGolden("measures.txt", result.out + result.err)
  }

  @Test func `tables of what nodes and links contribute`() async throws {
    try await withWorkplace { place in
      let result = await graph("--at", "1000", "--removals", "all", "--out", place.path("out"))
      #expect(result.code == .done, "\(result.err)")
      let names = try FileManager.default.contentsOfDirectory(atPath: place.path("out")).sorted()
      #expect(names == ["links.csv", "measures.csv", "nodes.csv"])
      for name in ["nodes.csv", "links.csv"] {
        try expectGolden(name, String(decoding: try place.bytes("out/\(name)"), as: UTF8.self))
      }
    }
  }

  @Test func `every table has the columns that it describes`() {
    for table in NodeGraphTable.allCases {
      let definitions = NodeGraphTable.definitions.first { $0.title.hasSuffix(table.file) }
      let described = Set(
        definitions?.entries.flatMap { $0.key.split(separator: ", ").map(String.init) } ?? [])
      #expect(described == Set(table.fields.map(\.name)))
    }
  }

  @Test func `only the links that were asked for`() async throws {
    try await withWorkplace { place in
      let out = place.path("out")
      let result = await graph(
        "--at", "1000", "--removals", "links", "--links", "3", "1", "4", "5", "--out", out)
      #expect(result.code == .done, "\(result.err)")
      let rows = String(decoding: try place.bytes("out/links.csv"), as: UTF8.self)
        .split(separator: "\n").map { $0.split(separator: ",") }
      #expect(rows.dropFirst().map { $0[2...3].joined(separator: "-") } == ["1-3", "4-5"])
      // The way from 1 to 3 by 2 is better than the direct one.
      #expect(rows[1][6] == "0.0" && rows[1][7] == "0.0")
    }
  }

  @Test func `an earlier result is kept unless asked, and never an input`() async throws {
    try await withWorkplace { place in
      let out = place.path("out")
      #expect(await graph("--at", "1000", "--out", out).code == .done)
      let refused = await graph("--at", "1000", "--out", out)
      #expect(refused.code == .cannotWrite && refused.err.contains("--overwrite"))
      let again = await graph(
        "--at", "1000", "--out", out + "/", "--removals", "none", "--overwrite")
      #expect(again.code == .done && again.err.contains("out/measures.csv"))
      let names = try FileManager.default.contentsOfDirectory(atPath: out)
      #expect(names == ["measures.csv"])
      let nodes = try place.write("1\t5\n2\t3\n", "out/nodes.csv")
      let eaten = await run([
        "--nodes", nodes, "--distances", Self.distances, "--at", "1", "--out", out, "--overwrite",
      ])
      #expect(eaten.code == .usage && eaten.err.contains("which is read"))
    }
  }

  @Test func `a dry run reads, says what it would do, and writes nothing`() async throws {
    try await withWorkplace { place in
      let result = await run(
        [
          "--nodes", Self.before, "--distances", Self.distances, "--at", "1000", "--out",
          place.path("out"), "--dry-run",
        ], in: place.folder)
      #expect(result.code == .done)
      #expect(result.out.contains("5 nodes, 6 distances"))
      #expect(result.out.hasSuffix("would write out/measures.csv\nwould write out/nodes.csv\n"))
      let names = try place.names()
      #expect(names.isEmpty)
    }
  }

  @Test func `one JSON value for a script`() async throws {
    let result = await graph("--at", "1000", "--json")
    let object = try JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [String: Any]
    let measures = try #require(object?["measures"] as? [[String: Any]])
    #expect(measures.count == 1 && measures[0]["nodes"] as? Int == 5)
    #expect(measures[0]["pc"] is NSNull)
    #expect(object?["schema_version"] as? Int == 1)
  }

  @Test func `a node without distances is reported, and one of another time is known`() async throws
  {
    try await withWorkplace { place in
      let nodes = try place.write("1 5\n2 1\n9 3\n", "nodes.txt")
      let result = await run([
        "--nodes", nodes, Self.before, "--distances", Self.distances, "--at", "1000", "--quiet",
      ])
      #expect(result.code == .done)
      let alone = await run([
        "--nodes", nodes, Self.before, "--distances", Self.distances, "--at", "1000",
      ])
      #expect(alone.err.contains("1 node has no distance to any other, the first is '9'"))
      let strict = await run([
        "--nodes", nodes, Self.before, "--distances", Self.distances, Self.distances, "--at", "9",
      ])
      #expect(strict.code == .badData && strict.err.contains("there is no node '3'"))
    }
  }

  @Test(arguments: [
    (["--nodes", before, "--at", "1000"], ExitCode.usage, "needs --distances"),
    (["--distances", distances, "--at", "1000"], .usage, "needs --nodes"),
    (["--nodes", before, "--distances", distances], .usage, "needs --at"),
    (["--nodes", before, "--distances", "none", "--at", "1"], .missingInput, "is the name right"),
    (["--nodes", before, "--distances", distances, "--at", "0"], .usage, "above 0"),
    (["--nodes", before, "--distances", distances, "--at", "far"], .usage, "write a number"),
    (
      ["--nodes", before, "--distances", distances, "--at", "1", "--probability", "1"], .usage,
      "between 0 and 1"
    ),
    (
      ["--nodes", before, "--distances", distances, "--at", "1", "--landscape-area", "13.9"],
      .badData, "less than the 14.0 of"
    ),
    (
      ["--nodes", before, "--distances", distances, "--at", "1", "--removals", "nodes"], .usage,
      "--out DIR"
    ),
    (
      ["--nodes", before, "--distances", distances, distances, "--at", "1"], .usage,
      "2 files of distances for 1 file"
    ),
    (
      [
        "--nodes", before, "--distances", distances, "--at", "1", "--removals", "links", "--links",
        "3", "--out", "out",
      ], .usage, "no pairs"
    ),
    (
      [
        "--nodes", before, "--distances", distances, "--at", "1", "--removals", "links", "--links",
        "1", "4", "--out", "out",
      ], .badData, "no link of '1' and '4'"
    ),
    (
      ["--nodes", distances, "--distances", distances, "--at", "1"], .badData,
      "is in line 1 already"
    ),
  ])
  func `a wrong request is refused with a way out`(
    words: [String], code: ExitCode, message: String
  ) async {
    let result = await run(words)
    #expect(result.code == code)
    #expect(result.err.contains(message), "\(result.err)")
  }
}
