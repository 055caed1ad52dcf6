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
          "Map", anchor: "map", [.map(AtlasMap(plan, results).picture)] + AtlasWords.map),
        Section("Ranges", anchor: "ranges", ranges),
        Section("Regions", anchor: "regions", regions),
        Section("Lines that matter most", anchor: "lines", lines),
        Section("Lengths by country and class", anchor: "lengths", lengths),
        Section("How it was computed", anchor: "method", AtlasWords.method),
        Section("How sure it is", anchor: "uncertainty", uncertainty),
        Section("Data", anchor: "data-sources", sources),
        Section("Files", anchor: "files", AtlasWords.files),
      ],
      credits: AtlasWords.credits(plan), data: json)
  }

  private var schematic: [Block] {
    plan.isSchematic ? [.warning(AtlasWords.schematic)] : []
  }

  private var glance: [Block] {
    let scenario = plan.scenarios[0].name
    let whole = results.connectivity.filter {
      $0["region"] == .null && $0["scenario"] == .text(scenario)
    }
    let worst = whole.min { $0.number("c_mesh") < $1.number("c_mesh") }
    let length = whole.map { $0.number("barriers_km") }.max() ?? 0
    var figures = [
      KeyFigure("Species", "\(plan.species.count)"),
      KeyFigure("Regions", "\(plan.regionAreas.count)"),
      KeyFigure("Barriers", grouped(results.barrierCount)),
      KeyFigure("Most in one range", grouped(length, decimals: 0), unit: "km"),
    ]
    if let worst {
      figures.append(
        KeyFigure(
          "Least connected", AtlasWords.name(worst["species"].description),
          remark:
            "two random points of its range are connected with a chance of \(grouped(worst.number("c_mesh"), decimals: 2))"
        ))
    }
    let abstract = plan.configuration.abstract.map { [Block.paragraph(Prose($0))] } ?? []
    return schematic + abstract + [.keyFigures(figures), .paragraph(AtlasWords.glance(scenario))]
  }

  private var ranges: [Block] {
    [
      .paragraph(AtlasWords.ranges),
      .table(AtlasTables.ranges(results.connectivity.filter { $0["region"] == .null })),
    ]
  }

  private var regions: [Block] {
    let found = results.connectivity.filter { $0["region"] != .null }
    guard !found.isEmpty else { return [.paragraph("No region holds a part of a range.")] }
    return [
      .paragraph(AtlasWords.regions), .table(AtlasTables.regions(found)),
      .heading("Barriers in regions, whatever lives there"),
      .table(AtlasTables.barriersInRegions(results.summary.filter { $0["species"] == .null })),
    ]
  }

  private var lines: [Block] {
    [.paragraph(AtlasWords.lines), .table(AtlasTables.lines(results.importance))]
  }

  private var lengths: [Block] {
    [
      .paragraph(AtlasWords.lengths),
      .table(
        AtlasTables.lengths(
          results.summary.filter { $0["species"] != .null && $0["region"] == .null })),
    ]
  }

  private var uncertainty: [Block] {
    AtlasWords.uncertainty
      + (plan.data.warnings.isEmpty
        ? [] : [.heading("What to know of the data"), .list(plan.data.warnings.map { Prose($0) })])
  }

  private var sources: [Block] {
    schematic + [.table(AtlasTables.sources(plan.data.sources))]
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
