import Foundation
import TestSupport
import Testing

@testable import Commands

/// An edition of a tiny atlas: two species, two regions, two scenarios.
struct TinyEdition {
  /// `index.html`.
  let page: String
  /// The rows of `connectivity.csv` by the names of columns.
  let connectivity: [[String: String]]
  /// `atlas.gpkg`.
  private let geoPackage: Data

  /// The one that all tests look at; building it takes some seconds.
  static let shared = Task { try await TinyEdition() }

  private init() async throws {
    (page, connectivity, geoPackage) = try await withWorkplace { place in
      for name in ["barriers", "ranges"] {
        try FileManager.default.copyItem(
          atPath: TestFiles.fixture("input/connectivity-\(name).geojson"),
          toPath: place.path("\(name).geojson"))
      }
      _ = try place.write(Self.regions, "regions.geojson")
      let atlas = try place.write(Self.configuration, "atlas.json")
      let run = await CommandRun(
        ["atlas", "build", atlas, "--out", place.path("edition"), "--quiet"], in: place.folder)
      try #require(run.code == .done, "\(run.err)")
      return (
        String(decoding: try place.bytes("edition/index.html"), as: UTF8.self),
        try place.rows("edition/connectivity.csv"),
        try place.bytes("edition/atlas.gpkg")
      )
    }
  }

  /// The rows of a query of the GeoPackage, as text.
  func rows(of sql: String, columns: Int) throws -> [[String]] {
    try TestFiles.withFolder { folder in
      try geoPackage.write(to: folder.appendingPathComponent("atlas.gpkg"))
      return try Workplace(folder: folder).rows(of: sql, in: "atlas.gpkg", columns: columns)
    }
  }

  private static let configuration = """
    {
      title: "A tiny <atlas>", date: "2026-03-04", licence: "ODbL 1.0", contact: "a@example.org",
      sources: {
        barriers: [{ file: "barriers.geojson", credit: "© Somebody", licence: "ODbL 1.0" }],
        ranges: [{ file: "ranges.geojson", credit: "drawn for a test", schematic: true }],
        regions: [{ file: "regions.geojson" }],
      },
      scenarios: [
        { name: "baseline", description: "as it is" },
        { name: "planned", description: "with plans", status: ["existing", "planned"] },
      ],
      settings: { movements: 20 },
      seed: 3,
    }
    """

  private static let regions = """
    {"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{"name":"West"},"geometry":{"type":"Polygon","coordinates":
    [[[55.5,43.5],[57.2,43.5],[57.2,45.5],[55.5,45.5],[55.5,43.5]]]}},
    {"type":"Feature","properties":{"name":"East"},"geometry":{"type":"Polygon","coordinates":
    [[[57.2,43.5],[59,43.5],[59,45.5],[57.2,45.5],[57.2,43.5]]]}}]}
    """
}

@Suite(.serialized) struct AtlasPageTests {
  private static let helpers = """
    const map = document.querySelector("figure.map");
    const svg = map.querySelector(".frame svg");
    const press = (key) => svg.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true}));
    const shown = () => [...svg.querySelectorAll("[data-layer]")]
      .filter((layer) => getComputedStyle(layer).display !== "none")
      .map((layer) => layer.dataset.layer).join(" ");
    const table = document.querySelector("#ranges table");
    const rows = (table) => [...table.tBodies[0].rows].filter((row) => !row.hidden);
    const cell = (row, index) => row.cells[index].dataset.v ?? row.cells[index].textContent;
    const sort = (table, index) => table.tHead.rows[0].cells[index].querySelector("button").click();

    """

  @Test(.enabled(if: HeadlessBrowser.isInstalled, Comment(rawValue: HeadlessBrowser.needsBrowser)))
  func `a reader moves the map, chooses species and reads the numbers of connectivity.csv`()
    async throws
  {
    let edition = try await TinyEdition.shared.value
    let visit = try HeadlessBrowser.visit(
      edition.page, script: Self.helpers + Self.script)
    #expect(visit.complaints == [])
    let answers = visit.reports
    try #require(answers.count == 9, "\(answers)")
    let (range, plans) = ("regions patches-asiatic_wild_ass", "added-1-asiatic_wild_ass")
    #expect(answers[0] == "\(range) pieces-asiatic_wild_ass \(plans)")
    #expect(answers[1] == "regions patches-saiga pieces-saiga added-1-saiga")
    #expect(answers[2] == "regions patches-saiga added-1-saiga")
    #expect(answers[3] == "\(range) \(plans)")
    #expect(answers[4].contains("translate(-") && answers[4].hasSuffix("scale(1.5)"))
    let whole = edition.connectivity.filter { $0["region"] == "" }
    let numbers = whole.compactMap { $0["eca_km2"].flatMap(Double.init) }
    #expect(numbers.count == 4)
    func read(_ text: String) -> [Double] { text.split(separator: ",").compactMap { Double($0) } }
    #expect(read(answers[5]) == numbers.sorted())
    #expect(read(answers[6]) == numbers.sorted(by: >))
    #expect(answers[7].contains(" – "), "bounds stand below the number")
    let regions = edition.connectivity.filter { $0["region"] != "" }
    #expect(answers[8] == "\(regions.count)")
  }

