/// What one barrier lets through at every place along it, with central numbers: quick to ask, and to ask
/// again with one passage more.
package struct PassageField: Sendable {
  private let model: SpeciesModel
  private let design: BarrierDesign
  private let length: Double
  /// The permeability of the line between its passages.
  private let line: Double
  private var places: [PassageProfile.Place]
  private var profile: PassageProfile

  /// Prepares a barrier.
  ///
  /// - Parameters:
  ///   - design: What is known of it.
  ///   - passages: The passages on it.
  ///   - length: Its length in metres.
  ///   - scorer: What scores.
  ///   - species: The species; nil is returned for one that the scorer was not prepared for.
  ///   - season: The id of a season; nil for the year.
  package init?(
    _ design: BarrierDesign, passages: [PassageOnLine], length: Double, _ scorer: Scorer,
    species: String, season: String?
  ) {
    guard let model = scorer.model(species, season),
      let score = scorer.score(design, for: species, season: season)
    else { return nil }
    (self.model, self.design, self.length, line) = (model, design, length, score.p.central)
    (places, profile) = ([], PassageProfile([], length: length, mean: 1))
    places = passages.map { place(of: $0) }
    profile = Self.profile(places, length, model)
  }

  /// The same with one more passage.
  package func adding(_ passage: PassageOnLine) -> PassageField {
    var field = self
    field.places.append(place(of: passage))
    field.profile = Self.profile(field.places, length, model)
    return field
  }

  /// The mean permeability along a stretch, in metres; at a place where both ends are equal.
  package func permeability(along stretch: ClosedRange<Double>) -> Double {
    probability(
      line + (1 - line) * profile.meanReach(from: stretch.lowerBound, to: stretch.upperBound))
  }

  /// The mean permeability along the whole barrier.
  package var mean: Double { permeability(along: 0...length) }

  private func place(of passage: PassageOnLine) -> PassageProfile.Place {
    var ledger = PlainLedger(values: model.central)
    return PassageProfile.Place(
      chainage: passage.chainage, acceptance: passage.design.acceptance(on: design, &ledger))
  }

  private static func profile(
    _ places: [PassageProfile.Place], _ length: Double, _ model: SpeciesModel
  ) -> PassageProfile {
    PassageProfile(
      places, length: length, mean: 1000 * model.central[ParameterValues.Slot(.traceLength)])
  }
}
