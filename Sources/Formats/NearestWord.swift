/// Returns the word that `word` was probably meant to be, or nil if none is alike.
///
/// Alike means that at most a third of the letters (at least one, at most four) must be inserted,
/// removed, replaced or swapped with their neighbour; case does not count. Of equally near words
/// the first wins.
///
/// - Parameters:
///   - word: What was written.
///   - words: What may be written.
/// - Returns: One of `words`, or nil.
/// - Complexity: O(length of `word` × total length of `words`).
public func nearest(to word: String, in words: some Sequence<String>) -> String? {
  let letters = Array(word.lowercased())
  var best: (word: String, distance: Int)?
  for candidate in words {
    let other = Array(candidate.lowercased())
    let allowed = min(4, max(1, max(letters.count, other.count) / 3))
    guard abs(letters.count - other.count) <= allowed else { continue }
    let distance = editDistance(letters, other)
    if distance <= allowed, distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.word
}

/// Returns the number of letters to insert, remove, replace or swap with their neighbour
/// (optimal string alignment).
private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var distance = min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        distance = min(distance, beforeLast[j - 1] + 1)
      }
      row.append(distance)
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