  private static let script = """
    report(shown());
    const [ass, saiga] = map.querySelectorAll(".choices input");
    saiga.click(); report(shown());
    map.querySelector(".legend input[value~=pieces-saiga]").click(); report(shown());
    ass.click(); report(shown());
    press("+"); report(svg.querySelector(".view").getAttribute("transform"));
    sort(table, 3); report(rows(table).map((row) => cell(row, 3)));
    sort(table, 3); report(rows(table).map((row) => cell(row, 3)));
    report(rows(table)[0].cells[3].querySelector(".bounds").textContent);
    report(rows(document.querySelector("#regions table")).length);
    """

  @Test func `the page carries the numbers of connectivity.csv as JSON`() async throws {
    let edition = try await TinyEdition.shared.value
    let page = edition.page
    let start = try #require(page.range(of: "id=\"data\">")).upperBound
    let end = try #require(page[start...].range(of: "</script>")).lowerBound
    let data = try JSONSerialization.jsonObject(with: Data(page[start..<end].utf8))
    let ranges = try #require((data as? [String: Any])?["ranges"] as? [[String: Any]])
    let rows = edition.connectivity
    #expect(ranges.count == rows.count && !rows.isEmpty)
    for (range, row) in zip(ranges, rows) {
      #expect(Set(range.keys) == Set(row.keys))
      for (name, value) in range {
        let text = try #require(row[name])
        switch value {
        case is NSNull: #expect(text.isEmpty)
        case let number as NSNumber: #expect(Double(text) == number.doubleValue, "\(name)")
        default: #expect(value as? String == text)
        }
      }
    }
  }

  @Test func `the page is honest, and says whose data it holds`() async throws {
    let edition = try await TinyEdition.shared.value
    let page = edition.page
    for text in [
      "A tiny &lt;atlas&gt;", "What follows from the drawings", "is the least connected",
      "The scenario <strong>planned</strong> changes the ECA of", "derivative database",
      "© Somebody (ODbL 1.0)", "Licence of this edition: ODbL 1.0", "Whom to ask: a@example.org",
      "Only in the scenario planned",
    ] {
      #expect(page.contains(text), "\(text)")
    }
    #expect(!page.contains("src=\"http") && !page.contains("url(http"))
  }

  @Test(.enabled(if: HeadlessBrowser.isInstalled, Comment(rawValue: HeadlessBrowser.needsBrowser)))
  func `without scripts the first species and all rows are there`() async throws {
    let edition = try await TinyEdition.shared.value
    let visit = try HeadlessBrowser.visit(edition.page, scripts: false)
    #expect(visit.document.contains("data-layer=\"pieces-asiatic_wild_ass\" data-choice=\"0\">"))
    #expect(
      visit.document.contains("data-layer=\"pieces-saiga\" data-choice=\"1\" display=\"none\">"))
    #expect(!visit.document.contains("<tr hidden"))
  }
}

@Suite struct AtlasDescriptionTests {
  @Test func `every layer of the GeoPackage has a style that QGIS can read`() async throws {
    let edition = try await TinyEdition.shared.value
    let layers = try edition.rows(
      of:
        "SELECT table_name FROM gpkg_contents WHERE data_type = 'features' ORDER BY 1",
      columns: 1
    ).map { $0[0] }
    #expect(layers.contains("barriers") && layers.contains("regions"))
    let styles = try edition.rows(
      of:
        "SELECT f_table_name, styleQML, styleSLD FROM layer_styles WHERE useAsDefault = 1 "
        + "ORDER BY 1", columns: 3)
    #expect(styles.map { $0[0] } == layers)
    for style in styles {
      let qml = try #require(MarkupTree.parse(style[1]), "\(style[0])")
      #expect(qml.name == "qgis" && qml.first("renderer-v2") != nil)
      #expect(MarkupTree.parse(style[2])?.name == "StyledLayerDescriptor")
    }
    let regions = try #require(styles.first { $0[0] == "regions" })
    let values = MarkupTree.parse(regions[1])?.all("category").map { $0.attributes["value"] }
    #expect(values == ["West", "East", ""])
  }

  @Test func `every layer and the whole file have metadata of the day of the edition`()
    async throws
  {
    let edition = try await TinyEdition.shared.value
    let found = try edition.rows(
      of:
        """
        SELECT r.reference_scope, coalesce(r.table_name, ''), m.md_standard_uri, m.metadata, \
        r.timestamp FROM gpkg_metadata_reference r JOIN gpkg_metadata m ON r.md_file_id = m.id
        """, columns: 5)
    let layers = try edition.rows(
      of:
        "SELECT table_name FROM gpkg_contents WHERE table_name <> 'layer_styles'", columns: 1)
    #expect(Set(found.map { $0[1] }) == Set(layers.map { $0[0] } + [""]))
    #expect(found.count == 2 * (layers.count + 1))
    #expect(found.allSatisfy { $0[4] == "2026-03-04T00:00:00.000Z" })
    #expect(found.filter { $0[0] == "geopackage" }.count == 2)
    for row in found {
      let document = try #require(MarkupTree.parse(row[3]), "\(row[1])")
      #expect(document.allText.contains("2026-03-04"))
      #expect(document.allText.contains("A tiny <atlas>"))
      #expect(document.allText.contains("© Somebody (ODbL 1.0)"))
      #expect(document.allText.contains("random seed 3"))
      #expect(document.allText.contains("schematic drawings"))
      #expect(document.allText.contains("a@example.org"))
    }
    let file = try #require(found.first { $0[0] == "geopackage" && $0[2].contains("qgis") })
    let box = MarkupTree.parse(file[3])?.first("spatial")?.attributes
    #expect(box?["minx"] == "55.5" && box?["maxy"] == "45.5")
  }
}
