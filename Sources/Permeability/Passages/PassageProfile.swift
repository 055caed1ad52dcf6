internal import Foundation

/// How much the passages of one barrier add, at every place along it.
///
/// An animal that is stopped follows the line to one side, either with equal chances, for a distance
/// that is exponential with mean m. At chainage x
///
///     R(x) = ½ max aⱼ e^(−(x − xⱼ)/m) to the left + ½ max aⱼ e^(−(xⱼ − x)/m) to the right
///     P(x) = P_line + (1 − P_line) · R(x)
///
/// The model names the nearest usable passage. The best one by acceptance and distance is the same
/// where all are accepted alike; where they are not, it keeps a poor passage in front of a good one
/// from lowering P.
struct PassageProfile: Sendable {
  /// A passage: where it is, in metres, and how many of those who come to it use it.
  struct Place: Sendable, Hashable {
    var chainage: Double
    var acceptance: Double
  }

  private let length: Double
  private let mean: Double
  /// The usable passages, by chainage.
  private let places: [Place]
  /// At every passage, the best that lies there or to the left, as it is felt there.
  private let fromLeft: [Double]
  /// The same to the right.
  private let fromRight: [Double]

  /// - Parameters:
  ///   - places: All passages of the barrier; those outside of it count as at its ends.
  ///   - length: The length of the barrier in metres.
  ///   - mean: The mean distance that is followed, in metres.
  init(_ places: [Place], length: Double, mean: Double) {
    self.length = length
    self.mean = mean
    let usable = places.filter { $0.acceptance > 0 }
      .map { Place(chainage: min(max($0.chainage, 0), length), acceptance: $0.acceptance) }
      .sorted { ($0.chainage, $0.acceptance) < ($1.chainage, $1.acceptance) }
    self.places = usable
    fromLeft = Self.felt(usable, mean)
    fromRight = Self.felt(
      usable.reversed().map { Place(chainage: -$0.chainage, acceptance: $0.acceptance) }, mean
    ).reversed()
  }

  private static func felt(_ places: [Place], _ mean: Double) -> [Double] {
    var felt: [Double] = []
    for (index, place) in places.enumerated() {
      let before =
        index == 0
        ? 0 : felt[index - 1] * exp(-(place.chainage - places[index - 1].chainage) / mean)
      felt.append(max(place.acceptance, before))
    }
    return felt
  }

  /// What the passages add at a place: R, from 0 to 1.
  func reach(at chainage: Double) -> Double {
    let next = places.firstIndex { $0.chainage > chainage } ?? places.count
    let left =
      next == 0 ? 0 : fromLeft[next - 1] * exp(-(chainage - places[next - 1].chainage) / mean)
    let right =
      next == places.count ? 0 : fromRight[next] * exp(-(places[next].chainage - chainage) / mean)
    return 0.5 * (left + right)
  }

  /// The mean of what they add between two places.
  func meanReach(from start: Double, to end: Double) -> Double {
    guard end > start else { return reach(at: start) }
    var sum = 0.0
    var from = start
    for place in places where place.chainage > start && place.chainage < end {
      sum += integral(from: from, to: place.chainage)
      from = place.chainage
    }
    return (sum + integral(from: from, to: end)) / (end - start)
  }

  /// The integral of R where no passage lies between.
  private func integral(from start: Double, to end: Double) -> Double {
    let next = places.firstIndex { $0.chainage >= end } ?? places.count
    let span = mean * (1 - exp(-(end - start) / mean))
    let left =
      next == 0 ? 0 : fromLeft[next - 1] * exp(-(start - places[next - 1].chainage) / mean)
    let right =
      next == places.count ? 0 : fromRight[next] * exp(-(places[next].chainage - end) / mean)
    return 0.5 * (left + right) * span
  }

  /// The mean reach of passages in a regular spacing over the positions between them:
  /// a · (m / s) · (1 − e^(−s/m)).
  static func reach(spacing: Double, mean: Double, acceptance: Double = 1) -> Double {
    spacing > 0 ? acceptance * mean / spacing * (1 - exp(-spacing / mean)) : acceptance
  }
}
