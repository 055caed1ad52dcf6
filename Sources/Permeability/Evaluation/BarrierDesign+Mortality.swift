internal import Landscape

extension BarrierDesign {
  /// What kills at the barrier.
  func mortality(of model: SpeciesModel) -> Mortality {
    Mortality(hasBarbs: fence.hasBarbs, trafficShare: trafficShare(of: model))
  }

  /// The share of the loss on an unfenced carriageway that traffic kills:
  ///
  ///     P (1 / survival − 1) / (1 − P)
  ///
  /// those who accepted and did not survive, of all who did not get across.
  private func trafficShare(of model: SpeciesModel) -> Double? {
    guard barrierClass.family == .road, hasComponents, isInUse, status != .razed else { return nil }
    var ledger = StepLedger(step: .survival, values: model.central)
    let p = road.permeability(
      barrierClass, rank: rank, isInUse: true, in: model.seasons[0], &ledger)
    guard let survival = ledger.value, p < 1 else { return 0 }
    return survival > 0 ? min(1, p * (1 / survival - 1) / (1 - p)) : nil
  }
}

extension FenceDesign {
  /// Whether any wire is barbed; nil where nobody knows.
  var hasBarbs: Bool? {
    let barbs = [hasBarbedTop, hasBarbedBottom].compactMap(\.self)
    return barbs.isEmpty ? nil : barbs.contains(true)
  }
}

/// A ledger that catches what one step came to.
private struct StepLedger: Ledger {
  let step: Step
  let values: ParameterValues
  private(set) var value: Double?
  private var open: [Step] = []

  init(step: Step, values: ParameterValues) {
    self.step = step
    self.values = values
  }

  mutating func value(_ slot: ParameterValues.Slot) -> Double { values[slot] }
  mutating func know(_ attribute: Attribute, _ value: String) {}
  mutating func assume(_ attribute: Attribute, _ what: String) {}
  mutating func begin(_ step: Step) { open.append(step) }
  mutating func end(_ value: Double) { if open.popLast() == step { self.value = value } }
}
