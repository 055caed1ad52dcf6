/// The numbers `0 ..< count`, each in a set of its own until sets are united.
package struct DisjointSets {
  /// The number above each one in the tree of its set; the root is above itself.
  private var above: [Int]

  /// Creates `count` sets of one number.
  package init(count: Int) { above = Array(0..<count) }

  /// Unites the sets of two numbers.
  ///
  /// - Returns: Whether they were two.
  /// - Complexity: O(log *n*) on average over many calls.
  package mutating func unite(_ a: Int, _ b: Int) -> Bool {
    let (a, b) = (root(of: a), root(of: b))
    above[a] = b
    return a != b
  }

  /// Finds the root of a set, and halves the way to it.
  package mutating func root(of number: Int) -> Int {
    var number = number
    while above[number] != number {
      above[number] = above[above[number]]
      number = above[number]
    }
    return number
  }
}
