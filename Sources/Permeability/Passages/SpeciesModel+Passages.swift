/// The passages of one barrier, all that the model needs to know of them.
struct PassageRow: Sendable {
  let barrier: BarrierDesign
  let passages: [PassageOnLine]
  /// The length of the barrier in metres.
  let length: Double
  /// Whether animals turn to the nearer side, as another form of the model has it.
  var turnsToNearer = false
}

extension SpeciesModel {
  /// The mean permeability along a stretch of a barrier with passages.
  func mean<L: Ledger>(
    _ line: Double, _ row: PassageRow, in stretch: ClosedRange<Double>, _ ledger: inout L
  ) -> Double {
    ledger.part(.passages) { ledger in
      let profile = profile(row, &ledger)
      let reach =
        row.turnsToNearer
        ? profile.meanReachOfNearer(from: stretch.lowerBound, to: stretch.upperBound)
        : profile.meanReach(from: stretch.lowerBound, to: stretch.upperBound)
      return probability(line + (1 - line) * reach)
    }
  }

  /// What the passages add along a barrier.
  func profile<L: Ledger>(_ row: PassageRow, _ ledger: inout L) -> PassageProfile {
    let places = row.passages.map { passage in
      let share = ledger.part(.passage) { ledger in
        if L.remembers { ledger.know(.passage, passage.inWords) }
        return passage.design.acceptance(on: row.barrier, &ledger)
      }
      return PassageProfile.Place(chainage: passage.chainage, acceptance: share)
    }
    return PassageProfile(
      places, length: row.length, mean: 1000 * ledger.value(.traceLength))
  }

  /// The bounds of the mean along a stretch: it grows with the permeability of the line, with every
  /// acceptance, and with the distance that is followed, so that each takes its own end.
  func bounds(
    of line: Estimate, _ row: PassageRow, in stretch: ClosedRange<Double>
  ) -> Estimate {
    let acceptances = row.passages.map { passage in
      var record = RecordingLedger(values: central)
      _ = passage.design.acceptance(on: row.barrier, &record)
      return Bounds(model: self, slots: record.slots).estimate { values in
        var ledger = PlainLedger(values: values)
        return passage.design.acceptance(on: row.barrier, &ledger)
      }
    }
    func mean(
      _ p: Double, _ end: (Estimate) -> Double, _ values: ParameterValues
    ) -> Double {
      let places = zip(row.passages, acceptances).map {
        PassageProfile.Place(chainage: $0.chainage, acceptance: end($1))
      }
      let profile = PassageProfile(
        places, length: row.length, mean: 1000 * values[ParameterValues.Slot(.traceLength)])
      return probability(
        p + (1 - p) * profile.meanReach(from: stretch.lowerBound, to: stretch.upperBound))
    }
    return Estimate(
      unchecked: mean(line.low, \.low, pessimistic), mean(line.central, \.central, central),
      mean(line.high, \.high, optimistic))
  }
}
