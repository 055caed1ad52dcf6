/// What the passages of a barrier make of it.
public struct PassageEffect: Sendable, Hashable {
  /// The permeability of the line itself.
  public let line: Estimate
  /// The passages that the species can use at all.
  public let usable: Int
  /// How far those who get across walk along the line for it, in metres, on average.
  public let detour: Double
  /// The stretch of the barrier that is scored, by chainage in metres.
  public let stretch: ClosedRange<Double>
}

/// A passage of one barrier: what it is, and how far along it.
public struct PassageOnLine: Sendable, Hashable {
  /// What it is.
  public let design: PassageDesign
  /// How far along the barrier, in metres.
  public let chainage: Double

  /// Puts a passage on a barrier.
  public init(_ design: PassageDesign, at chainage: Double) {
    self.design = design
    self.chainage = chainage
  }
}

extension PassageOnLine {
  /// What it is and where, for a reader.
  fileprivate var inWords: String {
    "\(design.kind.rawValue) at \(Int(chainage.rounded())) m"
      + (design.fault.map { ", which counts nothing: \($0)" } ?? "")
  }
}

extension SpeciesModel {
  /// The mean permeability along a stretch of a barrier with passages.
  func mean<L: Ledger>(
    _ line: Double, _ passages: [PassageOnLine], length: Double,
    in stretch: ClosedRange<Double>, _ ledger: inout L
  ) -> Double {
    ledger.part(.passages) { ledger in
      let profile = profile(passages, length: length, &ledger)
      return probability(
        line + (1 - line) * profile.meanReach(from: stretch.lowerBound, to: stretch.upperBound))
    }
  }

  /// What the passages add along a barrier.
  func profile<L: Ledger>(
    _ passages: [PassageOnLine], length: Double, _ ledger: inout L
  ) -> PassageProfile {
    let places = passages.map { passage in
      let share = ledger.part(.passage) { ledger in
        if L.remembers { ledger.know(.passage, passage.inWords) }
        return passage.design.acceptance(&ledger)
      }
      return PassageProfile.Place(chainage: passage.chainage, acceptance: share)
    }
    return PassageProfile(
      places, length: length, mean: 1000 * ledger.value(.traceLength))
  }

  /// The bounds of the mean along a stretch: it grows with the permeability of the line, with every acceptance, and
  /// with the distance that is followed, so that each takes its own end.
  func bounds(
    of line: Estimate, _ passages: [PassageOnLine], length: Double, in stretch: ClosedRange<Double>
  ) -> Estimate {
    let acceptances = passages.map { passage in
      var record = RecordingLedger(values: central)
      _ = passage.design.acceptance(&record)
      return Bounds(model: self, slots: record.slots).estimate { values in
        var ledger = PlainLedger(values: values)
        return passage.design.acceptance(&ledger)
      }
    }
    func mean(
      _ p: Double, _ end: (Estimate) -> Double, _ values: ParameterValues
    ) -> Double {
      let places = zip(passages, acceptances).map {
        PassageProfile.Place(chainage: $0.chainage, acceptance: end($1))
      }
      let profile = PassageProfile(
        places, length: length, mean: 1000 * values[ParameterValues.Slot(.traceLength)])
      return probability(
        p + (1 - p) * profile.meanReach(from: stretch.lowerBound, to: stretch.upperBound))
    }
    return Estimate(
      unchecked: mean(line.low, \.low, pessimistic), mean(line.central, \.central, central),
      mean(line.high, \.high, optimistic))
  }
}
