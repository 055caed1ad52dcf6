import Testing

@testable import Commands

/// Plans that touch nothing, and plans that can be none.
struct CheckOddPlanTests {
  @Test func `a plan that touches nothing ends well, and says what was looked at`() async throws {
    try await withCheck { check in
      let run = await check.check([try check.plan("[[60, 44], [60.5, 44.2]]")])
      #expect(run.code == .done, "\(run.err)")
      #expect(run.out.contains("no range of 2 species is met; 2 regions"), "\(run.out)")
      #expect(!run.err.contains("outside"))
      let page = try check.text("report.html")
      for text in ["What was looked at", "Asiatic wild ass", "Saiga antelope", "West"] {
        #expect(page.contains(text), "\(text)")
      }
      #expect(!page.contains("Greatest loss of connected area"))
      for table in ["areas", "contacts", "effects", "permeability", "mitigation"] {
        #expect(try check.rows(table).isEmpty, "\(table)")
      }
      #expect(try check.rows("plans").count == 1)
    }
  }

  @Test func `a plan outside of the atlas is told to be outside`() async throws {
    try await withCheck { check in
      let run = await check.check([try check.plan("[[100, 45], [101, 46]]")])
      #expect(run.code == .done, "\(run.err)")
      #expect(run.err.contains("warning: plan: it lies outside the extent of the atlas"))
      #expect(try check.text("report.html").contains("lies outside of the extent of the atlas"))
    }
  }

  @Test(arguments: [
    // It passes through its own middle: into both ranges and out again.
    ("[[57, 43.9], [57.8, 44.6], [57, 44.6], [57.8, 43.9]]", entries: 1, exits: 1),
    // It lies inside of the range of the saiga, which it enters by beginning there.
    ("[[57.1, 44.1], [57.9, 44.1], [57.9, 44.8], [57.1, 44.8], [57.1, 44.1]]", 0, 0),
  ])
  func `lines that cross themselves or are closed divide what they enclose`(
    coordinates: String, entries: Int, exits: Int
  ) async throws {
    try await withCheck { check in
      try await check.report([try check.plan(coordinates)])
      let whole = try check.rows("effects").filter { $0["region"] == "" }
      #expect(whole.map { $0["species"] } == ["asiatic_wild_ass", "saiga"])
      for row in whole {
        #expect(try row.number("eca_after_km2") < row.number("eca_before_km2"))
        #expect(try row.number("cut_off_km2") > 0)
      }
      let saiga = try #require(
        try check.rows("areas").first { $0["kind"] == "range" && $0["area"] == "saiga" })
      #expect(saiga["entries"] == "\(entries)" && saiga["exits"] == "\(exits)")
    }
  }

  @Test(arguments: [
    (
      "[[57, 44.5], [57, 44.5]]",
      "no line of plan.geojson can be used: a line whose vertices all lie", "right file"
    ),
    ("[[44.1, 57.4], [45.1, 57.4]]", "latitude before longitude", "write longitude first"),
    ("[[570000, 4900000], [580000, 4990000]]", "are no degrees", "--src-crs"),
  ])
  func `what cannot be a plan is refused with a way out`(
    coordinates: String, problem: String, help: String
  ) async throws {
    try await withCheck { check in
      let run = await check.check([try check.plan(coordinates)])
      #expect(run.code == .badData)
      #expect(run.err.contains(problem), "\(run.err)")
      #expect(run.err.contains(" help: ") && run.err.contains(help), "\(run.err)")
      #expect(!check.exists("report"))
    }
  }

  @Test func `metres with their CRS are a plan`() async throws {
    try await withCheck { check in
      let plan = try check.plan("[[532000, 4861000], [536000, 4994000]]")
      let refused = await check.check([plan])
      #expect(refused.err.contains("EPSG:32640"), "\(refused.err)")
      try await check.report([plan], ["--src-crs", "EPSG:32640"])
      #expect(try check.rows("effects").contains { $0["species"] == "saiga" })
    }
  }
}
