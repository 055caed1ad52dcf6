package import Formats
internal import Geometry

/// Finds ids that stand for several features of one source.
///
/// Whole numbers that ascend, as those of most sources do, need next to no memory. Of all other ids
/// a hash is kept: two different ones of 10⁸ are taken for the same with a chance of 3·10⁻⁴.
package struct RepeatedIds {
  /// The number of features with an id that an earlier one has.
  package private(set) var count = 0
  /// The first id that came again.
  package private(set) var first: Value?
  /// Runs of consecutive whole numbers, ascending.
  private var runs: [ClosedRange<Int64>] = []
  private var others: Set<Int> = []

  /// Knows no ids.
  package init() {}

  /// Takes an id into account.
  package mutating func add(_ id: Value) {
    if insert(id) { return }
    count += 1
    if first == nil { first = id }
  }

  /// Remembers an id; false when it is known.
  private mutating func insert(_ id: Value) -> Bool {
    guard case .integer(let number) = id else { return others.insert(id.hashValue).inserted }
    guard let last = runs.last, number <= last.upperBound else {
      if let last = runs.last, number - 1 == last.upperBound {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
      return true
    }
    return !isInRuns(number) && others.insert(id.hashValue).inserted
  }

  private func isInRuns(_ number: Int64) -> Bool {
    let index = runs.partitionIndex { $0.upperBound >= number }
    return index < runs.count && runs[index].contains(number)
  }
}
