/// The rules of a schema, for a quick answer.
struct MeaningTable: Sendable {
  /// The columns in the order in which the rules name them.
  private(set) var columns: [String] = []
  private var byValue: [String: [String: Meaning]] = [:]
  private var forAnyValue: [String: Meaning] = [:]

  init(_ rules: [MeaningRule]) {
    for rule in rules {
      if !columns.contains(rule.column) { columns.append(rule.column) }
      if rule.values.isEmpty, forAnyValue[rule.column] == nil {
        forAnyValue[rule.column] = rule.meaning
      }
      for value in rule.values where byValue[rule.column]?[value] == nil {
        byValue[rule.column, default: [:]][value] = rule.meaning
      }
    }
  }

  /// Returns what a value of a column means.
  func meaning(of value: String, in column: String) -> Meaning? {
    byValue[column]?[value] ?? forAnyValue[column]
  }
}
