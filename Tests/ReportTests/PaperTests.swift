import Formats
import Foundation
import Geometry
import TestSupport
import Testing

@testable import Report

@Suite(
  .serialized,
  .enabled(if: HeadlessBrowser.isInstalled, Comment(rawValue: HeadlessBrowser.needsBrowser)),
  .enabled(if: PrintedPages.isInstalled, Comment(rawValue: PrintedPages.needsProgram)))
struct PaperTests {
  /// Prints a page and returns the lines of every sheet that hold anything.
  private func sheets(_ page: Page) throws -> [[String]] {
    let html = try page.html()
    return try TestFiles.withFolder { folder in
      let path = folder.appendingPathComponent("page.pdf").path
      try HeadlessBrowser.print(html, to: path)
      return try PrintedPages.texts(of: path).map { text in
        text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
          .filter { !$0.isEmpty }
      }
    }
  }

  @Test func `every sheet has its number, and all but the first the title`() throws {
    var page = try SamplePage.page()
    page.title = "A 'title' of \"quotes\" \\ and </style> – Сайгачий"
    let sheets = try sheets(page)
    #expect(sheets.count > 2)
    for (index, sheet) in sheets.enumerated() {
      #expect(sheet.last?.replacing(" ", with: "") == "\(index + 1)/\(sheets.count)")
      #expect(index == 0 || sheet.first == page.title)
    }
  }

  @Test func `sections and contents are numbered alike`() throws {
    let text = try sheets(try SamplePage.page()).flatMap(\.self)
    for (index, section) in try SamplePage.page().sections.enumerated() {
      let entry = try Regex("\\b\(index + 1)\\s+\(section.title)")
      #expect(text.count { $0.contains(entry) } == 2, "\(section.title)")
    }
  }

  @Test func `all rows and explanations are there, and nothing to click on`() throws {
    let lines = try sheets(try SamplePage.page()).flatMap(\.self)
    for row in 1...60 { #expect(lines.contains { $0.hasPrefix("Line \(row) ") }, "row \(row)") }
    let text = lines.joined(separator: "\n")
    #expect(text.contains("Geodesic length."))
    for word in ["Filter rows", "Show all", "of 60 rows", "Drag to move", "Skip to"] {
      #expect(!text.contains(word), "\(word)")
    }
  }

  @Test func `no heading and no head of a table is last on a sheet`() throws {
    var random = SeededGenerator(seed: 20)
    let sections = (1...24).map { number in
      let count = Int.random(in: 3...40, using: &random)
      let paragraphs = (0..<Int.random(in: 1...7, using: &random)).map { index in
        Block.paragraph(
          Prose(String(repeating: "word ", count: 20 + 17 * index + number) + "end."))
      }
      return Section(
        "Chapter \(number)", anchor: "s\(number)",
        paragraphs + [
          .heading("Heading \(number)"), .table(Self.table(rows: count)),
          .heading("Second \(number)"), .table(Self.table(rows: 12)),
        ])
    }
    let sheets = try sheets(Page("Long", sections: sections))
    #expect(sheets.count > 10)
    for sheet in sheets {
      let last = try #require(sheet.dropLast().last)
      #expect(
        last.hasSuffix("word") || last.hasSuffix("end.") || last.hasPrefix("row")
          || last.hasSuffix("explained here"), "\(last)")
    }
  }

  private static func table(rows: Int) -> DataTable {
    DataTable(
      "Caption",
      columns: [
        TableColumn("Name"),
        TableColumn("Number", .number(decimals: 0), explanation: "explained here"),
      ],
      rows: (0..<rows).map { [.text("row \($0)"), .integer(Int64($0))] })
  }

  @Test func `a wide table turns its sheet and loses no column`() throws {
    let columns = (1...16).map { TableColumn("measure\($0)", .number(decimals: 1)) }
    let table = DataTable(
      "Wide", columns: [TableColumn("Name")] + columns,
      rows: (0..<5).map { row in
        [.text("row \(row)")] + columns.indices.map { .real(Double(10_000 * row + $0)) }
      })
    let sheets = try sheets(
      Page(
        "Wide", sections: [Section("A", anchor: "a"), Section("B", anchor: "b", [.table(table)])]))
    let turned = try #require(sheets.last)
    #expect(turned.contains { $0.contains("B") && !$0.contains("measure1") })
    let head = turned.first { $0.contains("measure1 ") } ?? ""
    #expect((1...16).allSatisfy { head.contains("measure\($0)") }, "\(turned)")
    #expect(turned.contains { $0.hasSuffix("40,015.0") })
  }

  @Test func `a table takes the first fit that has room for it`() {
    func fit(_ columns: Int, letters: Int) -> PaperFit {
      let table = DataTable(
        "T", columns: (0..<columns).map { _ in TableColumn("c", .number(decimals: 0)) },
        rows: [Array(repeating: .text(String(repeating: "9", count: letters)), count: columns)])
      return PaperFit(of: table, .english)
    }
    #expect(fit(8, letters: 10) == .plain)
    #expect(fit(10, letters: 10) == .dense)
    #expect(fit(12, letters: 10) == .sideways)
    #expect(fit(14, letters: 10) == .denseSideways)
    #expect(fit(60, letters: 10) == .broken)
    let fits = (1...40).map { PaperFit.allCases.firstIndex(of: fit($0, letters: 7)) ?? 9 }
    #expect(fits == fits.sorted())
  }
}
