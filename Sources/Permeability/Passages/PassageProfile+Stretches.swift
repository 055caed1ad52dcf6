internal import Foundation

extension PassageProfile {
  /// Divides a barrier where what the passages add changes by more than a tolerance.
  ///
  /// Within a stretch the greatest and the least reach differ by at most `tolerance`, but for
  /// stretches of a metre. Between two passages the reach is the sum of two exponentials: greatest at
  /// an end, least where both slopes cancel, or at the other end.
  ///
  /// - Parameters:
  ///   - length: The length of the barrier in metres.
  ///   - tolerance: Above 0.
  /// - Returns: Consecutive stretches, from 0 to `length`.
  func stretches(length: Double, tolerance: Double) -> [ClosedRange<Double>] {
    var stretches: [ClosedRange<Double>] = []
    var start = 0.0
    var spread = Spread()
    for part in parts(length: length) {
      var from = part.lowerBound
      while from < part.upperBound {
        let whole = spread.joined(with: self.spread(from, part.upperBound, in: part))
        if whole.size <= tolerance {
          spread = whole
          break
        }
        let end = furthest(from, in: part, spread, tolerance)
        if end > start { stretches.append(start...end) }
        (start, from, spread) = (end, end, Spread())
      }
    }
    if start < length || stretches.isEmpty { stretches.append(start...length) }
    return stretches
  }

  /// The least and the greatest reach.
  private struct Spread {
    var least = Double.infinity
    var greatest = -Double.infinity

    var size: Double { max(0, greatest - least) }

    func joined(with other: Spread) -> Spread {
      Spread(least: min(least, other.least), greatest: max(greatest, other.greatest))
    }
  }

  /// The parts between passages.
  private func parts(length: Double) -> [ClosedRange<Double>] {
    let stops = [0] + chainages.filter { $0 > 0 && $0 < length } + [length]
    return zip(stops, stops.dropFirst()).filter { $0 < $1 }.map { $0...$1 }
  }

  /// What is reached between two places of one part.
  private func spread(_ from: Double, _ to: Double, in part: ClosedRange<Double>) -> Spread {
    let (left, right) = ends(of: part)
    func reach(_ x: Double) -> Double {
      0.5
        * (left * exp(-(x - part.lowerBound) / mean) + right * exp(-(part.upperBound - x) / mean))
    }
    var places = [from, to]
    if left > 0, right > 0 {
      let width = part.upperBound - part.lowerBound
      let lowest = part.lowerBound + (width + mean * log(left / right)) / 2
      places.append(min(max(lowest, from), to))
    }
    let values = places.map(reach)
    return Spread(least: values.min() ?? 0, greatest: values.max() ?? 0)
  }

  /// How far a stretch can go on into a part: to the metre, and at least a metre where it begins there.
  private func furthest(
    _ from: Double, in part: ClosedRange<Double>, _ spread: Spread, _ tolerance: Double
  ) -> Double {
    func fits(_ to: Double) -> Bool {
      spread.joined(with: self.spread(from, to, in: part)).size <= tolerance
    }
    // A passage may change the reach at once: then the stretch ends with it.
    if !fits(from) { return from }
    var (low, high) = (from, part.upperBound)
    while high - low > 1 {
      let middle = (low + high) / 2
      if fits(middle) { low = middle } else { high = middle }
    }
    return low > from ? low : min(from + 1, part.upperBound)
  }
}
