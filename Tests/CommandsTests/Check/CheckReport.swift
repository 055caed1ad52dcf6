import Foundation
import TestSupport
import Testing

@testable import Commands

/// One report that several tests look at, kept in memory: a railway with a list of structures.
struct CheckReport {
  /// The files by name.
  let files: [String: Data]
  /// The rows of every table of comma-separated values, by the name of the table.
  let tables: [String: [[String: String]]]
  /// The columns of every such table, in their order.
  let columns: [String: [String]]

  /// The one that all tests look at; making it takes some seconds.
  static let shared = Task { try await CheckReport() }

  private init() async throws {
    (files, tables, columns) = try await withCheck { check in
      let list = try check.place.write(Self.structures, "structures.csv")
      try await check.report(
        [try check.plan(CheckPlace.across)],
        ["--passages", list, "--fail-on", "ECA_loss>99%"], mitigate: 1)
      let names = try FileManager.default.contentsOfDirectory(atPath: check.place.path("report"))
      let files = try names.map { ($0, try check.place.bytes("report/\($0)")) }
      let tables = names.filter { $0.hasSuffix(".csv") }.map { String($0.dropLast(4)) }
      return (
        Dictionary(uniqueKeysWithValues: files),
        Dictionary(uniqueKeysWithValues: try tables.map { ($0, try check.rows($0)) }),
        Dictionary(
          uniqueKeysWithValues: try tables.map { name in
            let first = try check.text("\(name).csv").split(separator: "\n").first ?? ""
            return (name, first.split(separator: ",").map(String.init))
          })
      )
    }
  }

  private static let structures = """
    structure_id,chainage,type,width_m,height_m,length_m
    S1,12+350,underpass,60,6,15
    S2,61.2,underpass,40,5,15

    """

  /// A file as text.
  func text(_ name: String) throws -> String {
    String(decoding: try #require(files[name], "\(name)"), as: UTF8.self)
  }

  /// A file as JSON.
  func json(_ name: String) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: try #require(files[name], "\(name)"))
    return try #require(object as? [String: Any])
  }

  /// The rows of a query of the GeoPackage, as text.
  func rows(of sql: String, columns: Int) throws -> [[String]] {
    try TestFiles.withFolder { folder in
      try files["report.gpkg"]?.write(to: folder.appendingPathComponent("report.gpkg"))
      return try Workplace(folder: folder).rows(of: sql, in: "report.gpkg", columns: columns)
    }
  }
}

/// The files of a report, each held against the others.
struct CheckReportTests {
  @Test func `the hashes of the manifest are those of the files`() async throws {
    let report = try await CheckReport.shared.value
    let outputs = try #require(try report.json("manifest.json")["outputs"] as? [[String: Any]])
    let names = outputs.compactMap { $0["file"] as? String }
    #expect(names == Set(report.files.keys).subtracting(["manifest.json"]).sorted())
    try TestFiles.withFolder { folder in
      for output in outputs {
        let name = try #require(output["file"] as? String)
        let data = try #require(report.files[name])
        #expect(output["bytes"] as? Int == data.count)
        let file = folder.appendingPathComponent(name)
        try data.write(to: file)
        if let hash = try HashProgram.hash(of: file.path) {
          #expect(output["sha256"] as? String == hash, "\(name)")
        }
      }
    }
    let plans = try #require(try report.json("manifest.json")["plans"] as? [[String: Any]])
    #expect(plans.map { $0["plan"] as? String } == ["plan"])
    #expect((plans[0]["sha256"] as? String)?.count == 64)
  }

  @Test func `every column of every table is described`() async throws {
    let report = try await CheckReport.shared.value
    let parts = try report.text("data-dictionary.md").components(separatedBy: "### Columns of ")
    let described = Dictionary(
      uniqueKeysWithValues: parts.dropFirst().map { part in
        let lines = part.split(separator: "\n")
        let names = lines.filter { $0.hasPrefix("| `") }
          .compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }
        return (String(lines[0].dropLast(4)), names)
      })
    #expect(described == report.columns)
    #expect(described.count == 19)
  }

  @Test func `the JSON and the GeoPackage hold the rows of the tables`() async throws {
    let report = try await CheckReport.shared.value
    let json = try report.json("report.json")
    let layers = try report.rows(
      of: "SELECT table_name FROM gpkg_contents WHERE table_name <> 'layer_styles'", columns: 1)
    #expect(Set(layers.map { $0[0] }) == Set(report.tables.keys))
    for (name, rows) in report.tables {
      #expect((json[name] as? [Any])?.count == rows.count, "\(name)")
      let count = try report.rows(of: "SELECT count(*) FROM \"\(name)\"", columns: 1)
      #expect(count == [["\(rows.count)"]], "\(name)")
    }
    for name in ["permeability", "effects", "structures", "mitigation", "checklist"] {
      #expect(report.tables[name]?.isEmpty == false, "\(name)")
    }
  }

  @Test func `layers with places have styles, and all have metadata of the day`() async throws {
    let report = try await CheckReport.shared.value
    let layers = try report.rows(
      of: "SELECT table_name FROM gpkg_contents WHERE data_type = 'features' ORDER BY 1",
      columns: 1
    ).map { $0[0] }
    #expect(layers == ["contacts", "crossings", "mitigation", "plans", "stretches", "structures"])
    let styles = try report.rows(
      of: "SELECT f_table_name, styleQML, styleSLD FROM layer_styles WHERE useAsDefault = 1 "
        + "ORDER BY 1", columns: 3)
    #expect(styles.map { $0[0] } == layers)
    for style in styles {
      #expect(MarkupTree.parse(style[1])?.first("renderer-v2") != nil, "\(style[0])")
      #expect(MarkupTree.parse(style[2])?.name == "StyledLayerDescriptor", "\(style[0])")
    }
    let days = try report.rows(
      of: "SELECT DISTINCT timestamp FROM gpkg_metadata_reference", columns: 1)
    #expect(days == [["2026-11-22T00:00:00.000Z"]])
  }

  @Test(.enabled(if: HeadlessBrowser.isInstalled, Comment(rawValue: HeadlessBrowser.needsBrowser)))
  func `a browser shows the page without a complaint or a request`() async throws {
    let report = try await CheckReport.shared.value
    let page = try report.text("report.html")
    #expect(!page.contains("src=\"http") && !page.contains("url(http"))
    let visit = try HeadlessBrowser.visit(
      page,
      script: """
        report(performance.getEntriesByType("resource").length);
        report(document.querySelectorAll("main table, body table").length);
        report(JSON.parse(document.getElementById("data").textContent).summary[0].plan);
        """)
    #expect(visit.complaints == [])
    try #require(visit.reports.count == 3, "\(visit.reports)")
    #expect(visit.reports[0] == "0")
    #expect((Int(visit.reports[1]) ?? 0) > 12)
    #expect(visit.reports[2] == "plan")
  }
}

/// The SHA-256 of files by another program, where there is one.
private enum HashProgram {
  private static let path = ProgramPath.first(of: ["sha256sum"])

  static func hash(of file: String) throws -> String? {
    guard let path else { return nil }
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = [file]
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text.split(separator: " ").first.map(String.init)
  }
}
