import Formats
import Foundation
import TestSupport
import Testing

@testable import Commands

/// The report on paper.
struct CheckPaperTests {
  @Test(
    .enabled(if: HeadlessBrowser.isInstalled, Comment(rawValue: HeadlessBrowser.needsBrowser)),
    .enabled(if: PrintedPages.isInstalled, Comment(rawValue: PrintedPages.needsProgram)),
    .timeLimit(.minutes(20)))
  func `the paper says in its first sentences what the tables say`() async throws {
    try await withCheck { check in
      try await check.report([try check.plan(CheckPlace.across)], ["--pdf"], mitigate: 1)
      let pages = try PrintedPages.texts(of: check.place.path("report/report.pdf"))
      #expect(pages.count > 3)
      let text = pages.joined(separator: " ").split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
      let plan = try #require(try check.rows("plans").first)
      let saiga = try #require(
        try check.rows("effects").first { $0["species"] == "saiga" && $0["region"] == "" })
      let inside = try #require(
        try check.rows("areas").first { $0["kind"] == "range" && $0["area"] == "saiga" })
      // What it crosses, in kilometres.
      #expect(text.contains("\(grouped(try plan.number("length_m") / 1000, decimals: 1)) km"))
      #expect(
        text.contains(
          "Saiga antelope \(grouped(try inside.number("inside_m") / 1000, decimals: 1)) km"))
      // What it takes, from the first species to the last.
      #expect(text.contains("does most to the range of the Saiga antelope"))
      for column in ["eca_before_km2", "eca_after_km2"] {
        #expect(text.contains("\(grouped(try saiga.number(column), decimals: 0)) km²"), "\(column)")
      }
      #expect(text.contains("by \(grouped(100 * (try saiga.number("eca_loss")), decimals: 1)) %"))
      // What helps.
      #expect(text.contains("For the range of the Saiga antelope: built without fences"))
      #expect(text.contains("1 passage on the plan would bring back"))
      // The manifest says nothing of the paper, which carries the moment of its printing.
      #expect(!(try check.text("manifest.json").contains("report.pdf")))
    }
  }

  @Test func `a browser that prints nothing leaves nothing, and the message names the file`()
    async throws
  {
    try await withCheck { check in
      let browser = try check.place.write("#!/bin/sh\nexit 7\n", "browser")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: browser)
      let plan = try check.plan(CheckPlace.across)
      let before = Set(try check.place.names())
      let run = try KulanProcess.run(
        "check", plan, "--atlas", check.configuration, "--mitigate", "0", "--pdf", "--out",
        check.place.path("report"), environment: ["KULAN_BROWSER": browser])
      #expect(run.code == ExitCode.cannotWrite.rawValue, "\(run.err)")
      #expect(run.err.contains("printed no \(check.place.path("report/report.pdf"))"), "\(run.err)")
      // What the atlas computed for it is kept.
      #expect(Set(try check.place.names()).subtracting(before).isSubset(of: ["atlas-units"]))
    }
  }
}
