public import Formats
internal import Landscape

/// Scores barriers for species: model PM-1.
///
/// The same design gives the same score, so that a score is computed once for all pieces of all
/// barriers that share it.
public struct Scorer: Sendable {
  /// The numbers.
  public let parameters: ParameterTable
  /// The seasons of the year.
  public let seasons: [Season]
  /// By species, and for each by season; the year is one of them.
  private let models: [String: [String: SpeciesModel]]

  /// Prepares to score.
  ///
  /// - Parameters:
  ///   - parameters: The numbers.
  ///   - species: The species to score for, by any name; scores are asked for by id.
  ///   - seasons: The seasons of the year.
  ///   - onMigrationFront: Whether a whole migration arrives at passages at once; it asks for more of
  ///     them, for species of which it is known.
  /// - Throws: `usage` for a species that is not in the registry, or seasons without weight.
  public init(
    _ parameters: ParameterTable = .bundled, species: [String], seasons: [Season] = Season.usual,
    onMigrationFront: Bool = false
  ) throws(FormatError) {
    guard !seasons.isEmpty, seasons.allSatisfy({ $0.weight >= 0 }),
      seasons.contains(where: { $0.weight > 0 })
    else {
      throw FormatError(
        .usage, "the seasons have no weight",
        help: "give every season a weight of 0 or more, and one of them more than 0")
    }
    var models: [String: [String: SpeciesModel]] = [:]
    for name in species {
      let id = try SpeciesRegistry.bundled.species(named: name).id
      let year = SpeciesModel(
        parameters, species: id, seasons: seasons, onMigrationFront: onMigrationFront)
      models[id] = seasons.reduce(into: [Season.annual: year]) { $0[$1.id] = year.alone(in: $1) }
    }
    self.parameters = parameters
    self.seasons = seasons
    self.models = models
  }

  /// Scores a design for a species, over the year or in one season.
  ///
  /// - Parameters:
  ///   - design: What is known of the barrier.
  ///   - species: One of those that the scorer was prepared for.
  ///   - season: The id of a season; nil for the year.
  /// - Returns: The score; nil for a species or season that the scorer was not prepared for.
  public func score(
    _ design: BarrierDesign, for species: String, season: String? = nil
  ) -> Score? {
    model(species, season)?.score(design, season: season ?? Season.annual)
  }

  /// Scores a barrier with its passages: the mean along it.
  ///
  /// - Parameters:
  ///   - design: What is known of the barrier.
  ///   - passages: The passages on it; without any the score is that of the line.
  ///   - length: The length of the barrier, in metres.
  ///   - species: One of those that the scorer was prepared for.
  ///   - season: The id of a season; nil for the year.
  /// - Returns: The score; nil for a species or season that the scorer was not prepared for.
  public func score(
    _ design: BarrierDesign, passages: [PassageOnLine], length: Double, for species: String,
    season: String? = nil
  ) -> Score? {
    guard let model = model(species, season) else { return nil }
    let line = model.score(design, season: season ?? Season.annual)
    if passages.isEmpty { return line }
    let row = PassageRow(barrier: design, passages: passages, length: length)
    return model.score(line, row, in: 0...length)
  }

  /// Returns the mean permeability along a stretch of a barrier with passages, with its bounds.
  ///
  /// - Parameters:
  ///   - line: The permeability of the barrier without its passages.
  ///   - design: What is known of the barrier.
  ///   - passages: The passages on it.
  ///   - length: The length of the barrier, in metres.
  ///   - stretch: From where to where, in metres along it; a single place where both are equal.
  ///   - species: One of those that the scorer was prepared for.
  ///   - season: The id of a season; nil for the year.
  /// - Returns: The mean; nil for a species or season that the scorer was not prepared for.
  public func permeability(
    of line: Estimate, _ design: BarrierDesign, passages: [PassageOnLine], length: Double,
    along stretch: ClosedRange<Double>, for species: String, season: String? = nil
  ) -> Estimate? {
    model(species, season)?.bounds(
      of: line, PassageRow(barrier: design, passages: passages, length: length), in: stretch)
  }

  /// Returns the share of a species that uses a passage which it comes to.
  ///
  /// - Parameters:
  ///   - passage: The passage.
  ///   - design: The barrier that it lies on.
  ///   - species: One of those that the scorer was prepared for.
  /// - Returns: A share in `0...1`; nil for a species that the scorer was not prepared for.
  public func acceptance(
    of passage: PassageDesign, on design: BarrierDesign, for species: String
  ) -> Double? {
    guard let model = model(species, nil) else { return nil }
    var ledger = PlainLedger(values: model.central)
    return passage.acceptance(on: design, &ledger)
  }

