internal import Formats
internal import Landscape

/// Screens a plan for critical habitat with what the data at hand can say.
///
/// It never decides: where a criterion may be met, it is said to be potentially triggered and to need
/// population data. Shares of range area are a proxy and never taken for shares of a population.
struct CriticalHabitatScreening {
  private let alternative: Alternative
  private let redList: [String: RedListEntry]

  init(_ alternative: Alternative, redList: [String: RedListEntry]) {
    (self.alternative, self.redList) = (alternative, redList)
  }

  /// The rows, by criterion, then by species.
  var rows: [ScreeningRow] {
    CriticalHabitatCriterion.allCases.flatMap { criterion in
      guard criterion.leastShare != nil else {
        return [row(criterion, nil, .notScreened, ["the data at hand say nothing of it"])]
      }
      let species = alternative.metSpecies
      if species.isEmpty {
        return [row(criterion, nil, .nothingFound, ["the plan meets no range of the atlas"])]
      }
      return species.map { row(criterion, of: $0) }
    }
  }

  private func row(
    _ criterion: CriticalHabitatCriterion, of species: String
  ) -> ScreeningRow {
    let (outcome, basis) =
      switch criterion {
      case .threatenedSpecies: threat(to: species)
      case .restrictedRange: extent(of: species)
      case .migratorySpecies: movement(of: species)
      case .threatenedEcosystems, .evolutionaryProcesses:
        (ScreeningRow.Outcome.notScreened, [String]())
      }
    return row(
      criterion, species, weighed(outcome, criterion, species), basis + share(of: species))
  }

  private func row(
    _ criterion: CriticalHabitatCriterion, _ species: String?, _ outcome: ScreeningRow.Outcome,
    _ basis: [String]
  ) -> ScreeningRow {
    ScreeningRow(
      criterion: criterion.rawValue, species: species, outcome: outcome,
      basis: basis.joined(separator: "; "))
  }

  /// Nothing points to a criterion where the share of the population that was supplied is below its
  /// threshold.
  private func weighed(
    _ outcome: ScreeningRow.Outcome, _ criterion: CriticalHabitatCriterion, _ species: String
  ) -> ScreeningRow.Outcome {
    guard outcome == .potential, let share = redList[species]?.populationShare,
      let least = criterion.leastShare, share < least
    else { return outcome }
    return .nothingFound
  }

  // MARK: - Criteria

  /// Criterion 1: the category that was supplied; VU counts, for its concentrations may.
  private func threat(to species: String) -> (ScreeningRow.Outcome, [String]) {
    let proxies = regionShares(of: species)
    guard let entry = redList[species] else {
      return (.notScreened, ["no Red List category was supplied"] + proxies)
    }
    let outcome: ScreeningRow.Outcome =
      switch entry.category {
      case .criticallyEndangered, .endangered, .vulnerable: .potential
      case .dataDeficient, .notEvaluated: .notScreened
      case .extinct, .extinctInTheWild, .nearThreatened, .leastConcern: .nothingFound
      }
    return (
      outcome,
      ["category \(entry.category.rawValue) as supplied, assessed \(entry.assessed)"] + proxies
    )
  }

  /// Criterion 2: the area of the range in the atlas.
  private func extent(of species: String) -> (ScreeningRow.Outcome, [String]) {
    guard let area = area(of: species, in: nil) else {
      return (.notScreened, ["the area of the range was not measured"])
    }
    let limit = CriticalHabitatCriterion.restrictedArea
    let basis =
      "the range in the atlas has \(kilometres(area)), "
      + "\(area <= limit ? "at most" : "more than") \(kilometres(limit)); "
      + "a layer that shows a part of the range makes it look smaller"
    return (area <= limit ? .potential : .nothingFound, [basis])
  }

  /// Criterion 3: how the species moves, the regions of the work programme that name it, given corridors.
  private func movement(of species: String) -> (ScreeningRow.Outcome, [String]) {
    guard let known = SpeciesRegistry.bundled.species(id: species) else {
      return (.notScreened, ["its movements are not in the registry"])
    }
    let regions = alternative.obligations.compactMap(\.region).filter {
      $0.speciesIDs.contains(species)
    }
    let routes = alternative.routes.filter { $0.species == species && $0.crossings > 0 }
    let basis =
      ["movement: \(known.movement)"]
      + regions.map { "target species of PTCR \($0.number), \($0.name)" }
      + (routes.isEmpty
        ? []
        : [
          "the plan crosses \(counted(routes.count, "given route or corridor", "given routes or corridors"))"
        ])
    return (known.isMigratory ? .potential : .nothingFound, basis)
  }

  // MARK: - What is known

  private func share(of species: String) -> [String] {
    guard let share = redList[species]?.populationShare else {
      return ["no share of the population was supplied"]
    }
    return ["share of the world population as supplied: \(share.shortText) %"]
  }

  private func area(of species: String, in region: String?) -> Double? {
    alternative.effects.first { $0.species == species && $0.region == region }?.before.area
  }

  /// How much of the range lies in each region that the plan meets.
  private func regionShares(of species: String) -> [String] {
    guard let whole = area(of: species, in: nil), whole > 0 else { return [] }
    return alternative.contacts.areas.filter { $0.kind == .region && $0.isMet }.compactMap {
      region in
      area(of: species, in: region.name).map {
        "\(grouped(100 * $0 / whole, decimals: 1)) % of the range area lies in \(region.name), "
          + "a proxy and no share of the population"
      }
    }
  }

  private func kilometres(_ area: Double) -> String { "\(grouped(area, decimals: 0)) km²" }
}
