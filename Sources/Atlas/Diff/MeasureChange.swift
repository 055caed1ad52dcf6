package import Formats
internal import Geometry

/// What became of one row of a table between two editions.
package struct MeasureChange: Sendable {
  /// In which editions the row is.
  package enum Kind: String, Sendable, CaseIterable {
    /// In the new edition only.
    case added
    /// In the old edition only.
    case removed
    /// In both, with other numbers.
    case changed
  }

  package let kind: Kind
  /// What the row is about, in the order of the keys of the table; empty for the whole.
  package let key: [String]
  /// The measures in the order of the table; nil where there is none.
  package let values: [(old: Double?, new: Double?)]
  /// Why, at least one reason.
  package let causes: [ChangeCause]

  /// How much the measure changed most, as a share of the greater of its old and new value, 0...1.
  package var greatest: Double {
    values.map { value in
      let (old, new) = (value.old ?? 0, value.new ?? 0)
      let size = max(old.magnitude, new.magnitude)
      return size > 0 ? min((new - old).magnitude / size, 1) : 0
    }.max() ?? 0
  }
}

extension ComparedTable {
  /// Compares the rows of this table in two editions.
  ///
  /// - Returns: The rows that differ by more than rounding or are in one edition only, in the order of
  ///   the new edition and then of the old one.
  package func changes(
    _ old: FeatureBatch, _ new: FeatureBatch, _ causes: EditionCauses
  ) -> [MeasureChange] {
    let olds = (0..<old.count).map { key($0, of: old) }
    let news = (0..<new.count).map { key($0, of: new) }
    let rows = Dictionary(olds.enumerated().map { ($1, $0) }) { first, _ in first }
    let known = Set(news)
    let present = news.indices.compactMap { row in
      change(news[row], rows[news[row]].map { ($0, old) }, (row, new), causes)
    }
    return present
      + olds.indices.filter { !known.contains(olds[$0]) }.compactMap {
        change(olds[$0], ($0, old), nil, causes)
      }
  }

  private func key(_ row: Int, of batch: FeatureBatch) -> [String] {
    keys.map { batch.column($0)?[row].description ?? "" }
  }

  private func change(
    _ key: [String], _ old: (row: Int, batch: FeatureBatch)?,
    _ new: (row: Int, batch: FeatureBatch)?, _ causes: EditionCauses
  ) -> MeasureChange? {
    let values = measures.map { measure in
      (
        old: old?.batch.column(measure.column)?[old?.row ?? 0].real,
        new: new?.batch.column(measure.column)?[new?.row ?? 0].real
      )
    }
    let kind: MeasureChange.Kind = old == nil ? .added : new == nil ? .removed : .changed
    if kind == .changed, !zip(measures, values).contains(where: { $0.differs($1.old, $1.new) }) {
      return nil
    }
    let subject: UnitSubject = key[0].isEmpty ? .region(name: key[1]) : .range(species: key[0])
    return MeasureChange(
      kind: kind, key: key, values: values,
      causes: causes.causes(of: subject, region: key[1], scenario: key[2]))
  }

  /// The changes as rows with the columns ``fields``.
  package func rows(_ changes: [MeasureChange]) -> FeatureBatch {
    var batch = FeatureBatch(fields: fields)
    for change in changes {
      batch.geometry.appendNone()
      batch.append(
        change.key.map { $0.isEmpty ? .null : .text($0) } + [.text(change.kind.rawValue)]
          + change.values.flatMap { value in
            [.measured(value.old), .measured(value.new), Self.difference(value.old, value.new)]
          } + [.text(change.causes.words)])
    }
    return batch.numbered(from: 1)
  }

  /// Null where one of the two is not known.
  private static func difference(_ old: Double?, _ new: Double?) -> Value {
    guard let old, let new else { return .null }
    return .measured(new - old)
  }
}

extension Value {
  /// As a number; nil for anything else.
  fileprivate var real: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .real(let number): number
    case .null, .boolean, .text: nil
    }
  }
}
