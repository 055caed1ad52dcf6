internal import Foundation
internal import Landscape

extension CanalDesign {
  /// Down the bank, through the water, up the bank:
  ///
  ///     P = bank · 1 / (1 + (width / canal_w50)³) · survival
  ///
  /// in a frozen season `canal_ice` instead. A lining that nobody knows is there or not with equal
  /// chances.
  func permeability<L: Ledger>(width: Double, in season: Season, _ ledger: inout L) -> Double {
    ledger.part(.canal) { ledger in
      if season.isFrozen { return ledger.value(.canalIce) }
      ledger.know(.width, width)
      let ratio = max(width, 0) / ledger.value(.canalWidth)
      let swum = 1 / (1 + ratio * ratio * ratio)
      guard let isLined else {
        ledger.assume(.lining, "lined or not with equal chances")
        return probability(swum * (bank(true, &ledger) + bank(false, &ledger)) / 2)
      }
      ledger.know(.lining, isLined ? "lined" : "earth")
      return probability(swum * bank(isLined, &ledger))
    }
  }

  private func bank<L: Ledger>(_ isLined: Bool, _ ledger: inout L) -> Double {
    guard isLined else { return ledger.value(.canalEarth) }
    let hasRamps = ledger.known(hasRamps, .ramps)
    return ledger.value(.canalLined)
      * ledger.value(hasRamps ? .canalSurvivalRamps : .canalSurvivalLined)
  }
}

/// A pipeline on supports, or on the ground where the clearance is none:
///
///     P = pipe_max · logistic((clearance − pipe_r50 · shoulder_m) / pipe_w)
///
/// Cats climb over one on the ground with a chance of a half.
func pipelinePermeability<L: Ledger>(
  clearance: Double, climbs: Bool, _ ledger: inout L
) -> Double {
  ledger.part(.pipeline) { ledger in
    ledger.know(.clearance, clearance)
    let need = ledger.value(.pipeHeight) * ledger.value(.shoulderHeight)
    let under = probability(
      ledger.value(.pipeAcceptance) * logistic((clearance - need) / ledger.value(.pipeScale)))
    return climbs ? 1 - (1 - under) * 0.5 : under
  }
}
