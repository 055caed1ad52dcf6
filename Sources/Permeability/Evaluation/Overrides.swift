public import Formats
internal import Landscape

/// Permeabilities that the user knows better: for a barrier, a species, a season. They win.
public struct Overrides: Sendable {
  /// What is known, and from where.
  public struct Entry: Sendable, Hashable {
    /// The permeability and its bounds.
    public let p: Estimate
    /// How well it is known.
    public let grade: EvidenceGrade
    /// Where it comes from.
    public let source: String
  }

  private struct Key: Hashable {
    let barrier: String
    let species: String
    let season: String
  }
  private var entries: [Key: Entry] = [:]

  /// Nothing is known better.
  public init() {}

  /// Reads a CSV of `barrier_id, species, season, p_low, p, p_high, grade, source`; an empty species
  /// stands for all, an empty season for the whole year.
  ///
  /// - Throws: `badData`, naming the line and the column of what is wrong.
  public init(parsing text: String, name: String) throws(FormatError) {
    let table = try CSVTable(parsing: text, name: name)
    for index in table.rows.indices {
      let row = OverrideRow(table: table, index: index, name: name)
      let key = Key(
        barrier: try row.filled("barrier_id"), species: try row.species(),
        season: try row.text("season"))
      let entry = Entry(
        p: try row.estimate(), grade: try row.grade(), source: try row.filled("source"))
      guard entries.updateValue(entry, forKey: key) == nil else {
        throw row.fault("barrier_id", "repeats an earlier line for the same species and season")
      }
    }
  }

  /// Whether there are none.
  public var isEmpty: Bool { entries.isEmpty }

  /// All entries as text, in an order that does not depend on that of the file.
  package var fingerprint: [String] {
    entries.map { "\($0.key) \($0.value)" }.sorted()
  }

  /// Returns what is known better: the entry for the species before one for all, the entry for the
  /// season before one for the whole year.
  public func entry(barrier: String, species: String, season: String) -> Entry? {
    if entries.isEmpty { return nil }
    for one in [species, ""] {
      for part in [season, ""] {
        let key = Key(barrier: barrier, species: one, season: part)
        if let entry = entries[key] { return entry }
      }
    }
    return nil
  }

  /// The seasons that are named.
  public var seasons: Set<String> { Set(entries.keys.map(\.season)).subtracting([""]) }

  /// The barriers that something is known of.
  public var barriers: Set<String> { Set(entries.keys.map(\.barrier)) }
}

extension Overrides.Entry {
  /// Returns the score that it makes.
  public func score(_ species: String, _ season: String, of design: BarrierDesign) -> Score {
    Score(
      species: species, season: season, p: p, mode: .override, driver: .override, grade: grade,
      completeness: design.completeness, defaults: [], swings: [],
      mortality: Mortality(hasBarbs: design.fence.hasBarbs, trafficShare: nil),
      passages: nil)
  }
}

/// One line of a file of overrides.
private struct OverrideRow {
  let table: CSVTable
  let index: Int
  let name: String

  func text(_ column: String) throws(FormatError) -> String {
    table.rows[index][try table.column(named: column)]
  }

  func filled(_ column: String) throws(FormatError) -> String {
    let text = try text(column)
    if text.isEmpty { throw fault(column, "is empty") }
    return text
  }

  func species() throws(FormatError) -> String {
    let text = try text("species")
    if text.isEmpty { return "" }
    guard let match = SpeciesRegistry.bundled.match(text) else {
      throw fault("species", "names '\(text)', which is no species of the registry")
    }
    return match.species.id
  }

  func estimate() throws(FormatError) -> Estimate {
    var numbers: [Double] = []
    for column in ["p_low", "p", "p_high"] {
      let text = try text(column)
      guard let number = Double(text), (0...1).contains(number) else {
        throw fault(column, "holds '\(text)', which is no probability")
      }
      numbers.append(number)
    }
    if let estimate = Estimate(low: numbers[0], central: numbers[1], high: numbers[2]) {
      return estimate
    }
    throw fault("p", "does not lie between p_low and p_high")
  }

  func grade() throws(FormatError) -> EvidenceGrade {
    let text = try text("grade")
    guard let grade = EvidenceGrade(rawValue: text) else {
      throw fault("grade", "holds '\(text)'; grades are A, B and C")
    }
    return grade
  }

  func fault(_ column: String, _ problem: String) -> FormatError {
    FormatError(
      .badData, "\(name), line \(table.lines[index]), column \(column) \(problem)",
      help: "correct the line; `kulan score --help` shows the columns")
  }
}
