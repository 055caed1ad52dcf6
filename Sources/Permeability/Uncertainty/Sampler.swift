public import Formats
internal import Geometry

/// Scores by many draws of the numbers, seeded.
///
/// The interval of 90 % lies inside the exact bounds of a ``Score``; it is narrower, because not all
/// numbers are at their worst at once.
public struct Sampler: Sendable {
  /// The number of draws.
  public let count: Int
  /// The seed of all draws.
  public let seed: UInt64
  private let draws: [String: Draws]
  private let models: [String: SpeciesModel]

  /// Draws all shared numbers.
  ///
  /// - Parameters:
  ///   - scorer: What the numbers are for.
  ///   - species: Species that the scorer was prepared for.
  ///   - season: The id of a season; nil for the year.
  ///   - count: The number of draws.
  ///   - seed: The same seed makes the same numbers.
  /// - Throws: `usage` for less than one draw.
  public init(
    _ scorer: Scorer, species: [String], season: String? = nil, count: Int = 1000,
    seed: UInt64 = 1
  ) throws(FormatError) {
    guard count > 0 else {
      throw FormatError(.usage, "\(count) draws are none", help: "draw at least once")
    }
    self.count = count
    self.seed = seed
    var models: [String: SpeciesModel] = [:]
    for id in species { models[id] = scorer.model(id, season) }
    self.models = models
    draws = models.mapValues { Draws($0, count: count, seed: seed) }
  }

  /// Returns what the draws say of a barrier.
  ///
  /// - Parameters:
  ///   - design: What is known of it.
  ///   - passages: The passages on it: then it is the mean along it.
  ///   - length: Its length in metres, where it has passages.
  ///   - stretch: The stretch of it that is meant; nil for all of it.
  ///   - line: Its id: what is not known of a line is drawn for each.
  ///   - species: The species.
  /// - Returns: The median and the interval; nil for a species that was not prepared.
  public func sample(
    _ design: BarrierDesign, passages: [PassageOnLine] = [], length: Double = 0,
    in stretch: ClosedRange<Double>? = nil, line: String, for species: String
  ) -> Sample? {
    draws(
      design, passages: passages, length: length, line: line, for: species, realisesFences: false
    ).flatMap { draws in
      Sample((0..<count).map { draws.value(draw: $0, along: stretch ?? 0...max(length, 0)) })
    }
  }

  /// Returns all draws of a barrier, for what depends on many barriers at once.
  ///
  /// - Parameters:
  ///   - design: What is known of it.
  ///   - passages: The passages on it.
  ///   - length: Its length in metres, where it has passages.
  ///   - line: Its id: what is not known of a line is drawn for each.
  ///   - species: The species.
  ///   - realisesFences: Whether a line of which nobody knows if it is fenced is fenced in some draws
  ///     and not in others; else its permeability is the expectation over both.
  /// - Returns: The draws; nil for a species that was not prepared.
  public func draws(
    _ design: BarrierDesign, passages: [PassageOnLine] = [], length: Double = 0, line: String,
    for species: String, realisesFences: Bool
  ) -> LineDraws? {
    guard let model = models[species], let draws = draws[species] else { return nil }
    var record = RecordingLedger(values: model.central)
    _ = model.annual(design, &record)
    return LineDraws(
      model, PassageRow(barrier: design, passages: passages, length: length),
      draws.values(forLine: line, record.slots, realisesFences: realisesFences))
  }

  /// Returns draws of a permeability that is known with bounds, such as an override.
  public func draws(of known: Estimate, line: String) -> LineDraws {
    var random = SeededGenerator(seed: Draws.seed(seed, line, "override"))
    let pert = PERT(known)
    return LineDraws((0..<count).map { _ in pert.draw(using: &random) })
  }
}
