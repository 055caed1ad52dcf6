internal import Formats

/// Where numbers lie on the axis of a chart.
struct ChartScale {
  /// The numbers at the ends of the axis.
  let domain: ClosedRange<Double>
  /// The places of the ends, in pixels.
  let room: ClosedRange<Double>

  /// Returns the place of a number in pixels; one beyond an end lies on the end. Where the domain is a
  /// single number, all lie at the lower end.
  func callAsFunction(_ number: Double) -> Double {
    let length = domain.upperBound - domain.lowerBound
    if length <= 0 { return room.lowerBound }
    let share = (number - domain.lowerBound) / length
    return room.lowerBound + min(max(share, 0), 1) * (room.upperBound - room.lowerBound)
  }

  /// The round numbers of the domain, five to twelve of them, with their texts; the lower end alone
  /// where the domain is a single number.
  var ticks: [(number: Double, text: String)] {
    let length = domain.upperBound - domain.lowerBound
    if length <= 0 { return [(domain.lowerBound, grouped(domain.lowerBound, decimals: 1))] }
    let step = RoundStep(atMost: length / 5)
    return step.multiples(from: domain.lowerBound, through: domain.upperBound).map {
      ($0, grouped($0, decimals: step.decimals))
    }
  }
}
