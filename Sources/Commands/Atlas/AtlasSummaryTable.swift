internal import Atlas
internal import Formats

/// The table that a build prints: what barriers do to every range.
struct AtlasSummaryTable {
  let table: TextTable

  private static let columns = [
    "species", "scenario", "range_km2", "eca_km2", "c_mesh", "c_chord", "patches", "barriers_km",
    "grade",
  ]

  /// Reads the measures from stored work units.
  init(_ build: AtlasBuild) throws(FormatError) {
    var table = TextTable(
      Self.columns.map {
        TextTable.Column($0, decimals: $0.hasSuffix("_km2") || $0.hasSuffix("_km") ? 0 : 3)
      })
    for unit in build.plan.units where unit.subject.species != nil {
      let rows = try build.store.rows(of: .connectivity, unit)
      guard rows.count > 0 else { continue }
      // The first row is that of the whole range.
      table.append(Self.columns.map { rows.column($0)?[0] ?? .null })
    }
    self.table = table
  }
}
