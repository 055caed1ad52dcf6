internal import Formats

/// What one attribute of a layer holds.
struct FieldStatistics: Sendable {
  /// The name and type.
  let field: Field
  /// The number of features with a value.
  private(set) var filledCount = 0
  /// The first different values, a few of them.
  private(set) var examples: [String] = []

  private static let exampleCount = 3
  private static let exampleLength = 24

  /// Starts without values.
  init(_ field: Field) { self.field = field }

  /// Takes the values of a batch into account.
  mutating func add(_ column: Column) {
    for row in 0..<column.count where column.isPresent[row] {
      filledCount += 1
      guard examples.count < Self.exampleCount else { continue }
      var text = column[row].description
      if text.count > Self.exampleLength { text = text.prefix(Self.exampleLength - 1) + "…" }
      if !text.isEmpty, !examples.contains(text) { examples.append(text) }
    }
  }
}
