import Formats
import Foundation
import Testing

@testable import Report

@Suite struct PageTests {
  @Test func `a page asks for nothing and forbids asking`() throws {
    let html = try SamplePage.page().html()
    #expect(html.hasPrefix("<!doctype html>\n<html lang=\"en\" style=\"--title: "))
    #expect(html.contains(">\n<head>\n<meta charset=\"utf-8\">"))
    #expect(
      html.contains(
        "content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
          + "img-src data:\""))
    for word in [" src=", "@import", "url(", "<link", "<iframe", "fetch(", "XMLHttpRequest"] {
      #expect(!html.contains(word), "\(word)")
    }
  }

  @Test func `the same page gives the same bytes`() throws {
    #expect(try SamplePage.page().html() == SamplePage.page().html())
  }

  @Test func `contents lead to every section, and names are unique`() throws {
    let html = try SamplePage.page().html()
    let ids = html.matches(of: /\bid="([^"]+)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    for anchor in html.matches(of: /href="#([^"]+)"/).map({ String($0.1) }) {
      #expect(ids.contains(anchor))
    }
    for section in try SamplePage.page().sections {
      #expect(html.contains("<li><a href=\"#\(section.anchor)\">\(section.title)</a></li>"))
    }
  }

  @Test func `nothing in the data ends their element`() throws {
    let page = Page("T", data: ["text": "</script><!--<b>", "n": .integer(3)])
    let html = try page.html()
    let match = try #require(
      html.firstMatch(of: /<script type="application\/json" id="data">\n(.*?)\n<\/script>/))
    #expect(!match.1.contains("<"))
    let data = try JSONSerialization.jsonObject(with: Data(match.1.utf8)) as? [String: Any]
    #expect(data?["text"] as? String == "</script><!--<b>")
    #expect(data?["n"] as? Int == 3)
  }

  @Test func `titles and texts are escaped wherever they stand`() throws {
    let mean = "<img onerror='x'>&\""
    let page = Page(
      mean, subtitle: Prose(mean),
      sections: [
        Section(
          mean, anchor: "a",
          [
            .heading(mean), .paragraph(Prose(mean)), .note(Prose(mean)), .warning(Prose(mean)),
            .keyFigures([KeyFigure(mean, mean, unit: mean, remark: Prose(mean))]),
            .definitions([Definition(Prose(mean), Prose(mean))]), .list([Prose(mean)]),
            .table(
              DataTable(
                Prose(mean), columns: [TableColumn(mean, unit: mean, explanation: mean)],
                rows: [[.text(mean)]])),
            .map(MapPicture(id: "m", title: mean)),
          ]),
        Section("b", anchor: "b"),
      ], credits: [Prose(mean)])
    let html = try page.html()
    #expect(!html.contains("<img"))
    #expect(html.components(separatedBy: mean.escaped).count > 20)
  }
}
