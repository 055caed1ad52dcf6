import Formats
import Foundation
import TestSupport
import Testing

@testable import Report

/// Words for scripts of tests.
private let helpers = """
  const map = document.querySelector("figure.map");
  const svg = map.querySelector(".frame svg");
  const view = () => svg.querySelector(".view").getAttribute("transform");
  const bar = () => svg.querySelector(".scale text").textContent;
  const press = (key) => svg.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true}));
  const point = (name, x, y) => svg.dispatchEvent(new PointerEvent(name,
    {clientX: x, clientY: y, button: 0, pointerId: 1, bubbles: true}));
  const table = document.querySelector("table");
  const column = (index) => [...table.tBodies[0].rows].filter((row) => !row.hidden)
    .map((row) => row.cells[index].dataset.v ?? row.cells[index].textContent);
  const sort = (index) => table.tHead.rows[0].cells[index].querySelector("button").click();
  SVGElement.prototype.setPointerCapture = () => {};
  """

@Suite(
  .serialized,
  .enabled(if: HeadlessBrowser.isInstalled, Comment(rawValue: HeadlessBrowser.needsBrowser)))
struct BrowserTests {
  private func reports(_ script: String) throws -> [String] {
    let visit = try HeadlessBrowser.visit(
      try SamplePage.page().html(), script: helpers + "\n" + script)
    #expect(visit.complaints.prefix(3) == [])
    return visit.reports
  }

  @Test func `a map moves, zooms and comes back`() throws {
    let answers = try reports(
      """
      report(view());
      press("+"); press("+"); press("+"); press("+");
      report(view()); report(bar());
      press("ArrowLeft");
      report(view());
      const box = svg.getBoundingClientRect();
      const size = box.width / 1000;
      point("pointerdown", box.left + 300 * size, box.top + 200 * size);
      point("pointermove", box.left + 250 * size, box.top + 180 * size);
      point("pointerup", box.left + 250 * size, box.top + 180 * size);
      report(view());
      svg.focus();
      svg.dispatchEvent(new WheelEvent("wheel", {deltaY: 400, clientX: box.left, clientY: box.top,
        cancelable: true}));
      report(view());
      press("0");
      report(view());
      for (let i = 0; i < 50; i += 1) map.querySelector(".buttons button").click();
      report(view()); report(bar());
      """)
    func numbers(_ text: String) -> [Double] {
      text.matches(of: /-?\d+(\.\d+)?(e-?\d+)?/).compactMap { Double($0.0) }
    }
    let steps = answers.filter { $0.hasPrefix("translate") }.map(numbers)
    try #require(steps.count == 7 && answers.count == 9)
    #expect(steps[0] == [0, 0, 1])
    #expect(abs(steps[1][2] - 5.0625) < 1e-9)
    #expect(abs(steps[2][0] - steps[1][0] - 100) < 1e-9)
    #expect(abs(steps[3][0] - steps[2][0] + 50) < 0.1)
    #expect(abs(steps[3][1] - steps[2][1] + 20) < 0.1)
    #expect(abs(steps[4][2] - 5.0625 / 2.718281828) < 1e-6)
    #expect(steps[5] == [0, 0, 1])
    #expect(steps[6][2] == 40)
    #expect(answers[2] == "200 km" && answers[8].hasSuffix(" km"), "\(answers)")
  }

  @Test func `the bar is as long as it says at every zoom`() throws {
    let answers = try reports(
      """
      for (let i = 0; i < 9; i += 1) {
        const zoom = Number(view().match(/scale\\((.*)\\)/)[1]);
        const length = Number(svg.querySelector(".scale path").getAttribute("d").match(/h-([\\d.]+)/)[1]);
        report([zoom, length * svg.dataset.km / zoom, bar()].join(";"));
        press("+");
      }
      """)
    try #require(answers.count == 9)
    for answer in answers {
      let parts = answer.split(separator: ";")
      let (number, unit) = (parts[2].split(separator: " ")[0], parts[2].split(separator: " ")[1])
      let km = try #require(Double(number)) * (unit == "m" ? 0.001 : 1)
      #expect(abs((Double(parts[1]) ?? 0) / km - 1) < 1e-3, "\(answer)")
    }
  }

