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

  /// The mean distance that is followed, in metres.
  let mean: Double
  /// The usable passages, by chainage.
  private let places: [Place]
  /// At every passage, the best that lies there or to the left, as it is felt there.
  private let toLeft: [Felt]
  /// The same to the right.
  private let toRight: [Felt]

  /// A passage as it is felt at a place: its acceptance with those who give up before, and how far it
  /// is.
  private struct Felt {
    var share: Double
    var distance: Double

    func after(_ way: Double, _ mean: Double) -> Felt {
      Felt(share: share * exp(-way / mean), distance: distance + way)
    }

    /// The integral of the share over a way that leads away from it.
    func reach(over way: Double, _ mean: Double) -> Double { share * mean * -expm1(-way / mean) }

    /// The integral of share × distance over a way that leads away from it.
    func detour(over way: Double, _ mean: Double) -> Double {
      let rest = exp(-way / mean)
      return share * mean * ((distance + mean) * (1 - rest) - way * rest)
    }
  }

  /// Finds the best passages.
  ///
  /// - Parameters:
  ///   - places: All passages of the barrier; those outside of it count as at its ends.
  ///   - length: The length of the barrier in metres.
  ///   - mean: The mean distance that is followed, in metres.
  init(_ places: [Place], length: Double, mean: Double) {
    self.mean = mean
    let usable = places.filter { $0.acceptance > 0 }
      .map { Place(chainage: min(max($0.chainage, 0), length), acceptance: $0.acceptance) }
      .sorted { ($0.chainage, $0.acceptance) < ($1.chainage, $1.acceptance) }
    self.places = usable
    toLeft = Self.felt(usable, mean)
    toRight = Self.felt(
      usable.reversed().map { Place(chainage: -$0.chainage, acceptance: $0.acceptance) }, mean
    ).reversed()
  }

  private static func felt(_ places: [Place], _ mean: Double) -> [Felt] {
    var felt: [Felt] = []
    for (index, place) in places.enumerated() {
      let own = Felt(share: place.acceptance, distance: 0)
      guard let last = felt.last else {
        felt.append(own)
        continue
      }
      let before = last.after(place.chainage - places[index - 1].chainage, mean)
      felt.append(own.share >= before.share ? own : before)
    }
    return felt
  }

  /// What is felt at a place to both sides; the passages up to `next` lie to the left.
  private func felt(at chainage: Double, next: Int) -> (left: Felt?, right: Felt?) {
    (
      next == 0 ? nil : toLeft[next - 1].after(chainage - places[next - 1].chainage, mean),
      next == places.count ? nil : toRight[next].after(places[next].chainage - chainage, mean)
    )
  }

  /// Where the usable passages lie.
  var chainages: [Double] { places.map(\.chainage) }

  /// What is felt at both ends of a part without passages inside: of what lies to the left at its
  /// start, of what lies to the right at its end.
  func ends(of part: ClosedRange<Double>) -> (left: Double, right: Double) {
    let next = places.firstIndex { $0.chainage >= part.upperBound } ?? places.count
    return (
      felt(at: part.lowerBound, next: next).left?.share ?? 0,
      felt(at: part.upperBound, next: next).right?.share ?? 0
    )
  }

  /// What the passages add at a place: R, from 0 to 1.
  func reach(at chainage: Double) -> Double {
    let next = places.firstIndex { $0.chainage > chainage } ?? places.count
    let (left, right) = felt(at: chainage, next: next)
    return 0.5 * ((left?.share ?? 0) + (right?.share ?? 0))
  }

  /// The mean of what they add between two places.
  func meanReach(from start: Double, to end: Double) -> Double {
    end > start ? integral(from: start, to: end) { $0.reach(over: $1, mean) } : reach(at: start)
  }

  /// The mean of what they would add if all turned to the side where more is reached.
  ///
  /// Between two passages that is the left one up to where both are felt alike.
  func meanReachOfNearer(from start: Double, to end: Double) -> Double {
    guard end > start else { return 0 }
    var sum = 0.0
    var from = start
    for stop in stops(between: start, end) {
      let next = places.firstIndex { $0.chainage >= stop } ?? places.count
      let (way, left, right) = (
        stop - from, felt(at: from, next: next).left, felt(at: stop, next: next).right
      )
      switch (left, right) {
      case (let left?, let right?):
        let meeting = min(max((way + mean * log(left.share / right.share)) / 2, 0), way)
        sum += left.reach(over: meeting, mean) + right.reach(over: way - meeting, mean)
      case (let one?, nil), (nil, let one?): sum += one.reach(over: way, mean)
      case (nil, nil): break
      }
      from = stop
    }
    return sum / (end - start)
  }

  /// The ends of the parts between passages.
  private func stops(between start: Double, _ end: Double) -> [Double] {
    places.map(\.chainage).filter { $0 > start && $0 < end } + [end]
  }

  /// The mean of what they add times the way to walk for it, in metres, between two places.
  func meanDetour(from start: Double, to end: Double) -> Double {
    end > start ? integral(from: start, to: end) { $0.detour(over: $1, mean) } : 0
  }

  /// The mean over a stretch of what both sides contribute, by the parts between passages.
  private func integral(
    from start: Double, to end: Double, _ side: (Felt, _ way: Double) -> Double
  ) -> Double {
    var sum = 0.0
    var from = start
    for stop in stops(between: start, end) {
      let next = places.firstIndex { $0.chainage >= stop } ?? places.count
      let way = stop - from
      if let left = felt(at: from, next: next).left { sum += 0.5 * side(left, way) }
      if let right = felt(at: stop, next: next).right { sum += 0.5 * side(right, way) }
      from = stop
    }
    return sum / (end - start)
  }
}
