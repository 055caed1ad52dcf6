/// A part of the derivation, with the formula by which it is computed.
enum Step: String, Sendable, Hashable {
  case line = "P"
  case annual = "P of the year"
  case season
  case prior = "prior of the class"
  case override = "override"
  case status
  case mixture = "mixture"
  case bundle = "bundle"
  case fence
  case over
  case under
  case leak
  case wall
  case carriageway
  case acceptance = "acceptance of traffic"
  case survival = "survival in traffic"
  case track
  case trains = "acceptance of trains"
  case bank = "embankment"
  case pipeline
  case canal
  case passages
  case passage = "acceptance of a passage"

  /// The formula, for a reader.
  var formula: String {
    switch self {
    case .line, .override, .season: ""
    case .annual: "mean over seasons, weighted by exposure"
    case .prior: "P_prior"
    case .status: "P × f_construction, or P_razed"
    case .mixture: "pf · P with fences + (1 − pf) · P without"
    case .bundle: "P₁ · (P₂ · P₃ …)^gamma, the smallest first"
    case .fence: "1 − (1 − over)(1 − under)(1 − leak)"
    case .over: "c_over · logistic((h50_over − h) / w_over) · b_top if barbed · e_fence if electric"
    case .under:
      "c_under · logistic((g − g50_under) / w_under) · b_bottom if barbed · e_fence if electric"
    case .leak: "p_leak by maintenance"
    case .wall: "p_leak by maintenance"
    case .carriageway: "P0 · acceptance · survival · median_barrier if there is one"
    case .acceptance: "1 / (1 + (T / T50_road)^(k_T / ln 10))"
    case .survival: "exp(−T · diel / 86400 · (pavement + length_m) / v_cross)"
    case .track: "P0_rail · acceptance · embankment"
    case .trains: "1 / (1 + (trains / T50_rail)^(k_R / ln 10))"
    case .bank: "(1 + exp(−k_e · e50)) / (1 + exp(k_e · (h − e50)))"
    case .pipeline: "pipe_max · logistic((clearance − pipe_r50 · shoulder_m) / pipe_w)"
    case .canal: "bank · 1 / (1 + (width / canal_w50)³) · survival"
    case .passage:
      "a_max / (1 + (O50 / openness)^k_O), a_max · overpass_mult, or gap_accept · acceptance"
    case .passages: "P + (1 − P) · ½ (a_L · exp(−d_L / m) + a_R · exp(−d_R / m))"
    }
  }
}
