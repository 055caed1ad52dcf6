internal import Atlas
internal import Formats

/// One row of a table, by the names of its columns.
struct ResultRow: Sendable {
  let fields: [Field]
  private let values: [String: Value]

  init(_ row: Int, of batch: FeatureBatch) {
    fields = batch.columns.map(\.field)
    values = Dictionary(
      uniqueKeysWithValues: batch.columns.map { ($0.field.name, $0[row]) })
  }

  /// The value of a column; null where there is none.
  subscript(name: String) -> Value { values[name] ?? .null }

  /// The text of a column; empty where there is none.
  func text(_ name: String) -> String { self[name].description }

  /// The number in a column; 0 where there is none.
  func number(_ name: String) -> Double { self[name].real ?? 0 }
}

extension Value {
  /// The number; nil for everything else.
  var real: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .real(let number): number
    case .null, .boolean, .text: nil
    }
  }
}

/// Some pieces or patches of one range that a map shows.
struct ShownRows: Sendable {
  /// The id of the species.
  let species: String
  /// The scenario.
  let scenario: String
  let batch: FeatureBatch
  /// The rows that are shown.
  let rows: [Int]
}

/// What the overview shows, read from stored work units.
struct AtlasResults: Sendable {
  private(set) var connectivity: [ResultRow] = []
  /// The first lines of every range.
  private(set) var importance: [ResultRow] = []
  private(set) var summary: [ResultRow] = []
  /// The number of barriers in any range of the first scenario, each counted once.
  private(set) var barrierCount = 0
  /// The pieces of the first scenario, range by range.
  private(set) var pieces: [ShownRows] = []
  /// The patches of the first scenario, range by range.
  private(set) var patches: [ShownRows] = []
  /// The pieces that other scenarios have and the first has not, where there are any.
  private(set) var added: [ShownRows] = []

  /// How many lines of every range are shown.
  static let shownRanks = 25

  init(_ plan: AtlasPlan, _ store: UnitStore) throws(FormatError) {
    for unit in plan.units {
      summary += Self.rows(try store.rows(of: .summary, unit))
      guard unit.subject.species != nil else { continue }
      connectivity += Self.rows(try store.rows(of: .connectivity, unit))
      importance += Self.rows(try store.rows(of: .importance, unit)).filter {
        $0["region"] == .null && $0.number("rank") <= Double(Self.shownRanks)
          && $0.number("delta_eca_km2") > 0
      }
    }
    try readMap(plan, store)
  }

  private mutating func readMap(_ plan: AtlasPlan, _ store: UnitStore) throws(FormatError) {
    let first = plan.scenarios[0].name
    var present: [String: Set<String>] = [:]
    for unit in plan.units where unit.scenario == first {
      guard let species = unit.subject.species else { continue }
      let found = try store.rows(of: .pieces, unit)
      present[species] = Set((0..<found.count).map { Self.barrier($0, of: found) })
      pieces.append(Self.all(of: found, species, first))
      patches.append(Self.all(of: try store.rows(of: .patches, unit), species, first))
    }
    barrierCount = present.values.reduce(into: Set()) { $0.formUnion($1) }.count
    for unit in plan.units where unit.scenario != first {
      guard let species = unit.subject.species else { continue }
      let found = try store.rows(of: .pieces, unit)
      let rows = (0..<found.count).filter {
        present[species]?.contains(Self.barrier($0, of: found)) != true
      }
      if !rows.isEmpty {
        added.append(
          ShownRows(species: species, scenario: unit.scenario, batch: found, rows: rows))
      }
    }
  }

  private static func all(
    of batch: FeatureBatch, _ species: String, _ scenario: String
  ) -> ShownRows {
    ShownRows(species: species, scenario: scenario, batch: batch, rows: Array(0..<batch.count))
  }

  private static func barrier(_ row: Int, of batch: FeatureBatch) -> String {
    batch.column("barrier_id")?[row].description ?? ""
  }

  private static func rows(_ batch: FeatureBatch) -> [ResultRow] {
    (0..<batch.count).map { ResultRow($0, of: batch) }
  }
}
