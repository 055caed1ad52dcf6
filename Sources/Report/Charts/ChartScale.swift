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

  /// The round numbers of the domain with their texts, as many as there is room for, up to twelve; the
  /// lower end alone where the domain is a single number.
  var ticks: [(number: Double, text: String)] {
    let length = domain.upperBound - domain.lowerBound
    if length <= 0 { return [(domain.lowerBound, grouped(domain.lowerBound, decimals: 1))] }
    var parts = Self.mostParts
    while parts > 1, !hasRoom(for: ticks(inParts: parts)) { parts -= 1 }
    return ticks(inParts: parts)
  }

  /// The least number of parts into which twelve numbers cut a domain at most.
  private static let mostParts = 5.0
  /// The size of the type of numbers and the room between them, in pixels.
  private static let (typeSize, gap) = (13.0, 12.0)

  private func ticks(inParts parts: Double) -> [(number: Double, text: String)] {
    let step = RoundStep(atMost: (domain.upperBound - domain.lowerBound) / parts)
    return step.multiples(from: domain.lowerBound, through: domain.upperBound).map {
      ($0, grouped($0, decimals: step.decimals))
    }
  }

  private func hasRoom(for ticks: [(number: Double, text: String)]) -> Bool {
    let widest = ticks.map { TextWidth(of: $0.text, size: Self.typeSize).value }.max() ?? 0
    return zip(ticks, ticks.dropFirst()).allSatisfy {
      self($1.number) - self($0.number) >= widest + Self.gap
    }
  }
}
