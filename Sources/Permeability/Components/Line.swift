internal import Landscape

/// What a line comes to, and what decides it.
struct LineResult {
  var p: Double
  var driver: Driver
}

/// The part of a barrier that decides about its permeability: the least permeable one.
public enum Driver: String, Sendable, Hashable, CaseIterable {
  /// A fence, or one along a road or railway.
  case fence
  /// A wall.
  case wall
  /// A carriageway and its traffic.
  case carriageway
  /// A track and its trains.
  case track
  /// A pipeline.
  case pipeline
  /// A canal.
  case canal
  /// The class as a whole, of which nothing more is known.
  case prior
  /// A value given by the user.
  case override
  /// Its status: razed.
  case status
}

extension BarrierDesign {
  /// Whether anything runs on it.
  var isInUse: Bool { status != .disused && status != .abandoned }

  /// Whether what fences it has are falling down.
  var isDecaying: Bool { status == .abandoned || barrierClass == .borderFenceRemnant }

  /// Whether enough is known for the component model; else the prior of the class stands.
  var hasComponents: Bool {
    switch barrierClass {
    case .borderSystem, .borderFenceSingle, .borderFenceRemnant, .fenceLivestock, .fenceGame:
      (fence.isKnown || isDecaying) && (fence.topHeight != nil || usualHeight != nil)
        && !(barrierClass == .borderFenceRemnant && !fence.isKnown)
    case .wall: fence.maintenance != nil || isDecaying
    case .roadMotorwayFenced, .highwayFencedROW, .roadPaved, .roadUnpaved, .track:
      road.isKnown || fence.isKnown || fencing != nil || !isInUse
        || rank.map(RoadDesign.isRank) == true
    case .railFencedBoth, .railFencedOne, .railUnfenced:
      railway.isKnown || fence.isKnown || fencing != nil || !isInUse || rank != nil
    case .canalLined, .canalEarth: canal.width != nil
    case .pipelineSurface, .pipelineElevated: clearance != nil
    case .pipelineBuried, .pipelineTrenchOpen, .powerline, .unknownLine: false
    }
  }

  /// What stands for the height of a fence that nobody knows; nil where nothing can.
  private var usualHeight: ParameterName? {
    switch barrierClass {
    case .fenceLivestock: .topHeightLivestock
    case .borderSystem, .borderFenceSingle, .borderFenceRemnant:
      country == "KZ" ? .topHeightBorderKZ : nil
    default: nil
    }
  }

  /// The permeability of the line itself, before passages, in one season.
  func permeability<L: Ledger>(
    of species: SpeciesTraits, in season: Season, _ ledger: inout L
  ) -> LineResult {
    if status == .razed {
      return LineResult(p: ledger.part(.status) { $0.value(.razed) }, driver: .status)
    }
    var result: LineResult
    if hasComponents {
      result = components(of: species, in: season, &ledger)
    } else {
      let prior = barrierClass == .wall || !isDecaying ? barrierClass : .borderFenceRemnant
      result = LineResult(
        p: ledger.part(.prior) { $0.value(ParameterValues.Slot(prior: prior)) }, driver: .prior)
    }
    if status == .construction {
      result.p = ledger.part(.status) { result.p * $0.value(.construction) }
    }
    result.p = probability(result.p)
    return result
  }

  private func components<L: Ledger>(
    of species: SpeciesTraits, in season: Season, _ ledger: inout L
  ) -> LineResult {
    switch barrierClass.family {
    case .fence: fenceOrWall(in: season, &ledger)
    case .road:
      fenced(ledger: &ledger, in: season) { ledger in
        LineResult(
          p: road.permeability(barrierClass, rank: rank, isInUse: isInUse, in: season, &ledger),
          driver: .carriageway)
      }
    case .railway:
      fenced(ledger: &ledger, in: season) { ledger in
        LineResult(
          p: railway.permeability(
            rank: rank, isTransMongolian: isTransMongolian, isInUse: isInUse, &ledger),
          driver: .track)
      }
    case .canal:
      LineResult(
        p: canalDesign.permeability(width: canal.width ?? 0, in: season, &ledger), driver: .canal)
    case .pipeline, .powerline, .unknown:
      LineResult(
        p: pipelinePermeability(
          clearance: barrierClass == .pipelineSurface ? 0 : clearance ?? 0,
          climbs: species.climbs && barrierClass == .pipelineSurface, &ledger),
        driver: .pipeline)
    }
  }

