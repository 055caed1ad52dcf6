internal import Foundation

extension PassageDesign {
  /// Land bridges narrower than this, in metres, are not accepted.
  private static let leastOverpassWidth = 30.0

  /// The share of a species that uses a passage which it comes to.
  ///
  ///     underpass  a_max / (1 + (O50 / O)^k_O), O = W · H / L in metres
  ///                0 below min_height_m, or narrower than two body lengths
  ///     overpass   min(1, a_max · overpass_mult), from 30 m of width
  ///     gap        gap_accept · acceptance of the traffic in it, from gap_min_w of width
  ///     end        1
  ///
  /// times human_mult, habituation_y1 and offset_mult (beyond offset_dist) where they apply, and
  /// noguide_mult for structures without guide fences. What is not known well enough to say counts 0: see ``fault``.
  func acceptance<L: Ledger>(on barrier: BarrierDesign, _ ledger: inout L) -> Double {
    if fault != nil { return 0 }
    var share: Double
    switch kind {
    case .underpass, .viaduct, .culvert: share = underpass(&ledger)
    case .overpass: share = overpass(&ledger)
    case .gap, .gate: share = gap(on: barrier, &ledger)
    case .end: return 1
    case .ramp: return 0
    }
    if hasGuideFence == false, kind != .gap, kind != .gate { share *= ledger.value(.noGuideFence) }
    if isUsedByPeople { share *= ledger.value(.humanUse) }
    if isNew { share *= ledger.value(.firstYear) }
    if let offset, offset > ledger.value(.offsetDistance) {
      share *= ledger.value(.offsetShare)
    }
    return probability(share)
  }

  private func underpass<L: Ledger>(_ ledger: inout L) -> Double {
    guard let width, let height, let length, height >= ledger.value(.passageHeight),
      width >= 2 * ledger.value(.bodyLength)
    else { return 0 }
    let openness = width * height / max(length, 0.001)
    return ledger.value(.passageAcceptance)
      / (1 + pow(ledger.value(.openness) / openness, ledger.value(.opennessSlope)))
  }

  private func overpass<L: Ledger>(_ ledger: inout L) -> Double {
    guard let width, width >= Self.leastOverpassWidth else { return 0 }
    return min(1, ledger.value(.passageAcceptance) * ledger.value(.overpass))
  }

  private func gap<L: Ledger>(on barrier: BarrierDesign, _ ledger: inout L) -> Double {
    guard let width, width >= ledger.value(.gapWidth) else { return 0 }
    return ledger.value(.gapAcceptance) * barrier.acceptanceOfTraffic(&ledger)
  }
}
