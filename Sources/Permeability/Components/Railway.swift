internal import Foundation
internal import Landscape

extension RailwayDesign {
  /// Whether anything is known of it.
  var isKnown: Bool { self != RailwayDesign() }

  /// The track without fences:
  ///
  ///     accept = 1 / (1 + (trains / T50_rail)^(k_R / ln 10))
  ///     bank   = (1 + exp(−k_e · e50)) / (1 + exp(k_e · (h − e50)))      1 at h = 0
  ///     P      = P0_rail · accept · bank
  ///
  /// h is the height of the embankment or the depth of the cut in metres.
  func permeability<L: Ledger>(
    rank: String?, isTransMongolian: Bool, isInUse: Bool, _ ledger: inout L
  ) -> Double {
    ledger.part(.track) { ledger in
      let flow = flow(
        rank: rank, isTransMongolian: isTransMongolian, isInUse: isInUse, &ledger)
      let accepted = ledger.part(.trains) { ledger in
        acceptance(of: flow, half: ledger.value(.railTraffic), slope: ledger.value(.railSlope))
      }
      return probability(ledger.value(.railAcceptance) * accepted * bank(&ledger))
    }
  }

  /// Trains a day, as far as they are known.
  func flow<L: Ledger>(
    rank: String?, isTransMongolian: Bool, isInUse: Bool, _ ledger: inout L
  ) -> Double {
    if !isInUse { return 0 }
    return ledger.known(
      trains, .trains, else: Self.usualTrains(rank, isTransMongolian: isTransMongolian))
  }

  private func bank<L: Ledger>(_ ledger: inout L) -> Double {
    ledger.part(.bank) { ledger in
      guard let embankment else {
        ledger.assume(.embankment, "0")
        return 1
      }
      ledger.know(.embankment, embankment)
      return acceptance(
        ofBank: max(embankment, 0), half: ledger.value(.bankHeight),
        slope: ledger.value(.bankSlope))
    }
  }

  private static func usualTrains(_ rank: String?, isTransMongolian: Bool) -> ParameterName {
    if isTransMongolian { return .trainsTransMongolian }
    return rank == "branch" || rank == "industrial" ? .trainsBranch : .trainsMain
  }
}

/// The share that still climbs a bank of some metres.
func acceptance(ofBank height: Double, half: Double, slope: Double) -> Double {
  probability((1 + exp(-slope * half)) / (1 + exp(slope * (height - half))))
}
