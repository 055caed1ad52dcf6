internal import Foundation
internal import Landscape

extension RoadDesign {
  /// Whether anything is known of it.
  var isKnown: Bool { self != RoadDesign() }

  /// An unfenced carriageway: the animal must accept it and survive it.
  ///
  ///     accept  = 1 / (1 + (T / T50_road)^(k_T / ln 10))
  ///     survive = exp(−T · diel / 86400 · (pavement + length_m) / v_cross)
  ///     P       = P0 · accept · survive · median_barrier if there is one
  ///
  /// T is the traffic in vehicles a day, in the snow-free season times `traffic_snowfree`; the
  /// pavement is lanes · lane_w + 2 · 1.5 m. What is out of use has no traffic.
  func permeability<L: Ledger>(
    _ barrierClass: BarrierClass, rank: String?, isInUse: Bool, in season: Season,
    _ ledger: inout L
  ) -> Double {
    ledger.part(.carriageway) { ledger in
      let traffic = flow(barrierClass, rank: rank, isInUse: isInUse, &ledger)
      let flow = season.hasSnow || !isInUse ? traffic : traffic * ledger.value(.snowFreeTraffic)
      let isDual = isDual(barrierClass, rank, &ledger)
      let base = ledger.value(base(isDual, barrierClass, &ledger))
      let accepted = ledger.part(.acceptance) { ledger in
        acceptance(
          of: flow, half: ledger.value(.roadTraffic), slope: ledger.value(.roadSlope))
      }
      let survived = survival(flow, isDual, &ledger)
      let median = ledger.known(hasMedian, .median) ? ledger.value(.medianBarrier) : 1
      return probability(base * accepted * survived * median)
    }
  }

  /// Vehicles a day, as far as they are known.
  func flow<L: Ledger>(
    _ barrierClass: BarrierClass, rank: String?, isInUse: Bool, _ ledger: inout L
  ) -> Double {
    if !isInUse { return 0 }
    return ledger.known(traffic, .traffic, else: Self.usualTraffic(barrierClass, rank))
  }

  private func survival<L: Ledger>(
    _ flow: Double, _ isDual: Bool, _ ledger: inout L
  ) -> Double {
    ledger.part(.survival) { ledger in
      let lanes = Double(lanes ?? (isDual ? 4 : 2))
      let pavement = max(lanes, 1) * ledger.value(.laneWidth) + 2 * 1.5
      let vehiclesPerSecond = flow / 86_400 * ledger.value(.diel)
      let seconds = (pavement + ledger.value(.bodyLength)) / ledger.value(.crossingSpeed)
      return survivalInTraffic(vehiclesPerSecond: vehiclesPerSecond, seconds: seconds)
    }
  }

  private func isDual<L: Ledger>(
    _ barrierClass: BarrierClass, _ rank: String?, _ ledger: inout L
  ) -> Bool {
    if let lanes {
      ledger.know(.lanes, Double(lanes))
      return lanes >= 4
    }
    let isDual = barrierClass == .roadMotorwayFenced || rank == "motorway"
    ledger.assume(.lanes, isDual ? "4" : "2")
    return isDual
  }

  private func base<L: Ledger>(
    _ isDual: Bool, _ barrierClass: BarrierClass, _ ledger: inout L
  ) -> ParameterName {
    if isDual { return .dualAcceptance }
    if let isPaved {
      ledger.know(.paved, isPaved ? "yes" : "no")
      return isPaved ? .pavedAcceptance : .unpavedAcceptance
    }
    let isUnpaved = barrierClass == .roadUnpaved || barrierClass == .track
    ledger.assume(.paved, isUnpaved ? "no, by its class" : "yes, by its class")
    return isUnpaved ? .unpavedAcceptance : .pavedAcceptance
  }

  /// The traffic of a road of which no more than its rank is known, or its class.
  private static func usualTraffic(_ barrierClass: BarrierClass, _ rank: String?) -> ParameterName {
    if let rank, let traffic = traffics[rank] { return traffic }
    switch barrierClass {
    case .roadMotorwayFenced: return .trafficMotorway
    case .track: return .trafficTrack
    case .roadUnpaved: return .trafficUnclassified
    default: return .trafficPrimary
    }
  }

  private static let traffics: [String: ParameterName] = [
    "motorway": .trafficMotorway, "highway": .trafficTrunk, "trunk": .trafficTrunk,
    "primary": .trafficPrimary, "secondary": .trafficSecondary, "tertiary": .trafficTertiary,
    "unclassified": .trafficUnclassified, "track": .trafficTrack, "haul": .trafficHaul,
  ]

  /// Whether a rank says what traffic to expect.
  static func isRank(_ rank: String) -> Bool { traffics[rank] != nil }
}

/// The chance to meet no vehicle on the way over: e^(−λτ).
func survivalInTraffic(vehiclesPerSecond: Double, seconds: Double) -> Double {
  exp(-vehiclesPerSecond * seconds)
}
