import Foundation
import Testing

@testable import Commands

/// What a script or a checklist learns of a check, and what is left of one that fails.
struct CheckGateTests {
  @Test func `a criterion that is met ends with code 1, and the report is there`() async throws {
    try await withCheck { check in
      let plan = try check.plan(CheckPlace.across)
      let run = await check.check(
        [plan], ["--fail-on", "ECA_loss>1%", "--fail-on", "P_final<0.05"])
      #expect(run.code == .finding)
      for species in ["asiatic_wild_ass", "saiga"] {
        #expect(run.out.contains("meets ECA_loss>1%: plan, \(species): 0."), "\(run.out)")
        #expect(run.out.contains("meets P_final<0.05: plan, \(species): 0.0"), "\(run.out)")
      }
      let findings = try #require(try check.json()["findings"] as? [[String: Any]])
      #expect(findings.count == 4)
      let losses = try check.rows("effects").filter { $0["region"] == "" }
      for (finding, row) in zip(findings, losses) {
        #expect(finding["species"] as? String == row["species"])
        let value = try #require(finding["value"] as? Double)
        #expect(abs(value - (try row.number("eca_loss"))) < 1e-6)
      }
      #expect(try check.text("report.html").contains("ECA_loss&gt;1%"))
    }
  }

  @Test func `a criterion that is kept ends with code 0`() async throws {
    try await withCheck { check in
      let plan = try check.plan(CheckPlace.across)
      let run = await check.check([plan], ["--fail-on", "ECA_loss>99%"])
      #expect(run.code == .done && !run.out.contains("meets"), "\(run.out)\(run.err)")
      #expect((try check.json()["findings"] as? [Any])?.isEmpty == true)
    }
  }

  @Test(arguments: [
    (["--fail-on", "P_fnal<0.05"], "did you mean P_final?"),
    (["--fail-on", "P_final"], "it compares nothing"),
    (["--date", "2026-13-01"], "write year-month-day"),
    (["--no-go", "20"], "two chainages"),
    (["--costs", "tunnel=3"], "the kinds are"),
    (["--set", "class=rocket"], "rocket"),
  ])
  func `what makes no sense is wrong usage, and nothing is written`(
    words: [String], message: String
  ) async throws {
    try await withCheck { check in
      let plan = try check.plan(CheckPlace.across)
      let words =
        ["check", plan, "--atlas", check.configuration, "--out", check.place.path("out")]
        + words
      let run = await CommandRun(words, in: check.place.folder)
      #expect(run.code == .usage && run.err.contains(message), "\(run.err)")
      #expect(!check.exists("out"))
    }
  }

  @Test func `a dry run says what would be checked, and writes nothing`() async throws {
    try await withCheck { check in
      let plan = try check.plan(CheckPlace.across)
      let before = try check.place.names()
      let run = await check.check([plan], ["--dry-run"])
      #expect(run.code == .done, "\(run.err)")
      #expect(run.out.contains("would check plan: 1 line, 133.6 km, 0 structures"), "\(run.out)")
      #expect(run.out.contains("against A small atlas of 2026-11-22, scenario baseline"))
      #expect(try check.place.names() == before)
    }
  }

  @Test func `a report is replaced on demand only, and never with what is no report`() async throws
  {
    try await withCheck { check in
      let plan = try check.plan(CheckPlace.across)
      try await check.report([plan])
      let first = try check.place.bytes("report/report.json")
      let refused = await check.check([plan])
      #expect(refused.code == .cannotWrite && refused.err.contains("--overwrite"))
      #expect(try check.place.bytes("report/report.json") == first)
      try await check.report([try check.plan("[[60, 44], [61, 44]]", "away")], ["--overwrite"])
      #expect(try check.place.bytes("report/report.json") != first)
      _ = try check.place.write("mine", "report/notes.txt")
      let stranger = await check.check([plan], ["--overwrite"])
      #expect(stranger.code == .cannotWrite && stranger.err.contains("notes.txt"))
    }
  }

  @Test func `the bytes depend neither on the jobs nor on what is stored`() async throws {
    try await withWorkplace { place in
      let atlas = try AtlasPlace(place)
      let check = CheckPlace(place: place, configuration: try atlas.configuration(movements: 20))
      let plan = try check.plan(CheckPlace.across)
      func report(_ out: String, _ units: String, _ jobs: String) async throws {
        let words = ["--units", place.path(units), "--jobs", jobs]
        try await check.report([plan], words, out: out, mitigate: 1)
      }
      try await report("first", "units", "1")
      try await report("second", "units", "1")
      try await report("third", "others", "4")
      try atlas.expectSame("first", "second")
      try atlas.expectSame("first", "third")
      #expect(try check.rows("mitigation", of: "first").contains { $0["rank"] == "1" })
    }
  }

  @Test func `what fails leaves nothing behind`() async throws {
    try await withCheck { check in
      let plan = try check.plan(CheckPlace.across)
      let before = try check.place.names()
      let noAreas = await check.check([plan], ["--areas", check.place.path("none.geojson")])
      #expect(noAreas.code == .missingInput, "\(noAreas.err)")
      let noPlan = await check.check([plan, check.place.path("none.geojson")])
      #expect(noPlan.code == .missingInput, "\(noPlan.err)")
      let list = check.place.path("none.csv")
      let noList = await check.check([plan], ["--passages", list])
      #expect(noList.code == .missingInput && noList.err.contains("none.csv"), "\(noList.err)")
      let attributes = try check.place.write("{class: }", "attributes.json")
      let noWord = await check.check([plan], ["--attributes", attributes])
      #expect(noWord.code == .badData, "\(noWord.err)")
      #expect(try Set(check.place.names()).subtracting(before) == ["attributes.json"])
    }
  }
}
