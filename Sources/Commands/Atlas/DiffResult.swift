internal import Atlas
internal import Formats
internal import Geometry

/// What came of comparing two editions, for a script or a reader.
struct DiffResult {
  let diff: EditionDiff
  /// The folder that was written, if any was asked for.
  var place: String?
  /// Whether it was only asked what would be written.
  var isDryRun = false

  /// How many of the measures that changed most are printed.
  private static let shownRows = 12

  init(_ diff: EditionDiff) { self.diff = diff }

  /// Prints what changed, or that nothing did, and says where everything is.
  func report(on console: Console) {
    if console.isJSON { return console.print(json.text) }
    console.print("from \(diff.old.label) to \(diff.new.label)")
    if diff.isEmpty {
      console.print("nothing changed: the same barriers and the same numbers")
    } else {
      reportBarriers(on: console)
      reportMeasures(on: console)
    }
    reportOrigins(on: console)
    guard let place else { return }
    if isDryRun { return console.print("would write \(place)") }
    console.note("changes: \(place)")
    console.note("open \(OutputFolder.name(of: EditionFile.page.rawValue, in: place))")
  }

  private func reportBarriers(on console: Console) {
    let unchanged = counted(diff.barriers.unchanged.count, "barrier")
    if diff.counts.isEmpty { return console.print("\nall \(unchanged) as before") }
    console.print("\n\(counts.text)")
    console.note("\(unchanged) as before")
  }

  private func reportMeasures(on console: Console) {
    let changes = ComparedTable.allCases.map { diff.changes(of: $0).count }
    if changes == [0, 0] { return console.print("\nall numbers as before") }
    if let measures { console.print("\n\(measures.text)") }
    console.note(
      "\(counted(changes[0], "row")) of connectivity and \(changes[1]) of summary changed"
        + (place == nil ? "; --out writes all" : ""))
  }

  /// Says which sources and settings differ, whether or not any number does.
  private func reportOrigins(on console: Console) {
    for setting in diff.changedSettings {
      let values = [setting.old, setting.new].map { $0.isEmpty ? "none" : $0 }
      console.note("setting \(setting.name): \(values[0]), now \(values[1])")
    }
    for input in diff.changedInputs {
      let state = input.old == nil ? "new" : input.new == nil ? "no longer used" : "changed"
      console.note("source \(input.place): \(state)")
    }
  }

  private var counts: TextTable {
    var table = TextTable(["change", "class", "barriers"].map { TextTable.Column($0) })
    for count in diff.counts {
      table.append([
        .text(count.kind.rawValue), .text(count.barrierClass), .integer(Int64(count.count)),
      ])
    }
    return table
  }

  /// The rows of connectivity that changed most; nil where none did.
  private var measures: TextTable? {
    let changes = diff.changes(of: .connectivity).sorted { $0.greatest > $1.greatest }
    if changes.isEmpty { return nil }
    let names = [
      "species", "region", "scenario", "eca_old_km2", "eca_new_km2", "c_mesh_change",
      "c_chord_change", "patches_change", "cause",
    ]
    var table = TextTable(
      names.map { TextTable.Column($0, decimals: $0.hasPrefix("c_") ? 4 : 0) })
    let rows = ComparedTable.connectivity.rows(Array(changes.prefix(Self.shownRows)))
    for row in 0..<rows.count { table.append(names.map { rows.column($0)?[row] ?? .null }) }
    return table
  }

  /// Everything, with stable names.
  private var json: JSONValue {
    [
      "schema_version": .integer(1), "dry_run": .boolean(isDryRun),
      "old": Self.json(diff.old), "new": Self.json(diff.new), "changed": .boolean(!diff.isEmpty),
      "barriers_unchanged": .integer(diff.barriers.unchanged.count), "counts": counts.json,
      "barriers": Self.json(ChangeTable.rows(diff.barriers)),
      "connectivity": Self.json(
        ComparedTable.connectivity.rows(diff.changes(of: .connectivity))),
      "summary": Self.json(ComparedTable.summary.rows(diff.changes(of: .summary))),
      "out": place.map(JSONValue.text) ?? .null,
    ]
  }

  private static func json(_ edition: Edition) -> JSONValue {
    [
      "folder": .text(edition.folder), "edition": .text(edition.record.edition),
      "date": .text(edition.record.date), "kulan": .text(edition.record.kulan),
    ]
  }

  private static func json(_ rows: FeatureBatch) -> JSONValue {
    .list(0..<rows.count) { row in
      .object(rows.columns.map { ($0.field.name, JSONValue($0[row])) })
    }
  }
}
