extension RandomAccessCollection where Index == Int {
  /// Returns the first index at which a condition holds that holds from there on; the end where it
  /// never does.
  ///
  /// - Complexity: O(log *n*).
  @inlinable
  package func partitionIndex(where condition: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
