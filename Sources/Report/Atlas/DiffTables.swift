internal import Atlas
internal import Formats

/// The tables of the page of changes.
struct DiffTables {
  private let diff: EditionDiff

  /// How many rows of a table the page shows at most; the files have all.
  static let shownRows = 1000

  init(_ diff: EditionDiff) { self.diff = diff }

  private static func text(_ text: String) -> Value { text.isEmpty ? .null : .text(text) }

  /// A caption that says where the rest is, where not all rows are shown.
  private static func caption(_ what: String, _ count: Int, _ file: String) -> Prose {
    count <= shownRows
      ? Prose(what)
      : "\(what): the first \(grouped(shownRows)) of \(grouped(count)), all in "
        + .link(file, to: file)
  }

  var counts: DataTable {
    DataTable(
      "Changes of barriers by class",
      columns: [
        TableColumn("Change", .category(DiffStyles.kinds)), TableColumn("Class"),
        TableColumn("Barriers", .number(decimals: 0)),
      ],
      rows: diff.counts.map {
        [.text($0.kind.rawValue), .text($0.barrierClass), .integer(Int64($0.count))]
      }, hasRowHeaders: false)
  }

  var barriers: DataTable {
    let changes = diff.barriers.changes
    return DataTable(
      Self.caption("Barriers that changed", changes.count, "barriers.csv"),
      columns: [
        TableColumn("Barrier"), TableColumn("Change", .category(DiffStyles.kinds)),
        TableColumn("Class"), TableColumn("What differs"),
        TableColumn("Moved", unit: "m", .number(decimals: 0)),
        TableColumn("Length before", unit: "km", .number(decimals: 1)),
        TableColumn("Length now", unit: "km", .number(decimals: 1)),
        TableColumn("Found by"), TableColumn("Id before"), TableColumn("Id now"),
        TableColumn("Cause"),
      ],
      rows: changes.prefix(Self.shownRows).map(row))
  }

  private func row(_ change: BarrierChange) -> [Value] {
    let sides = (diff.barriers.old, diff.barriers.new)
    let barrierClass =
      change.new.map { sides.1.text("class", $0) } ?? change.old.map { sides.0.text("class", $0) }
    return [
      .text(DiffWords.name(change, diff.barriers)), .text(change.kind.rawValue),
      Self.text(barrierClass ?? ""), Self.text(DiffWords.changes(change, diff.barriers)),
      .measured(change.distance), .measured(change.old.map { sides.0.length($0) / 1000 }),
      .measured(change.new.map { sides.1.length($0) / 1000 }),
      change.match.map { .text($0.rawValue) } ?? .null,
      change.old.map { .text(sides.0.text("barrier_id", $0)) } ?? .null,
      change.new.map { .text(sides.1.text("barrier_id", $0)) } ?? .null,
      .text(change.causes.words),
    ]
  }

  var connectivity: DataTable {
    measures(
      .connectivity, "Ranges and regions whose measures changed",
      [
        Shown("eca_old_km2", "ECA before", unit: "km²"),
        Shown("eca_new_km2", "ECA now", unit: "km²"),
        Shown("c_mesh_change", "Change of connected", decimals: 3),
        Shown("c_chord_change", "Change of passable", decimals: 3),
        Shown("patches_change", "Change of patches"),
        Shown("barriers_change_km", "Change of barriers", unit: "km"),
        Shown("range_change_km2", "Change of range", unit: "km²"),
      ])
  }

  var summary: DataTable {
    measures(
      .summary, "Lengths and permeabilities that changed",
      [
        Shown("inside_old_m", "Inside before", unit: "km", decimals: 1, scale: 0.001),
        Shown("inside_new_m", "Inside now", unit: "km", decimals: 1, scale: 0.001),
        Shown("boundary_change_m", "Change on the boundary", unit: "km", decimals: 1, scale: 0.001),
        Shown("p_old", "P before", decimals: 3), Shown("p_new", "P now", decimals: 3),
      ])
  }

  /// A column of a table of changes, as the page shows it.
  private struct Shown {
    let name: String
    let column: TableColumn
    private let scale: Double

    init(
      _ name: String, _ label: String, unit: String = "", decimals: Int = 0, scale: Double = 1
    ) {
      (self.name, self.scale) = (name, scale)
      column = TableColumn(label, unit: unit, .number(decimals: decimals))
    }

    func value(of row: ResultRow) -> Value {
      row[name] == .null ? .null : .real(row.number(name) * scale)
    }
  }

  /// What changed most comes first.
  private func measures(
    _ table: ComparedTable, _ what: String, _ shown: [Shown]
  ) -> DataTable {
    let changes = diff.changes(of: table).sorted { $0.greatest > $1.greatest }
    let rows = table.rows(Array(changes.prefix(Self.shownRows)))
    let keys = table.keys.map { TableColumn($0.prefix(1).uppercased() + $0.dropFirst()) }
    return DataTable(
      Self.caption(what, changes.count, "\(table.rawValue).csv"),
      columns: keys + [TableColumn("Row"), TableColumn("Cause")] + shown.map(\.column),
      rows: (0..<rows.count).map { number in
        let row = ResultRow(number, of: rows)
        return table.keys.map { Self.key($0, row) } + [row["change"], row["cause"]]
          + shown.map { $0.value(of: row) }
      })
  }

  /// What a row is about, in words.
  private static func key(_ name: String, _ row: ResultRow) -> Value {
    switch (name, row[name]) {
    case ("species", .null): .text("whatever lives there")
    case ("region", .null): .text("whole range")
    case ("species", let species): .text(AtlasWords.name(species.description))
    case (_, let value): value
    }
  }

  var units: DataTable {
    DataTable(
      "What differs of each work unit",
      columns: [TableColumn("Unit"), TableColumn("Scenario"), TableColumn("Differs")],
      rows: diff.causes.byUnit.map {
        [.text($0.subject), .text($0.scenario), Self.text($0.causes.words)]
      })
  }

  var editions: DataTable {
    let (old, new) = (diff.old.record, diff.new.record)
    func row(_ name: String, _ value: (EditionRecord) -> String) -> [Value] {
      [.text(name), Self.text(value(old)), Self.text(value(new))]
    }
    let libraries = Set(old.libraries.keys).union(new.libraries.keys).sorted()
    return DataTable(
      "The two editions",
      columns: [TableColumn("Of"), TableColumn("Old edition"), TableColumn("New edition")],
      rows: [
        row("Title", \.title), row("Date", \.date), row("Edition", \.edition),
        row("Kulan", \.kulan), row("Way of computing") { "\($0.revision)" },
        row("Species") { $0.species.map(AtlasWords.name).joined(separator: ", ") },
        row("Regions") { $0.regions.joined(separator: ", ") },
        row("Files of parameters") { $0.parameters.joined(separator: ", ") },
      ]
        + libraries.map { name in row(name.uppercased()) { ($0.libraries[name] ?? nil) ?? "" } }
        + diff.changedSettings.map {
          [.text("Setting \($0.name)"), Self.text($0.old), Self.text($0.new)]
        })
  }

  var inputs: DataTable {
    func hash(_ text: String?) -> Value { text.map { .text(String($0.prefix(12)) + "…") } ?? .null }
    return DataTable(
      "Sources that differ, by the start of their SHA-256",
      columns: [
        TableColumn("File"), TableColumn("Holds"), TableColumn("Old edition"),
        TableColumn("New edition"),
      ],
      rows: diff.changedInputs.map {
        [.text($0.place), .text($0.role), hash($0.old), hash($0.new)]
      })
  }
}
