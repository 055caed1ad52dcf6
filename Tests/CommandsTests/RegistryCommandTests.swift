import Foundation
import TestSupport
import Testing

@testable import Commands

private func run(_ words: String...) async -> (code: ExitCode, out: String, err: String) {
  let recording = RecordingConsole()
  let code = await Program.kulan.run(["registry"] + words, on: recording.console)
  return (code, recording.out, recording.err)
}

@Suite struct RegistryCommandTests {
  @Test(arguments: ["species", "regions", "activities", "parameters"])
  func `a registry is printed for readers, spreadsheets and scripts`(name: String) async throws {
    let text = await run(name)
    #expect(text.code == .done)
    #expect(text.out == (try Golden.text("registry/\(name).txt", recording: text.out)))
    let lines = text.out.split(separator: "\n")
    #expect(lines.dropLast().allSatisfy { $0.count <= 125 })
    let csv = await run(name, "--format", "csv")
    let json = await run(name, "--json")
    let object = try JSONSerialization.jsonObject(with: Data(json.out.utf8)) as? [String: Any]
    let rows = try #require(object?[name] as? [Any])
    #expect(csv.out.split(separator: "\n").count == rows.count + 1)
    #expect(csv.err.hasPrefix("source: "))
    #expect(json.err.isEmpty)
  }

  @Test func `a species is found under any of its names`() async {
    let result = await run("species", "khulan", "Panthera uncia (Schreber, 1775)", "--format=csv")
    let ids = result.out.split(separator: "\n").dropFirst().map { $0.prefix { $0 != "," } }
    #expect(ids == ["asiatic_wild_ass", "snow_leopard"])
  }

  @Test func `species and activities are selected by region and range state`() async {
    let species = await run("species", "--region", "daurian steppe", "--country", "china")
    #expect(species.out.contains("mongolian_gazelle"))
    #expect(!species.out.contains("saiga"))
    let activities = await run("activities", "--region", "10", "--format", "csv")
    #expect(activities.out.contains("\n21.4,10,High,2028,"))
    #expect(!activities.out.contains("\n13.1,"))
  }

  @Test(arguments: [
    (
      ["species", "saigaa"], "error: no species of CAMI has the name 'saigaa'\n help: did you mean"
    ),
    (["regions", "14"], "error: there is no region '14'\n help: `kulan registry regions`"),
    (
      ["regions", "Kopetdak"], "error: there is no region 'Kopetdak'\n help: did you mean Kopetdag?"
    ),
    (["species", "--country", "FR"], "error: 'FR' is no range state of CAMI\n help: "),
  ])
  func `an unknown name is refused with the nearest one`(
    words: [String], message: String
  ) async {
    let recording = RecordingConsole()
    #expect(await Program.kulan.run(["registry"] + words, on: recording.console) == .usage)
    #expect(recording.err.hasPrefix(message), "\(recording.err)")
  }
}