  /// The canal, lined where its class says so.
  private var canalDesign: CanalDesign {
    var canal = canal
    if barrierClass == .canalLined { canal.isLined = true }
    return canal
  }

  /// The share that accepts the traffic on the line at an opening at grade; 1 where none runs.
  func acceptanceOfTraffic<L: Ledger>(_ ledger: inout L) -> Double {
    switch barrierClass.family {
    case .road:
      let flow = road.flow(barrierClass, rank: rank, isInUse: isInUse, &ledger)
      return acceptance(
        of: flow, half: ledger.value(.roadTraffic), slope: ledger.value(.roadSlope))
    case .railway:
      let flow = railway.flow(
        rank: rank, isTransMongolian: isTransMongolian, isInUse: isInUse, &ledger)
      return acceptance(
        of: flow, half: ledger.value(.railTraffic), slope: ledger.value(.railSlope))
    case .fence, .canal, .pipeline, .powerline, .unknown: return 1
    }
  }

  /// Whether it is the railway of which more is known than of others.
  private var isTransMongolian: Bool { country == "MN" && rank == "main" }

  private func fenceOrWall<L: Ledger>(in season: Season, _ ledger: inout L) -> LineResult {
    if barrierClass == .wall {
      let p = ledger.part(.wall) { fence.leak(isRemnant: isDecaying, &$0) }
      return LineResult(p: p, driver: .wall)
    }
    let p = fence.permeability(
      in: season, defaultHeight: usualHeight ?? .topHeightLivestock, isRemnant: isDecaying, &ledger)
    return LineResult(
      p: barrierClass == .borderSystem ? p * ledger.value(.borderStrip) : p, driver: .fence)
  }
}

// MARK: - Fences along roads and railways

extension BarrierDesign {
  /// Whether it is a fence, or one runs along it for sure.
  public var isFenced: Bool {
    barrierClass.family == .fence
      ? barrierClass != .wall : knownFencing == .both || knownFencing == .one
  }

  /// Where fences run, as far as the class or an attribute says.
  var knownFencing: Fencing? {
    switch barrierClass {
    case .railFencedBoth, .roadMotorwayFenced, .highwayFencedROW: fencing ?? .both
    case .railFencedOne: fencing ?? .one
    default: fencing
    }
  }

  /// A road or railway with its fences; where nobody knows of any, a mixture of both cases.
  private func fenced<L: Ledger>(
    ledger: inout L, in season: Season, _ bare: (inout L) -> LineResult
  ) -> LineResult {
    let bare = bare(&ledger)
    if let fencing = knownFencing {
      ledger.know(.fenced, fencing.rawValue)
      let sides = fencing == .both ? 2 : (fencing == .one ? 1 : 0)
      return sides == 0 ? bare : enclosed(bare, sides: sides, in: season, &ledger)
    }
    if barrierClass == .track { return bare }
    let chance = fencedChance
    ledger.assume(.fenced, chance.id)
    let fenced = enclosed(bare, sides: 2, in: season, &ledger)
    let share = ledger.value(chance)
    let p = ledger.part(.mixture) { _ in share * fenced.p + (1 - share) * bare.p }
    return LineResult(
      p: p, driver: share * (1 - fenced.p) > 1 - bare.p ? fenced.driver : bare.driver)
  }

  private func enclosed<L: Ledger>(
    _ bare: LineResult, sides: Int, in season: Season, _ ledger: inout L
  ) -> LineResult {
    let fence = fence.permeability(
      in: season, defaultHeight: .topHeightRail, isRemnant: isDecaying, &ledger)
    let p = ledger.part(.bundle) { ledger in
      bundled(fence, bare.p, sides == 2 ? fence : 1, dependence: ledger.value(.dependence))
    }
    return LineResult(p: p, driver: fence < bare.p ? .fence : bare.driver)
  }

  /// The chance of fences on both sides where nobody knows.
  private var fencedChance: ParameterName {
    if barrierClass.family == .railway {
      if isTransMongolian { return .fencedTransMongolian }
      return country == "CN" ? .fencedRailCN : (country == "KZ" ? .fencedRailKZ : .fencedRail)
    }
    return country == "CN" && rank == "motorway" ? .fencedMotorwayCN : .fencedRoad
  }
}
