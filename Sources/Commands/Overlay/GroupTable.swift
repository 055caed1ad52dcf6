internal import Formats

/// Numbers groups by the values of some columns, in the order in which they first appear.
struct GroupTable {
  /// The columns whose values make a group.
  let columns: [String]
  /// The values of every group.
  private(set) var values: [[Value]] = []
  /// The kinds of the columns, once a layer was seen.
  private(set) var kinds: [Field.Kind] = []
  private var numbers: [[Value]: Int] = [:]

  init(columns: [String]) { self.columns = columns }

  /// Returns the group of every row of a batch.
  ///
  /// - Throws: A usage error that names the nearest column when one is missing.
  mutating func groups(of batch: FeatureBatch, source: String) throws(UserError) -> [Int] {
    guard !columns.isEmpty else { return Array(repeating: 0, count: batch.count) }
    let keys = try columns.map { (name) throws(UserError) in try batch.column(name, of: source) }
    merge(keys.map(\.field.kind))
    return (0..<batch.count).map { row in number(of: keys.map { $0[row] }) }
  }

  /// Makes a group of each value of the only column, in their order.
  mutating func add(_ values: [Value], kind: Field.Kind) {
    merge([kind])
    self.values += values.map { [$0] }
  }

  /// Several sources may hold the same column in different types: then it is text.
  private mutating func merge(_ new: [Field.Kind]) {
    kinds = kinds.isEmpty ? new : zip(kinds, new).map { $0 == $1 ? $0 : .text }
  }

  private mutating func number(of key: [Value]) -> Int {
    if let known = numbers[key] { return known }
    numbers[key] = values.count
    values.append(key)
    return values.count - 1
  }
}
