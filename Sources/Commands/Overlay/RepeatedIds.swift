internal import Formats

/// Finds ids that stand for several features of one source.
struct RepeatedIds {
  /// The number of features with an id that an earlier one has.
  private(set) var count = 0
  /// The first id that came again.
  private(set) var first: Value?
  private var known: Set<Value> = []

  /// Takes an id into account.
  mutating func add(_ id: Value) {
    if known.insert(id).inserted { return }
    count += 1
    if first == nil { first = id }
  }
}
