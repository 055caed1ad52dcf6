internal import Formats

/// The columns of a layer by name, whatever their case.
struct Columns: Sendable {
  private let fields: [Field]
  private let indices: [String: Int]
  /// Whether any name has a prefix, as in `construction:railway`.
  let hasPrefixes: Bool

  init(_ fields: [Field]) {
    self.fields = fields
    var indices: [String: Int] = [:]
    for (index, field) in fields.enumerated() where indices[field.name.lowercased()] == nil {
      indices[field.name.lowercased()] = index
    }
    self.indices = indices
    hasPrefixes = fields.contains { $0.name.contains(":") }
  }

  /// The names in lower case.
  var names: Set<String> { Set(indices.keys) }

  /// Returns the index of a column.
  func index(of name: String) -> Int? { indices[name] }

  /// Returns the name of a column as the layer spells it.
  func spelling(of name: String) -> String { indices[name].map { fields[$0].name } ?? name }

  /// Returns the columns that are not in `known`, as the layer spells them, in its order.
  func names(outside known: Set<String>) -> [String] {
    fields.map(\.name).filter { !known.contains($0.lowercased()) }
  }
}
