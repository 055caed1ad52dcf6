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

  /// The number in a column; 0 where there is none.
  func number(_ name: String) -> Double {
    switch self[name] {
    case .integer(let number): Double(number)
    case .real(let number): number
    default: 0
    }
  }
}

/// What the overview shows, read from stored work units.
struct AtlasResults: Sendable {
  private(set) var connectivity: [ResultRow] = []
  /// The first lines of every range.
  private(set) var importance: [ResultRow] = []
  private(set) var summary: [ResultRow] = []
  /// The number of barriers in any range, each counted once.
  private(set) var barrierCount = 0
  /// The pieces and patches of the first scenario, by species.
  private(set) var pieces: [(species: String, rows: FeatureBatch)] = []
  private(set) var patches: [(species: String, rows: FeatureBatch)] = []

  /// How many lines of every range are shown.
  static let shownRanks = 25

  init(_ plan: AtlasPlan, _ store: UnitStore) throws(FormatError) {
    let first = plan.scenarios[0].name
    var barriers: Set<String> = []
    for unit in plan.units {
      summary += Self.rows(try store.rows(of: .summary, unit))
      guard let species = unit.subject.species else { continue }
      connectivity += Self.rows(try store.rows(of: .connectivity, unit))
      importance += Self.rows(try store.rows(of: .importance, unit)).filter {
        $0["region"] == .null && $0.number("rank") <= Double(Self.shownRanks)
          && $0.number("delta_eca_km2") > 0
      }
      guard unit.scenario == first else { continue }
      let pieces = try store.rows(of: .pieces, unit)
      for row in 0..<pieces.count {
        barriers.insert(pieces.column("barrier_id")?[row].description ?? "")
      }
      self.pieces.append((species, pieces))
      patches.append((species, try store.rows(of: .patches, unit)))
    }
    barrierCount = barriers.count
  }

  private static func rows(_ batch: FeatureBatch) -> [ResultRow] {
    (0..<batch.count).map { ResultRow($0, of: batch) }
  }
}
