import Formats
import Testing

@testable import Report

@Suite struct DataTableTests {
  private func cell(
    _ value: Value, _ kind: TableColumn.Kind, isHeader: Bool = false
  ) -> String {
    TableCell(value: value, column: TableColumn("c", kind), texts: .english)
      .html(isHeader: isHeader)
  }

  @Test func `numbers are grouped and keep what they are sorted by`() {
    #expect(
      cell(.real(1234567.891), .number(decimals: 1))
        == "<td class=\"n\" data-v=\"1234567.891\">1,234,567.9</td>")
    #expect(
      cell(.integer(1234), .number(decimals: 0)) == "<td class=\"n\" data-v=\"1234\">1,234</td>")
    #expect(
      cell(.integer(3), .number(decimals: 2)) == "<td class=\"n\" data-v=\"3\">3.00</td>")
    #expect(
      cell(.real(-0.0001), .number(decimals: 2))
        == "<td class=\"n\" data-v=\"-0.0001\">0.00</td>")
  }

  @Test(arguments: [Value.null, .real(.nan), .real(.infinity), .text("")])
  func `what is not known says so`(value: Value) {
    let dash = "<td class=\"none\" aria-label=\"not known\">–</td>"
    for kind in [TableColumn.Kind.text, .number(decimals: 1), .share(decimals: 2)] {
      #expect(cell(value, kind) == dash)
    }
  }

  @Test func `a share has a bar that stays within its room`() {
    #expect(
      cell(.real(0.254), .share(decimals: 2))
        == "<td class=\"n\" data-v=\"0.254\"><span class=\"bar\" style=\"--share:25%\"></span>"
        + "0.25</td>")
    #expect(cell(.real(7), .share(decimals: 0)).contains("--share:100%"))
    #expect(cell(.real(-7), .share(decimals: 0)).contains("--share:0%"))
  }

  @Test func `a category is a swatch and its word, in the order of the classes`() {
    let readings = TableColumn.Kind.category(SymbolClass.readings)
    #expect(cell(.text("severe"), readings).hasPrefix("<td data-v=\"1\"><span class=\"swatch\""))
    #expect(cell(.text("severe"), readings).hasSuffix("</span>severe</td>"))
    #expect(cell(.text("other"), readings) == "<td>other</td>")
  }

  @Test func `truth is said in words and text in a number column stays text`() {
    #expect(cell(.boolean(true), .text) == "<td>yes</td>")
    #expect(cell(.boolean(false), .text) == "<td>no</td>")
    #expect(cell(.text("12+350"), .number(decimals: 1)) == "<td class=\"n\">12+350</td>")
  }

  @Test func `a table has a caption, scopes and all its rows`() {
    let html = SamplePage.table(rows: 300).html(.english)
    #expect(html.contains("<caption>Pieces of barriers in ranges</caption>"))
    #expect(html.matches(of: /<th scope="col"/).count == 7)
    #expect(html.matches(of: /<tr><th scope="row">/).count == 300)
    #expect(html.matches(of: /<tr>/).count == 301)
    #expect(html.contains("<abbr title=\"Geodesic length.\">Length</abbr>"))
    #expect(html.contains("<dt>Length</dt><dd>Geodesic length.</dd>"))
    #expect(!html.contains("hidden"), "without scripts all rows are shown")
  }

  @Test func `the first column is a header only where it names the rows`() {
    let table = DataTable(
      "t", columns: [TableColumn("a"), TableColumn("b")], rows: [[.text("x"), .text("y")]],
      hasRowHeaders: false)
    #expect(table.html(.english).contains("<tr><td>x</td><td>y</td></tr>"))
  }
}
