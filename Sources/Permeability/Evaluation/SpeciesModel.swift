internal import Landscape

/// The model of one species: its numbers, and how to score a design with them.
struct SpeciesModel: Sendable {
  let species: SpeciesTraits
  private(set) var seasons: [Season]
  /// The rows that the numbers come from, slot by slot; nil for what the species has not.
  let rows: [Parameter?]
  let central: ParameterValues
  /// Every number at the end that lowers the permeability; those without a fixed effect central.
  let pessimistic: ParameterValues
  /// Every number at the end that raises it.
  let optimistic: ParameterValues

  /// Takes the numbers of a species from a table.
  ///
  /// A whole migration that arrives at once asks for more openness, and for a height of 5 m: where
  /// the table has `O50_mass` for the species, that stands for `O50`.
  init(
    _ table: ParameterTable, species: String, seasons: [Season], onMigrationFront: Bool = false
  ) {
    self.species = SpeciesTraits(species)
    self.seasons = seasons
    var rows = ParameterValues.Slot.all.map { slot in
      if let name = slot.name { return table.row(of: name, for: species) }
      let barrierClass = BarrierClass.allCases[slot.index - ParameterName.allCases.count]
      return table.prior(of: barrierClass, for: species)
    }
    if onMigrationFront, let mass = table.row(of: .opennessMass, for: species) {
      rows[ParameterValues.Slot(.openness).index] = mass
      let height = ParameterValues.Slot(.passageHeight).index
      rows[height] = rows[height]?.atLeast(5)
    }
    self.rows = rows
    central = ParameterValues(rows.map { $0?.value.central ?? 0 })
    pessimistic = ParameterValues(rows.map { $0?.pessimistic ?? 0 })
    optimistic = ParameterValues(rows.map { $0?.optimistic ?? 0 })
  }

  /// The same for one season alone.
  func alone(in season: Season) -> SpeciesModel {
    var model = self
    model.seasons = [season]
    return model
  }

  /// How much of the encounters of the year falls on a season, beside the others.
  private func weight<L: Ledger>(of season: Season, _ ledger: inout L) -> Double {
    species.comesNearInWinter && season.hasSnow
      ? season.weight * ledger.value(.winterExposure) : season.weight
  }

  /// The permeability of the year: the mean over the seasons by exposure.
  func annual<L: Ledger>(_ design: BarrierDesign, _ ledger: inout L) -> Double {
    if seasons.count == 1 {
      return design.permeability(of: species, in: seasons[0], &ledger).p
    }
    return ledger.part(.annual) { ledger in
      var total = 0.0
      for season in seasons { total += weight(of: season, &ledger) }
      // By differences, so that seasons which are alike make exactly what each of them is.
      let first = self.season(seasons[0], design, &ledger)
      var mean = first
      for season in seasons.dropFirst() {
        let p = self.season(season, design, &ledger)
        mean += weight(of: season, &ledger) / total * (p - first)
      }
      return probability(mean)
    }
  }

  private func season<L: Ledger>(
    _ season: Season, _ design: BarrierDesign, _ ledger: inout L
  ) -> Double {
    ledger.part(.season) { ledger in
      ledger.know(.season, season.id)
      return design.permeability(of: species, in: season, &ledger).p
    }
  }
}

extension Parameter {
  fileprivate var pessimistic: Double {
    switch effect {
    case .raises: value.low
    case .lowers: value.high
    case .varies: value.central
    }
  }

  fileprivate var optimistic: Double {
    switch effect {
    case .raises: value.high
    case .lowers: value.low
    case .varies: value.central
    }
  }
}
