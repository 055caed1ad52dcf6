import Assessment
import Atlas
import Connectivity
import Formats
import Geometry
import Permeability
import TestSupport
import Testing

@testable import Report

struct AssessmentPageTests {
  private static let near = SmallAtlas.railway(
    [(57.0, 43.9), (57.1, 45.1)], named: "west", structures: [20_000, 60_000])
  private static let far = SmallAtlas.railway(SmallAtlas.across, named: "east")
  private static let away = SmallAtlas.railway([(60, 44), (61, 44.2)], named: "away")

  private typealias Report = (page: Page, assessment: Assessment)

  /// The report of one plan, and that of two; both are made once for all tests.
  private static let one = Task { try await report(of: [near], criteria: ["ECA_loss>0.01%"]) }
  private static let two = Task { try await report(of: [near, far], criteria: ["ECA_loss>99%"]) }

  /// The report of some plans.
  private static func report(
    of plans: [Plan], criteria: [String] = []
  ) async throws -> Report {
    try await TestFiles.withFolder { folder in
      var settings = AssessmentSettings()
      settings.mitigation.count = 1
      let assessment = try await Assessment(
        of: plans, in: try await SmallAtlas(units: folder, movements: 50).atlas,
        settings: settings)
      let page = AssessmentPage(
        assessment, date: "2026-11-22", criteria: try criteria.map(GateCriterion.init),
        data: ["plans": .integer(1)])
      return (page.page(), assessment)
    }
  }

  private func tree(_ page: Page) throws -> MarkupTree {
    let body = try page.sections.map { try $0.html(.english) }.joined()
    return try #require(MarkupTree.parse("<main>\(body)</main>"))
  }

  private static let whole = [
    "Summary", "Plans", "Map", "Along the line", "What is crossed", "Permeability", "Effect",
    "Cumulative effect", "Alternatives", "Mitigation", "What applies", "What is missing",
    "How it was computed", "What the numbers are not", "Data",
  ]

  @Test func `a report has its parts in their order, and every table its headings`() async throws {
    let (page, _) = try await Self.one.value
    #expect(page.sections.map(\.title) == Self.whole)
    let tree = try tree(page)
    #expect(tree.all("table").count > 12)
    for table in tree.all("table") {
      let heads = table.first("thead")?.all("th") ?? []
      #expect(heads.count > 1 && heads.allSatisfy { $0.attributes["scope"] == "col" })
      #expect(table.first("caption")?.allText.isEmpty == false)
    }
    let ids = tree.all("section").compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
  }

  @Test func `the page says the numbers of the assessment`() async throws {
    let (page, assessment) = try await Self.one.value
    let text = try tree(page).allText
    let effects = assessment.alternatives[0].effects
    try #require(!effects.isEmpty)
    for effect in effects {
      #expect(text.contains(grouped(effect.after.connectedArea.central, decimals: 0)))
      #expect(text.contains(grouped(effect.cutOff, decimals: 0)))
    }
    for found in assessment.alternatives[0].permeability {
      #expect(text.contains(grouped(found.permeability.central, decimals: 3)))
    }
    for area in assessment.alternatives[0].contacts.areas {
      #expect(text.contains(grouped(area.insideLength / 1000, decimals: 2)))
    }
  }

  @Test func `the first sheet has three sentences with numbers, and warns of drawings`()
    async throws
  {
    for task in [Self.one, Self.two] {
      let (page, _) = try await task.value
      let summary = try #require(try tree(page).all("section").first)
      let sentences = try #require(summary.first("ol")).all("li").map(\.allText)
      #expect(sentences.count == 3)
      #expect(sentences.allSatisfy { $0.contains(where: \.isNumber) })
      #expect(sentences[1].contains("ECA") && sentences[1].contains("ends"))
      #expect(summary.allText.contains("nothing in it is a finding"))
    }
  }

  @Test func `several plans are told apart in every table`() async throws {
    let (page, _) = try await Self.two.value
    let tree = try tree(page)
    let areas = tree.all("table").filter { $0.first("thead")?.first("th")?.allText == "Plan" }
    #expect(areas.count > 10)
    let ranking = try #require(
      tree.all("table").first { $0.first("caption")?.allText == "Alternatives, the best first" })
    let names = ranking.all("tr").dropFirst().compactMap { $0.first("th")?.allText }
    #expect(names.first == "no project" && Set(names) == ["no project", "west", "east"])
  }

  @Test func `no law and no standard is ever said to be kept`() async throws {
    let (page, _) = try await Self.one.value
    let text = try page.html().lowercased()
    for word in ["complies", "compliant", "is critical habitat"] { #expect(!text.contains(word)) }
  }

  @Test func `criteria that are met are warned of on the first sheet, others are told`()
    async throws
  {
    let (met, assessment) = try await Self.one.value
    #expect(!assessment.findings(of: [try GateCriterion("ECA_loss>0.01%")]).isEmpty)
    #expect(try tree(met).all("section")[0].allText.contains("ECA_loss>0.01% is met"))
    let (kept, _) = try await Self.two.value
    #expect(try tree(kept).all("section")[0].allText.contains("None of the criteria"))
  }

  @Test func `a plan that meets nothing has a short page that says what was looked at`()
    async throws
  {
    let (page, assessment) = try await Self.report(of: [Self.away])
    #expect(assessment.alternatives[0].effects.isEmpty)
    #expect(page.sections.count < Self.whole.count)
    #expect(page.sections.prefix(2).map(\.title) == ["Summary", "What was looked at"])
    let text = try tree(page).allText
    #expect(text.contains("enters no range and no region"))
    #expect(text.contains("Saiga antelope") && text.contains("Elsewhere"))
    #expect(!text.contains("Equivalent connected area"))
  }

  @Test func `a plan outside of all that the atlas holds is told so`() async throws {
    let (page, _) = try await Self.report(of: [
      SmallAtlas.railway([(10, 50), (11, 50)], named: "swapped")
    ])
    #expect(try tree(page).allText.contains("swapped lies outside of the extent of the atlas"))
  }

  @Test(.enabled(if: HeadlessBrowser.isInstalled, Comment(rawValue: HeadlessBrowser.needsBrowser)))
  func `a browser has nothing to complain of, and asks for nothing`() async throws {
    let (page, _) = try await Self.two.value
    let html = try page.html()
    for word in [" src=", "@import", "url(", "<link", "<iframe", "fetch("] {
      #expect(!html.contains(word))
    }
    let visit = try HeadlessBrowser.visit(
      html, script: "report(document.querySelectorAll('figure').length)")
    #expect(visit.complaints.isEmpty)
    #expect((visit.reports.first.flatMap(Int.init) ?? 0) >= 5)
  }
}
