package import Atlas
internal import Formats
internal import Landscape

/// The overview of an edition: `index.html`.
package struct AtlasOverview {
  private let plan: AtlasPlan
  private let edition: String
  private let results: AtlasResults

  /// Reads what the page shows from stored work units.
  ///
  /// - Parameters:
  ///   - plan: What the edition is made of; all its units must be stored.
  ///   - store: Where they are.
  ///   - edition: What tells the edition from others.
  /// - Throws: `badData` where a stored unit is broken.
  package init(_ plan: AtlasPlan, _ store: UnitStore, edition: String) throws {
    (self.plan, self.edition) = (plan, edition)
    results = try AtlasResults(plan, store)
  }

  /// The page.
  package func page() -> Page {
    let configuration = plan.configuration
    return Page(
      configuration.title,
      subtitle:
        "Edition of \(configuration.date), \(edition). Made with Kulan \(AtlasProgram.version), model PM-1.",
      sections: [
        Section("At a glance", anchor: "glance", glance),
        Section(
          "Map", anchor: "map",
          [
            .map(AtlasMap(plan, results).picture),
            .paragraph(AtlasWords.map(!results.added.isEmpty)),
          ]),
        Section(
          "Ranges", anchor: "ranges", [.paragraph(AtlasWords.ranges), .table(tables.ranges)]),
        Section("Regions", anchor: "regions", regions),
        Section(
          "Lines that matter most", anchor: "lines",
          [.paragraph(AtlasWords.lines), .table(tables.lines)]),
        Section(
          "Lengths by country and class", anchor: "lengths",
          [.paragraph(AtlasWords.lengths), .table(tables.lengths)]),
        Section("How it was computed", anchor: "method", AtlasWords.method),
        Section("How sure it is", anchor: "uncertainty", uncertainty),
        Section("Data", anchor: "data-sources", sources),
        Section("Files", anchor: "files", AtlasWords.files),
      ],
      credits: AtlasCredits(plan).credits, data: json)
  }

  private var schematic: [Block] {
    plan.isSchematic ? [.warning(AtlasWords.schematic)] : []
  }

  private var tables: AtlasTables { AtlasTables(plan, results) }

  private var glance: [Block] {
    let findings = AtlasFindings(plan, results)
    let abstract = plan.configuration.abstract.map { [Block.paragraph(Prose($0))] } ?? []
    let start = plan.isSchematic ? [Block.paragraph(AtlasWords.schematicFindings)] : []
    return schematic + abstract + [.keyFigures(figures(findings))] + start + [
      .list(findings.sentences), .paragraph(AtlasWords.glance),
    ]
  }

  private func figures(_ findings: AtlasFindings) -> [KeyFigure] {
    var figures = [
      KeyFigure("Species", "\(plan.species.count)"),
      KeyFigure("Regions", "\(plan.regionAreas.count)"),
      KeyFigure("Barriers in ranges", grouped(results.barrierCount)),
    ]
    if plan.scenarios.count > 1 {
      figures.append(KeyFigure("Scenarios", "\(plan.scenarios.count)"))
    }
    if let range = findings.leastConnected {
      figures.append(
        KeyFigure(
          AtlasWords.leastConnectedLabel, grouped(range.number("c_mesh"), decimals: 2),
          remark: AtlasWords.leastConnectedRemark(range)))
    }
    return figures
  }

  private var regions: [Block] {
    let ofRanges: [Block] =
      tables.regions.map { [.paragraph(AtlasWords.regions), .table($0)] }
      ?? [.paragraph(AtlasWords.noRegions)]
    if plan.regionAreas.isEmpty { return ofRanges }
    return ofRanges + [
      .heading("Barriers in regions, whatever lives there"), .table(tables.barriersInRegions),
    ]
  }

  private var uncertainty: [Block] {
    AtlasWords.uncertainty
      + (plan.data.warnings.isEmpty
        ? [] : [.heading("What to know of the data"), .list(plan.data.warnings.map { Prose($0) })])
  }

  private var sources: [Block] {
    schematic + [.table(AtlasTables.sources(plan.data.sources))] + AtlasCredits(plan).notes
      + (plan.configuration.contact.map { [.paragraph(AtlasWords.contact($0))] } ?? [])
  }

  /// What a program finds in the page.
  private var json: JSONValue {
    [
      "schema_version": .integer(1), "edition": .text(edition),
      "date": .text(plan.configuration.date), "schematic": .boolean(plan.isSchematic),
      "ranges": .list(results.connectivity) { row in
        .object(row.fields.map { ($0.name, JSONValue(row[$0.name])) })
      },
    ]
  }
}
