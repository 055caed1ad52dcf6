/// The numbers that formulas of the model ask for, beside the priors of the classes.
///
/// The table of parameters may hold more: measured or conditional cases that stand there as
/// evidence, and what other parts of Kulan work by. They are printed, never picked up.
public enum ParameterName: Int, Sendable, Hashable, CaseIterable {
  case shoulderHeight, bodyLength, crossingSpeed
  case overShare, overHeight, underShare, underHeight, overScale, underScale
  case barbedTop, barbedBottom, electric, wildlifeFriendly
  case leakGood, leakAverage, leakPoor, leakRemnant
  case topHeightLivestock, topHeightRail, topHeightBorderKZ, bottomGap, bottomGapMesh, snowDrop
  case borderStrip
  case roadTraffic, roadSlope, diel, pavedAcceptance, unpavedAcceptance, dualAcceptance
  case medianBarrier, laneWidth, snowFreeTraffic
  case trafficMotorway, trafficTrunk, trafficPrimary, trafficSecondary, trafficTertiary
  case trafficUnclassified, trafficTrack, trafficHaul
  case fencedMotorwayCN, fencedRoad
  case railTraffic, railSlope, railAcceptance, bankHeight, bankSlope
  case trainsMain, trainsTransMongolian, trainsBranch
  case fencedTransMongolian, fencedRailCN, fencedRailKZ, fencedRail
  case pipeHeight, pipeScale, pipeAcceptance
  case canalWidth, canalLined, canalEarth, canalSurvivalLined, canalSurvivalRamps, canalIce
  case construction, razed
  case dependence, bundleDistance, offsetShare, offsetDistance
  case traceLength, passageHeight, openness, opennessMass, passageAcceptance, opennessSlope
  case humanUse, noGuideFence, firstYear, overpass, gapAcceptance, gapWidth
  case winterExposure

  /// The name in the table.
  public var id: String { Self.rows[rawValue].id }

  /// Whether every species has a row of its own.
  public var isOfSpecies: Bool { Self.rows[rawValue].isOfSpecies }

  /// Whether the table must have it; without it something falls back to what is written here.
  var isRequired: Bool { self != .opennessMass }

  /// Returns the parameter with a name in the table.
  public init?(id: String) {
    guard let index = Self.rows.firstIndex(where: { $0.id == id }) else { return nil }
    self.init(rawValue: index)
  }

  /// In the order of the cases.
  private static let rows: [(id: String, isOfSpecies: Bool)] = {
    let ofSpecies: Set<String> = [
      "shoulder_m", "length_m", "v_cross", "c_over", "h50_over", "c_under", "g50_under",
      "T50_road", "T50_rail", "canal_w50", "trace_mean_km", "min_height_m", "O50", "O50_mass",
      "a_max",
    ]
    return ids.map { ($0, ofSpecies.contains($0)) }
  }()

  private static let ids = [
    "shoulder_m", "length_m", "v_cross",
    "c_over", "h50_over", "c_under", "g50_under", "w_over", "w_under",
    "b_top", "b_bottom", "e_fence", "wf_mult",
    "p_leak_good", "p_leak_avg", "p_leak_poor", "p_leak_remnant",
    "h_top_default_livestock", "h_top_default_rail", "h_top_KZ_border", "g_bottom_default",
    "g_bottom_mesh", "snow_drop",
    "border_strip",
    "T50_road", "k_T", "diel", "P0_paved", "P0_unpaved", "P0_dual",
    "median_barrier", "lane_w", "traffic_snowfree",
    "aadt_motorway", "aadt_trunk", "aadt_primary", "aadt_secondary", "aadt_tertiary",
    "aadt_unclassified", "aadt_track", "aadt_haul",
    "pf_motorway_CN", "pf_road_other",
    "T50_rail", "k_R", "P0_rail", "e50", "k_e",
    "trains_main", "trains_TMR", "trains_branch",
    "pf_TMR", "pf_rail_CN", "pf_rail_KZ", "pf_rail_other",
    "pipe_r50", "pipe_w", "pipe_max",
    "canal_w50", "canal_lined", "canal_earth", "canal_surv_lined", "canal_surv_ramps",
    "canal_ice",
    "f_construction", "P_razed",
    "gamma", "bundle_dist", "offset_mult", "offset_dist",
    "trace_mean_km", "min_height_m", "O50", "O50_mass", "a_max", "k_O",
    "human_mult", "noguide_mult", "habituation_y1", "overpass_mult", "gap_accept", "gap_min_w",
    "w_winter",
  ]
}