  /// Scores a barrier with its passages in stretches in which the permeability hardly changes.
  ///
  /// - Parameters:
  ///   - design: What is known of the barrier.
  ///   - passages: The passages on it; without any there is one stretch, the line.
  ///   - length: The length of the barrier, in metres.
  ///   - tolerance: How much the permeability may change within a stretch, above 0.
  ///   - species: One of those that the scorer was prepared for.
  ///   - season: The id of a season; nil for the year.
  /// - Returns: Scores in the order of the stretches; none for a species or season that the scorer was
  ///   not prepared for.
  public func stretches(
    _ design: BarrierDesign, passages: [PassageOnLine], length: Double, tolerance: Double,
    for species: String, season: String? = nil
  ) -> [Score] {
    guard let model = model(species, season) else { return [] }
    let line = model.score(design, season: season ?? Season.annual)
    if passages.isEmpty { return [line] }
    var ledger = PlainLedger(values: model.central)
    let row = PassageRow(barrier: design, passages: passages, length: length)
    let profile = model.profile(row, &ledger)
    // Passages change what the line leaves.
    let scale = max(1 - line.p.central, 1e-9)
    return profile.stretches(length: length, tolerance: tolerance / scale).map {
      model.score(line, row, in: $0)
    }
  }

  /// What the score would be under other forms of the model.
  ///
  /// The bounds know of numbers alone. How obstacles depend on each other is a choice of form: from
  /// the smallest decides (`gamma` 0) to independent (`gamma` 1). So is whether an animal that is
  /// stopped turns to either side with equal chances, or to the nearer passage.
  ///
  /// - Parameters:
  ///   - design: What is known of the barrier.
  ///   - passages: The passages on it.
  ///   - length: The length of the barrier in metres, where it has passages.
  ///   - species: One of those that the scorer was prepared for.
  ///   - season: The id of a season; nil for the year.
  /// - Returns: The forms with what they come to; none for a species that was not prepared for.
  public func variants(
    of design: BarrierDesign, passages: [PassageOnLine] = [], length: Double = 0,
    for species: String, season: String? = nil
  ) -> [Variant] {
    guard let model = model(species, season) else { return [] }
    var row = PassageRow(barrier: design, passages: passages, length: length)
    func p(_ gamma: Double?) -> Double {
      var values = model.central
      if let gamma { values[ParameterValues.Slot(.dependence)] = gamma }
      var ledger = PlainLedger(values: values)
      let line = model.annual(design, &ledger)
      return passages.isEmpty ? line : model.mean(line, row, in: 0...length, &ledger)
    }
    var variants = [
      Variant(name: "the smallest obstacle decides", p: p(0)),
      Variant(name: "obstacles are independent", p: p(1)),
    ]
    if !passages.isEmpty {
      row.turnsToNearer = true
      variants.append(Variant(name: "animals turn to the nearer passage", p: p(nil)))
    }
    return variants
  }

  /// A permeability under another form of the model.
  public struct Variant: Sendable, Hashable {
    /// What is different.
    public let name: String
    /// The permeability.
    public let p: Double
  }

  /// The whole derivation of a score.
  ///
  /// - Parameters:
  ///   - design: What is known of the barrier.
  ///   - passages: The passages on it.
  ///   - length: The length of the barrier in metres, where it has passages.
  ///   - species: One of those that the scorer was prepared for.
  ///   - season: The id of a season; nil for the year.
  /// - Returns: The tree of steps; nil for a species or season that the scorer was not prepared for.
  public func derivation(
    of design: BarrierDesign, passages: [PassageOnLine] = [], length: Double = 0,
    for species: String, season: String? = nil
  ) -> Derivation? {
    guard let model = model(species, season) else { return nil }
    var ledger = ExplainingLedger(model)
    let p = ledger.part(.line) { ledger in
      let line = model.annual(design, &ledger)
      return passages.isEmpty
        ? line
        : model.mean(
          line, PassageRow(barrier: design, passages: passages, length: length),
          in: 0...length, &ledger)
    }
    return ledger.derivation(p)
  }

  func model(_ species: String, _ season: String?) -> SpeciesModel? {
    models[species]?[season ?? Season.annual]
  }
}