  @Test func `layers are switched, and only those of their map`() throws {
    let answers = try reports(
      """
      const state = (figure, id) => getComputedStyle(figure.querySelector(`[data-layer="${id}"]`)).display;
      const [first, second] = document.querySelectorAll("figure.map");
      const states = () => report([state(first, "roads"), state(first, "ranges"), state(second, "roads")]);
      states();
      first.querySelector("input[value=roads]").click();
      first.querySelector("input[value=ranges]").click();
      states();
      """)
    #expect(answers == ["inline,none,inline", "none,inline,inline"])
  }

  @Test func `a tooltip tells of what is below the pointer`() throws {
    let answers = try reports(
      """
      svg.scrollIntoView({behavior: "instant"});
      const path = svg.querySelector("[data-layer=regions] path");
      const box = path.getBoundingClientRect();
      point("pointermove", box.left + box.width / 2, box.top + box.height / 2);
      const tip = map.querySelector(".tip");
      report(tip.hidden); report(tip.textContent.length > 0);
      svg.dispatchEvent(new PointerEvent("pointerleave"));
      report(tip.hidden);
      """)
    #expect(answers == ["false", "true", "true"])
  }

  @Test func `tables sort by number, text and class, what is not known last`() throws {
    let answers = try reports(
      """
      sort(2); report(column(2)); report(table.tHead.rows[0].cells[2].ariaSort);
      sort(2); report(column(2)); report(table.tHead.rows[0].cells[2].ariaSort);
      sort(0); report(column(0)); report(table.tHead.rows[0].cells[2].ariaSort);
      sort(5); report(column(5));
      document.querySelector(".more").click();
      sort(2); report(column(2));
      """)
    try #require(answers.count == 8)
    let values = SamplePage.table(rows: 60).rows.compactMap { row -> Double? in
      guard case .real(let number) = row[2] else { return nil }
      return number
    }.sorted()
    func numbers(_ text: String) -> [Double] {
      text.split(separator: ",").compactMap { Double($0) }
    }
    #expect(numbers(answers[0]) == Array(values.prefix(25)))
    #expect(answers[1] == "ascending")
    #expect(numbers(answers[2]) == Array(values.reversed().prefix(25)))
    #expect(answers[3] == "descending")
    #expect(answers[4] == (1...25).map { "Line \($0)" }.joined(separator: ","))
    #expect(answers[5] == "none")
    let classes = numbers(answers[6])
    #expect(classes == classes.sorted() && classes.first == 0)
    let all = answers[7].split(separator: ",")
    #expect(all.count == 60 && all.suffix(60 - values.count).allSatisfy { $0 == "–" })
  }

  @Test func `tables are filtered, and say how many rows are shown`() throws {
    let answers = try reports(
      """
      const status = () => report(`${column(0).length}: ${document.querySelector("output").textContent}`);
      const input = document.querySelector(".tools input");
      const type = (text) => { input.value = text; input.dispatchEvent(new Event("input")); };
      status();
      document.querySelector(".more").click();
      status();
      document.querySelector(".more").click();
      type(" LINE 2"); status();
      type("no such row"); status();
      type(""); status();
      report(document.querySelectorAll(".tools").length);
      """)
    #expect(
      answers == [
        "25: 25 of 60 rows", "60: ", "11: 11 of 60 rows", "0: 0 of 60 rows", "25: 25 of 60 rows",
        "1",
      ])
  }

  @Test func `without scripts everything is there to be read`() throws {
    let visit = try HeadlessBrowser.visit(try SamplePage.page().html(), scripts: false)
    #expect(visit.document.matches(of: /<th scope="row">/).count == 64)
    #expect(!visit.document.contains("<tr hidden"))
    #expect(visit.document.contains("schematic</text>"))
    #expect(visit.document.contains("1000 km</text>"))
  }

  @Test func `a page that asks the network for something is caught`() throws {
    let html = try SamplePage.page().html().replacingOccurrences(
      of: "</main>", with: "<img src=\"https://example.org/x.png\"></main>")
    #expect(try !HeadlessBrowser.visit(html).complaints.isEmpty)
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment["KULAN_PICTURES"] != nil))
  func `pictures of the sample page`() throws {
    let folder = ProcessInfo.processInfo.environment["KULAN_PICTURES"] ?? ""
    let html = try SamplePage.page().html()
    try Data(html.utf8).write(to: URL(fileURLWithPath: folder + "/sample.html"))
    try HeadlessBrowser.photograph(html, width: 1280, height: 5600, to: folder + "/sample.png")
    try HeadlessBrowser.photograph(html, width: 500, height: 2400, to: folder + "/narrow.png")
    try HeadlessBrowser.print(html, to: folder + "/sample.pdf")
  }
}
