internal import Atlas
internal import Formats
internal import Landscape
internal import Permeability

/// The tables of the overview.
enum AtlasTables {
  private static func species(_ row: ResultRow) -> Value {
    .text(AtlasWords.name(row["species"].description))
  }

  private static let measures = [
    TableColumn("Range", unit: "km²", .number(decimals: 0)),
    TableColumn(
      "ECA", unit: "km²", .number(decimals: 0),
      explanation: "equivalent connected area: the size of one undivided patch as well connected"),
    TableColumn("ECA, low", unit: "km²", .number(decimals: 0)),
    TableColumn("ECA, high", unit: "km²", .number(decimals: 0)),
    TableColumn(
      "Connected", .share(decimals: 2),
      explanation: "the chance that two random points are connected"),
    TableColumn(
      "Passable", .share(decimals: 2),
      explanation: "the mean over random straight movements of the product of P of what they cross"),
    TableColumn("Patches", .number(decimals: 0)),
    TableColumn("Barriers", unit: "km", .number(decimals: 0)),
    TableColumn(
      "Grade", explanation: "the worst grade of evidence: A measured on the species … C judged"),
  ]

  private static func measures(_ row: ResultRow) -> [Value] {
    [
      "range_km2", "eca_km2", "eca_low_km2", "eca_high_km2", "c_mesh", "c_chord", "patches",
      "barriers_km", "grade",
    ].map { row[$0] }
  }

  static func ranges(_ rows: [ResultRow]) -> DataTable {
    DataTable(
      "What barriers do to whole ranges",
      columns: [TableColumn("Species"), TableColumn("Scenario")] + measures,
      rows: rows.map { [species($0), $0["scenario"]] + measures($0) }, hasRowHeaders: true)
  }

  static func regions(_ rows: [ResultRow]) -> DataTable {
    let sorted = rows.sorted {
      ($0["region"].description, $0["species"].description)
        < ($1["region"].description, $1["species"].description)
    }
    return DataTable(
      "The part of each range in each region",
      columns: [TableColumn("Region"), TableColumn("Species"), TableColumn("Scenario")] + measures,
      rows: sorted.map { [$0["region"], species($0), $0["scenario"]] + measures($0) },
      hasRowHeaders: true)
  }

  static func barriersInRegions(_ rows: [ResultRow]) -> DataTable {
    DataTable(
      "Length of barriers in regions by country and class",
      columns: ["Region", "Country", "Class", "Scenario"].map { TableColumn($0) } + lengthColumns,
      rows: rows.map {
        [$0["region"], $0["country"], $0["class"], $0["scenario"]] + lengths($0)
      }, hasRowHeaders: true)
  }

  private static let lengthColumns = [
    TableColumn("Inside", unit: "km", .number(decimals: 1)),
    TableColumn("On the boundary", unit: "km", .number(decimals: 1)),
    TableColumn("Lines", .number(decimals: 0)),
  ]

  private static func lengths(_ row: ResultRow) -> [Value] {
    [
      .real(row.number("inside_m") / 1000), .real(row.number("boundary_m") / 1000), row["lines"],
    ]
  }

  static func lengths(_ rows: [ResultRow]) -> DataTable {
    DataTable(
      "Length and mean permeability of barriers in ranges",
      columns: ["Species", "Country", "Class", "Scenario"].map { TableColumn($0) } + lengthColumns
        + [
          TableColumn("Crossings", .number(decimals: 0)),
          TableColumn("P", .share(decimals: 2), explanation: "mean permeability by length"),
          TableColumn("P, low", .number(decimals: 2)),
          TableColumn("P, high", .number(decimals: 2)),
          TableColumn("Reading", .category(SymbolClass.readings)),
        ],
      rows: rows.map { row in
        [species(row), row["country"], row["class"], row["scenario"]] + lengths(row)
          + [row["crossings"], row["p"], row["p_low"], row["p_high"], reading(row)]
      }, hasRowHeaders: true)
  }

  private static func reading(_ row: ResultRow) -> Value {
    row["p"] == .null ? .null : .text(Reading(row.number("p")).rawValue)
  }

  static func lines(_ rows: [ResultRow]) -> DataTable {
    DataTable(
      "What opening one line by itself would bring, the first \(AtlasResults.shownRanks) of "
        + "each range",
      columns: [
        TableColumn("Line"), TableColumn("Class"), TableColumn("Species"), TableColumn("Scenario"),
        TableColumn("Rank", .number(decimals: 0)),
        TableColumn("P", .share(decimals: 2), explanation: "its mean permeability in the range"),
        TableColumn("Gain of ECA", unit: "km²", .number(decimals: 0)),
        TableColumn("Length", unit: "km", .number(decimals: 0)),
      ],
      rows: rows.map {
        [
          $0["barrier"], $0["class"], species($0), $0["scenario"], $0["rank"], $0["p"],
          $0["delta_eca_km2"], $0["length_km"],
        ]
      }, hasRowHeaders: true)
  }

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
          .text(source.isSchematic ? "schematic" : "no"),
        ]
      }, hasRowHeaders: true)
  }
}

extension AtlasSourceRecord {
  /// The file without its folder.
  fileprivate var fileName: String {
    (source.path.split(separator: "/").last.map(String.init) ?? source.path)
      + (source.layer.map { ":\($0)" } ?? "")
  }
}
