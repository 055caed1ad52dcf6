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
    let indices = try columns.map { (name) throws(UserError) in
      try index(of: name, in: batch, source: source)
    }
    merge(indices.map { batch.columns[$0].field.kind })
    var result: [Int] = []
    result.reserveCapacity(batch.count)
    for row in 0..<batch.count {
      result.append(number(of: indices.map { batch.columns[$0][row] }))
    }
    return result
  }

  private func index(
    of name: String, in batch: FeatureBatch, source: String
  ) throws(UserError) -> Int {
    let names = batch.columns.map(\.field.name)
    if let exact = names.firstIndex(of: name) { return exact }
    let folded = names.indices.filter { names[$0].lowercased() == name.lowercased() }
    if folded.count == 1 { return folded[0] }
    let near = nearest(to: name, in: names).map { "did you mean '\($0)'? " } ?? ""
    throw UserError(
      .usage, "\(source) has no column '\(name)'",
      help: near + "its columns are: \(names.joined(separator: ", "))")
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
