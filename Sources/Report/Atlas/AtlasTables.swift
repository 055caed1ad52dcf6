internal import Atlas
internal import Formats
internal import Landscape
internal import Permeability

/// A column of a table of results.
typealias ResultColumn = RowColumn<ResultRow>

extension RowColumn<ResultRow> {
  /// A column of the results as it is; with `bounds` those of the low and high end behind it.
  init(_ column: TableColumn, _ names: String...) {
    self.init(column) { row in names.map { row[$0] } }
  }
}

/// The tables of the overview.
struct AtlasTables {
  /// The names of the scenarios, in their order.
  private let scenarios: [String]
  private let results: AtlasResults

  init(_ plan: AtlasPlan, _ results: AtlasResults) {
    (scenarios, self.results) = (plan.scenarios.map(\.name), results)
  }

  /// The whole ranges.
  var ranges: DataTable {
    DataTable(
      "What barriers do to whole ranges", [species] + scenario + measures,
      sorted(results.connectivity.filter { $0["region"] == .null }, by: Self.name))
  }

  /// The parts of ranges in regions; nil where there are none.
  var regions: DataTable? {
    let rows = results.connectivity.filter { $0["region"] != .null }
    if rows.isEmpty { return nil }
    return DataTable(
      "The part of each range in each region", [region, species] + scenario + measures,
      sorted(rows) { "\($0.text("region"))\n\(Self.name($0))" })
  }

  /// Barriers in regions, whatever lives there.
  var barriersInRegions: DataTable {
    DataTable(
      Prose("Length of barriers in regions by country and class\(shortened)"),
      [region, country, kind] + scenario + lengthColumns,
      sorted(lengthRows { $0["species"] == .null }, by: { $0.text("region") }) {
        $0.number("inside_m")
      })
  }

  /// Barriers in ranges.
  var lengths: DataTable {
    DataTable(
      Prose("Length and mean permeability of barriers in ranges\(shortened)"),
      [species, country, kind] + scenario + lengthColumns + [
        ResultColumn(TableColumn("Crossings", .number(decimals: 0)), "crossings"),
        ResultColumn(
          TableColumn(
            "P", .share(decimals: 2), explanation: "mean permeability by length", hasBounds: true),
          "p", "p_low", "p_high"),
        ResultColumn(TableColumn("Reading", .category(SymbolClass.readings))) { row in
          [row["p"].real.map { .text(Reading($0).rawValue) } ?? .null]
        }, prior, grade,
      ],
      sorted(
        lengthRows { $0["species"] != .null && $0["region"] == .null },
        by: Self.name
      ) { $0.number("inside_m") })
  }

  /// The lines that would bring most, those of the first scenario first.
  var lines: DataTable {
    DataTable(
      Prose(AtlasWords.linesTitle(AtlasResults.shownRanks)),
      [
        ResultColumn(TableColumn("Line")) {
          [.text(AtlasWords.line($0.text("label"), class: $0.text("class")))]
        }, kind, species,
      ] + scenario + [
        ResultColumn(
          TableColumn("Rank", .number(decimals: 0), explanation: "in its range"), "rank"),
        ResultColumn(
          TableColumn("P", .share(decimals: 2), explanation: "its mean permeability in the range"),
          "p"),
        ResultColumn(
          TableColumn("Gain of ECA", unit: "km²", .number(decimals: 0)), "delta_eca_km2"),
        ResultColumn(TableColumn("Length", unit: "km", .number(decimals: 0)), "length_km"),
      ], sorted(results.importance, by: { _ in "" }) { $0.number("delta_eca_km2") })
  }

  /// What the edition was made from.
  static func sources(_ records: [AtlasSourceRecord]) -> DataTable {
    DataTable(
      "What the edition was made from",
      columns: [
        TableColumn("File"), TableColumn("Holds"), TableColumn("Read", .number(decimals: 0)),
        TableColumn("Used", .number(decimals: 0)), TableColumn("Credit"), TableColumn("Licence"),
        TableColumn("Schematic"),
      ],
      rows: records.map { source in
        [
          .text(source.fileName), .text(source.role),
          source.record.map { .integer(Int64($0.read)) } ?? .null,
          source.record.map { .integer(Int64($0.used)) } ?? .null,
          source.credit.map(Value.text) ?? .null, source.licence.map(Value.text) ?? .null,
          .boolean(source.isSchematic),
        ]
      }, hasRowHeaders: true)
  }
}

