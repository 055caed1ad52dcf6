public import Formats
internal import Landscape

/// Reads a table of Red List categories.
///
/// A CSV text with the columns `species`, `category`, `assessed` and `population_share_percent`, the last
/// of which may be empty:
///
/// ```
/// species,category,assessed,population_share_percent
/// Saiga tatarica,NT,2023,12.5
/// asiatic_wild_ass,NT,2020-01,
/// ```
public enum RedListTable {
  /// Reads a text.
  ///
  /// - Parameters:
  ///   - text: The table; species by any name of the registry, categories as two letters.
  ///   - name: What messages call it: its file name.
  /// - Returns: The entries by the ids of their species.
  /// - Throws: `badData` with the line for an unknown species or category, a date that is none, a share
  ///   outside of 0…100, or a second line for a species.
  public static func parse(
    _ text: String, name: String
  ) throws(FormatError) -> [String: RedListEntry] {
    let table = try CSVTable(parsing: text, name: name)
    let columns = (
      species: try table.column(named: "species"), category: try table.column(named: "category"),
      assessed: try table.column(named: "assessed"),
      share: try table.column(named: "population_share_percent")
    )
    var entries: [String: RedListEntry] = [:]
    for (row, line) in zip(table.rows, table.lines) {
      let place = "\(name), line \(line)"
      let species = try species(row[columns.species].trimmed, place)
      guard entries[species] == nil else {
        throw FormatError(
          .badData, "\(place): a second line for \(species)", help: "keep one of them")
      }
      entries[species] = RedListEntry(
        try category(row[columns.category].trimmed, place),
        assessed: try date(row[columns.assessed].trimmed, place),
        populationShare: try share(row[columns.share].trimmed, place))
    }
    return entries
  }

  private static func species(_ name: String, _ place: String) throws(FormatError) -> String {
    if let match = SpeciesRegistry.bundled.match(name) { return match.species.id }
    throw FormatError(
      .badData, "\(place): no species of CAMI has the name '\(name)'",
      help: SpeciesRegistry.bundled.suggestion(for: name).map { "did you mean \($0)?" }
        ?? "`kulan registry species` lists them")
  }

  private static func category(
    _ word: String, _ place: String
  ) throws(FormatError) -> RedListCategory {
    if let category = RedListCategory(rawValue: word.uppercased()) { return category }
    let all = RedListCategory.allCases.map(\.rawValue).joined(separator: ", ")
    throw FormatError(
      .badData, "\(place): '\(word)' is no category of the Red List", help: "write one of \(all)")
  }

  private static func date(_ text: String, _ place: String) throws(FormatError) -> String {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let limits = [(4, 1900...2100), (2, 1...12), (2, 1...31)]
    let isDate =
      (1...3).contains(parts.count)
      && zip(parts, limits).allSatisfy { part, limit in
        part.count == limit.0 && part.allSatisfy(\.isNumber)
          && Int(part).map(limit.1.contains) == true
      }
    if isDate { return text }
    throw FormatError(
      .badData, "\(place): '\(text)' does not say when the category was assessed",
      help: "write a year or a date such as 2023 or 2023-12-11")
  }

  private static func share(_ text: String, _ place: String) throws(FormatError) -> Double? {
    if text.isEmpty { return nil }
    if let share = Double(text), (0...100).contains(share) { return share }
    throw FormatError(
      .badData, "\(place): '\(text)' is no share of a population in percent",
      help: "write a number from 0 to 100, or nothing")
  }
}
