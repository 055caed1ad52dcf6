/// What many draws of the numbers say of a permeability.
public struct Sample: Sendable, Hashable {
  /// The value that 5 % of the draws stay below.
  public let low: Double
  /// The median.
  public let median: Double
  /// The value that 5 % of the draws exceed.
  public let high: Double
  /// The number of draws.
  public let count: Int

  /// Fewer draws than this only indicate.
  public static let fewest = 200

  /// Orders draws; nil without any.
  package init?(_ draws: [Double]) {
    guard !draws.isEmpty else { return nil }
    let sorted = draws.sorted()
    func quantile(_ share: Double) -> Double {
      let place = share * Double(sorted.count - 1)
      let below = Int(place)
      let above = min(below + 1, sorted.count - 1)
      return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
    }
    (low, median, high) = (quantile(0.05), quantile(0.5), quantile(0.95))
    count = draws.count
  }
}
