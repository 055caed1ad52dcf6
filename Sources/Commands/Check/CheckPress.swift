internal import Assessment
internal import Atlas
internal import Formats
internal import Geometry
internal import Report

/// Writes the report of a check into a folder: the page, tables, layers, and last the manifest with the
/// hashes of all of them.
struct CheckPress {
  private let assessment: Assessment
  private let findings: [GateFinding]
  private let criteria: [GateCriterion]
  /// The day of the report as ISO 8601 text.
  private let date: String
  private let tables: [(table: AssessmentTable, rows: FeatureBatch)]

  init(
    _ assessment: Assessment, criteria: [GateCriterion], findings: [GateFinding], date: String
  ) {
    (self.assessment, self.criteria, self.findings) = (assessment, criteria, findings)
    self.date = date
    tables = AssessmentTable.all.map { ($0, $0.rows(assessment)) }
  }

  /// Writes everything but the paper, which is printed from the page.
  ///
  /// - Parameters:
  ///   - folder: Where to.
  ///   - browser: What prints the page; nil for no paper.
  /// - Throws: `cannotWrite` where the disk refuses, or the browser does; `CancellationError`.
  func print(into folder: OutputFolder, with browser: Browser?) async throws {
    for (table, rows) in tables {
      try Datasets.writeTable(rows, named: table.name, to: folder.file(CheckFile.table(table)))
    }
    try writeLayers(to: folder.file(CheckFile.geoPackage.rawValue))
    try folder.write(json.text + "\n", as: CheckFile.json.rawValue)
    let page = AssessmentPage(assessment, date: date, criteria: criteria, data: summary)
    try folder.write(page.page().html(), as: CheckFile.page.rawValue)
    try folder.write(
      AtlasDictionary.markdown(AssessmentTable.all.map(\.definitions)),
      as: CheckFile.dictionary.rawValue)
    if let browser {
      try await PagePrinter(browser).print(
        folder.file(CheckFile.page.rawValue), to: folder.file(CheckFile.paper.rawValue))
    }
    try folder.write(manifest(of: folder).text + "\n", as: CheckFile.manifest.rawValue)
  }

  private func writeLayers(to path: String) throws {
    let writer = try GeoPackageWriter(
      path: path, overwrite: true, timestamp: "\(date)T00:00:00.000Z")
    do {
      let description = AssessmentDescription(assessment, date: date)
      var all = Box.empty
      for (table, rows) in tables {
        let box = (0..<rows.count).reduce(into: Box.empty) {
          $0.formUnion(rows.geometry.box(of: $1))
        }
        all.formUnion(box)
        try writer.addLayer(table.header).append(rows.numbered(from: 1))
        try description.describe(writer, table, box)
      }
      try description.describe(writer, nil, all)
      try writer.finish()
    } catch {
      writer.cancel()
      throw error
    }
  }

  /// Everything, with stable names.
  private var json: JSONValue {
    .object(
      members
        + tables.map { table, rows in
          (
            table.name,
            .list(0..<rows.count) { row in
              .object(rows.columns.map { ($0.field.name, JSONValue($0[row])) })
            }
          )
        })
  }

  /// What a script needs first.
  var summary: JSONValue { .object(members) }

  private var members: [(String, JSONValue)] {
    let atlas = assessment.atlas
    return [
      ("schema_version", .integer(1)), ("date", .text(date)),
      ("schematic", .boolean(atlas.isSchematic)),
      (
        "atlas",
        [
          "title": .text(atlas.title), "date": .text(atlas.date),
          "scenario": .text(atlas.scenario),
        ]
      ),
      (
        "summary",
        .list(assessment.alternatives) { alternative in
          [
            "plan": .text(alternative.plan.name), "length_m": .number(alternative.plan.length),
            "ranges": .list(alternative.effects.filter { $0.region == nil }) {
              .text($0.species)
            },
            "notes": .list(alternative.notes, JSONValue.text),
          ]
        }
      ),
      ("findings", .list(findings, \.json)),
    ]
  }

  /// What the report was made from, and the hashes of its files.
  private func manifest(of folder: OutputFolder) throws -> JSONValue {
    let atlas = try EditionManifest(
      assessment.atlas.plan, libraries: Versions.current.parts)
    let names = CheckFile.names.subtracting([
      CheckFile.manifest.rawValue,
      // The paper carries the moment in which it was printed.
      CheckFile.paper.rawValue,
    ])
    return [
      "schema_version": .integer(1), "title": .text(assessment.atlas.title),
      "date": .text(date), "model": "PM-1", "kulan": .text(AtlasProgram.version),
      "libraries": .object(
        Versions.current.parts.map {
          ($0.name.lowercased(), $0.version.map(JSONValue.text) ?? .null)
        }),
      "atlas": .text(atlas.edition), "scenario": .text(assessment.atlas.scenario),
      "settings": atlas.settings, "inputs": atlas.inputsJSON,
      "plans": .array(
        try assessment.alternatives.compactMap { alternative in
          try alternative.plan.source.map { source in
            let hash = try FileHash(of: source.path)
            return [
              "plan": .text(alternative.plan.name), "file": .text(source.description),
              "bytes": .integer(hash.bytes), "sha256": .text(hash.text),
            ]
          }
        }),
      "outputs": .array(
        try names.sorted().map { name in
          let hash = try FileHash(of: folder.file(name))
          return [
            "file": .text(name), "bytes": .integer(hash.bytes), "sha256": .text(hash.text),
          ]
        }),
    ]
  }
}

extension GateFinding {
  /// The finding, with stable names.
  fileprivate var json: JSONValue {
    [
      "criterion": .text(criterion.text), "plan": .text(plan),
      "species": species.map(JSONValue.text) ?? .null, "place": place.map(JSONValue.text) ?? .null,
      "value": .number(value),
    ]
  }
}
