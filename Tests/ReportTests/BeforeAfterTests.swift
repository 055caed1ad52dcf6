import Permeability
import TestSupport
import Testing

@testable import Report

@Suite struct BeforeAfterTests {
  private func drawing(_ figure: BeforeAfter) throws -> MarkupTree {
    let tree = try #require(MarkupTree.parse(figure.html(.english)))
    return try #require(tree.all("svg").first { $0.attributes["role"] == "img" })
  }

  private func lengths(_ tree: MarkupTree, _ kind: String) -> [Double] {
    tree.all("rect").filter { $0.attributes["class"] == kind }
      .compactMap { $0.attributes["width"].flatMap(Double.init) }
  }

  @Test(arguments: [
    (200, 150, "−25 %"), (200, 201, "+0.5 %"), (3, 2, "−33.3 %"), (5, 5, "0 %"), (5, 0, "−100 %"),
    (0, 5, "–"), (100_000, 99_999, "> −0.1 %"), (100_000, 100_001, "< +0.1 %"),
    (1, 100, "+9,900 %"),
  ])
  func `the change is a part of what was before`(before: Double, after: Double, text: String) {
    let row = BeforeAfter.Row("r", before: Estimate(before), after: Estimate(after))
    #expect(row.changeText == text)
    #expect(row.change == (before > 0 ? after / before - 1 : nil))
  }

  @Test func `bars on a shared axis are as long as their numbers`() throws {
    let svg = try drawing(SampleCharts.beforeAfter(.shared))
    let before = lengths(svg, "before")
    let unit = 478 / (84_200 * 1.15)
    for (length, number) in zip(before, [84_200, 1210, 400] as [Double]) {
      #expect(abs(length - max(number * unit, 1.5)) < 0.06)
    }
    #expect(before.count == 4 && lengths(svg, "after").count == 4)
    #expect(svg.all("path").count { $0.attributes["class"] == "whisker" } == 4)
  }

  @Test func `relative bars before are all equal, and nothing before has none`() throws {
    let svg = try drawing(SampleCharts.beforeAfter(.relative))
    let before = lengths(svg, "before")
    #expect(before.count == 3 && Set(before).count == 1)
    let after = lengths(svg, "after")
    #expect(abs(after[0] / before[0] - 61_300 / 84_200) < 1e-3)
    #expect(after[2] == before[2])
  }

  @Test func `all numbers can be read without seeing the bars`() throws {
    let svg = try drawing(SampleCharts.beforeAfter(.relative))
    let summary = try #require(svg.first("desc")).text
    #expect(
      summary.contains(
        "Saiga, Ustyurt: 84,200 (67,360 – 96,830) → 61,300 (49,040 – 70,495) km², −27.2 %"))
    #expect(summary.contains("Urial: 0 → 0 km², –"))
  }

  @Test func `a figure without rows is drawn`() throws {
    let figure = BeforeAfter(id: "f", title: "T", decimals: 0)
    #expect(try drawing(figure).all("rect").isEmpty)
  }
}