extension AtlasTables {
  private static func name(_ row: ResultRow) -> String { AtlasWords.name(row.text("species")) }

  private var species: ResultColumn {
    ResultColumn(TableColumn("Species")) { [.text(Self.name($0))] }
  }

  private var region: ResultColumn { ResultColumn(TableColumn("Region"), "region") }
  private var country: ResultColumn {
    ResultColumn(TableColumn("Country", explanation: AtlasWords.country), "country")
  }

  private var kind: ResultColumn {
    ResultColumn(TableColumn("Class", explanation: AtlasWords.kind)) {
      [.text(AtlasWords.words($0.text("class")))]
    }
  }

  /// The scenario, where there are several.
  private var scenario: [ResultColumn] {
    scenarios.count > 1 ? [ResultColumn(TableColumn("Scenario"), "scenario")] : []
  }

  private var grade: ResultColumn {
    ResultColumn(TableColumn("Grade", explanation: AtlasWords.grade), "grade")
  }

  private var prior: ResultColumn {
    ResultColumn(
      TableColumn("Prior", .number(decimals: 2), explanation: AtlasWords.prior), "prior_share")
  }

  private var measures: [ResultColumn] {
    [
      ResultColumn(TableColumn("Range", unit: "km²", .number(decimals: 0)), "range_km2"),
      ResultColumn(
        TableColumn(
          "ECA", unit: "km²", .number(decimals: 0), explanation: AtlasWords.eca, hasBounds: true),
        "eca_km2", "eca_low_km2", "eca_high_km2"),
      ResultColumn(
        TableColumn(
          "Connected", .share(decimals: 2), explanation: AtlasWords.connected, hasBounds: true),
        "c_mesh", "c_mesh_low", "c_mesh_high"),
      ResultColumn(
        TableColumn(
          "Passable", .share(decimals: 2), explanation: AtlasWords.passable, hasBounds: true),
        "c_chord", "c_chord_low", "c_chord_high"),
      ResultColumn(TableColumn("Patches", .number(decimals: 0)), "patches"),
      ResultColumn(TableColumn("Barriers", unit: "km", .number(decimals: 0)), "barriers_km"),
      prior, grade,
    ]
  }

  private var lengthColumns: [ResultColumn] {
    [
      Self.kilometres("Inside", "inside_m"), Self.kilometres("On the boundary", "boundary_m"),
      ResultColumn(TableColumn("Lines", .number(decimals: 0)), "lines"),
    ]
  }

  private static func kilometres(_ label: String, _ name: String) -> ResultColumn {
    ResultColumn(TableColumn(label, unit: "km", .number(decimals: 1))) { row in
      [row[name].real.map { .real($0 / 1000) } ?? .null]
    }
  }

  /// What captions say of scenarios that are not shown in full.
  private var shortened: String { scenarios.count > 1 ? AtlasWords.shortened(scenarios[0]) : "" }

  /// The lengths that `isWanted`; of scenarios behind the first only what differs from it.
  private func lengthRows(_ isWanted: (ResultRow) -> Bool) -> [ResultRow] {
    let rows = results.summary.filter(isWanted)
    let first = Set(rows.filter { $0.text("scenario") == scenarios[0] }.map(Self.withoutScenario))
    return rows.filter {
      $0.text("scenario") == scenarios[0] || !first.contains(Self.withoutScenario($0))
    }
  }

  private static func withoutScenario(_ row: ResultRow) -> [String] {
    row.fields.filter { $0.name != "scenario" }.map { row.text($0.name) }
  }

  /// Rows by a name, then in the order of the scenarios, then with the greatest numbers first.
  private func sorted(
    _ rows: [ResultRow], by name: (ResultRow) -> String,
    greatest number: (ResultRow) -> Double = { _ in 0 }
  ) -> [ResultRow] {
    rows.map { row in
      let scenario = scenarios.firstIndex(of: row.text("scenario")) ?? scenarios.count
      return (row: row, key: (name(row), scenario, -number(row)))
    }.sorted { $0.key < $1.key }.map(\.row)
  }
}

extension AtlasSourceRecord {
  /// The file without its folder.
  var fileName: String {
    (source.path.split(separator: "/").last.map(String.init) ?? source.path)
      + (source.layer.map { ":\($0)" } ?? "")
  }
}
