package import Formats

/// Numbers groups by the values of some columns, in the order in which they first appear.
package struct GroupTable {
  /// The columns whose values make a group.
  package let columns: [String]
  /// The types of the columns; where sources differ, one that can hold the values of all.
  package private(set) var kinds: [Field.Kind]
  /// The values of every group.
  package private(set) var values: [[Value]] = []
  private var numbers: [[Value]: Int] = [:]

  /// Finds the columns in all sources.
  ///
  /// - Throws: A usage error that names the nearest column when one is missing.
  package init(columns: [String], of sources: [InputSource]) throws(FormatError) {
    self.columns = columns
    kinds = []
    for column in columns {
      var kind: Field.Kind?
      for source in sources where !source.isWithoutFields {
        let own = try source.field(column).kind
        kind = kind.map { $0.common(with: own) } ?? own
      }
      kinds.append(kind ?? .text)
    }
  }

  /// Makes a group of each value of a column, in their order.
  package init(column: String, _ kind: Field.Kind, _ values: [Value]) {
    columns = [column]
    kinds = [kind]
    self.values = values.map { [$0] }
  }

  /// Returns the group of every row of a batch.
  package mutating func groups(of batch: FeatureBatch, _ source: InputSource) throws -> [Int] {
    guard !columns.isEmpty, batch.count > 0 else { return Array(repeating: 0, count: batch.count) }
    let keys = try columns.map { batch.columns[try source.index(of: $0)] }
    return (0..<batch.count).map { row in
      number(of: zip(keys, kinds).map { $0[row].widened(to: $1) })
    }
  }

  private mutating func number(of key: [Value]) -> Int {
    if let known = numbers[key] { return known }
    numbers[key] = values.count
    values.append(key)
    return values.count - 1
  }
}

extension Field.Kind {
  /// The type that holds the values of both: numbers stay numbers, everything else becomes text.
  fileprivate func common(with other: Field.Kind) -> Field.Kind {
    if self == other { return self }
    return Set([self, other]) == [.integer, .real] ? .real : .text
  }
}

extension Value {
  /// The value in a column of another type, which can hold it.
  fileprivate func widened(to kind: Field.Kind) -> Value {
    switch (self, kind) {
    case (.integer(let number), .real): .real(Double(number))
    case (.null, _), (.text, _): self
    case (_, .text): .text(description)
    default: self
    }
  }
}
