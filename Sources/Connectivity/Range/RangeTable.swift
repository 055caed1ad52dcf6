package import Formats
internal import Landscape

/// The tables of what barriers do to ranges.
package enum RangeTable: String, Sendable, CaseIterable {
  case connectivity, importance, routes, patches, rejected

  /// Whether its rows have geometry.
  package var hasGeometry: Bool { self == .patches }

  /// The name of the file in the folder of results.
  package var file: String { self == .patches ? "patches.gpkg" : "\(rawValue).csv" }

  /// The names of all files that may be there.
  package static let files = Set(allCases.map(\.file))

  /// The columns.
  package var fields: [Field] {
    func real(_ names: String...) -> [Field] { names.map { Field($0, .real) } }
    let start = [Field("species", .text), Field("region", .text), Field("scenario", .text)]
    switch self {
    case .connectivity:
      return start + real("range_km2", "eca_km2", "c_mesh", "m_eff_km2", "m_eff_cbc_km2")
        + real("c_chord", "c_chord_se") + [Field("patches", .integer)]
        + real("eca_low_km2", "eca_high_km2", "c_mesh_low", "c_mesh_high")
        + real("c_chord_low", "c_chord_high") + [Field("slivers", .integer)]
        + real("largest_patch_km2", "p_mean", "barriers_km", "density_km_per_100km2")
        + real("cuts_below", "eca_floor_km2", "eca_ceiling_km2") + [Field("edge", .text)]
        + real("eca_other_edge_km2", "eca_gamma0_km2", "eca_gamma1_km2", "chord_km")
        + [
          Field("chords", .integer), Field("seed", .integer), Field("season", .text),
          Field("grade", .text),
        ]
        + real("prior_share", "override_share")
        + real("eca_p05_km2", "eca_p50_km2", "eca_p95_km2")
        + real("c_chord_p05", "c_chord_p50", "c_chord_p95") + [Field("samples", .integer)]
    case .importance:
      return [Field("species", .text), Field("region", .text), Field("barrier", .text)]
        + real("p", "delta_eca_km2") + [Field("rank", .integer), Field("scenario", .text)]
        + real("delta_c_chord", "delta_c_chord_se", "length_km")
        + [Field("class", .text), Field("label", .text), Field("fragments", .integer)]
    case .routes:
      return [Field("species", .text), Field("scenario", .text), Field("route", .text)]
        + real("p_route", "p_route_low", "p_route_high", "resistance")
        + [Field("crossings", .integer), Field("obstacles", .integer)]
        + [Field("greatest_barrier", .text)] + real("greatest_p", "greatest_at_m")
    case .patches:
      return [Field("species", .text), Field("scenario", .text), Field("patch", .integer)]
        + real("area_km2", "reach_km2", "best_p")
        + [Field("neighbours", .text), Field("slivers", .integer)]
    case .rejected: return InputRecord.rejectionFields
    }
  }

  /// What the columns hold.
  package static let definitions = [
    Definitions(
      "Columns of connectivity.csv",
      [
        "species, region, scenario":
          "the species; the region, empty for the whole range; baseline: what exists and is under "
          + "construction, planned: with all that is planned",
        "range_km2": "the area of the range there, on the ellipsoid",
        "eca_km2": "the equivalent connected area √Σ aᵢ aⱼ p*ᵢⱼ over all pairs of patches",
        "c_mesh": "the chance that two random points are connected, ECA² / range²; the same as PC",
        "m_eff_km2": "the effective mesh size, ECA² / range, cut at the border of the region (CUT)",
        "m_eff_cbc_km2": "the same by complete meshes that reach into the region (CBC)",
        "c_chord, c_chord_se":
          "the mean over random straight movements of the product of p of what they cross, and its "
          + "standard error; empty where no movement fits",
        "patches": "parts of the range that nothing divides, slivers not counted",
        "eca_low_km2, eca_high_km2, c_mesh_low, c_mesh_high, c_chord_low, c_chord_high":
          "with all permeabilities at their low or high ends",
        "slivers": "parts below --least-patch, whose area counts for a neighbour",
        "largest_patch_km2": "the area of the largest patch",
        "p_mean":
          "the mean permeability of barriers by length; descriptive, it measures no connectivity",
        "barriers_km, density_km_per_100km2":
          "the length of barriers inside, those on each other once, and per 100 km²",
        "cuts_below, eca_floor_km2, eca_ceiling_km2":
          "the threshold, and between what ECA would lie if all barriers cut; empty where they do",
        "edge": "what counts of several barriers between two patches: max or mean",
        "eca_other_edge_km2, eca_gamma0_km2, eca_gamma1_km2":
          "ECA under other forms of the model: the other edge rule, the least permeable of a bundle "
          + "decides, obstacles are independent",
        "chord_km, chords, seed": "the length and number of random movements, and their seed",
        "season": "annual, or the season",
        "grade": "the worst grade of evidence among the permeabilities of barriers inside",
        "prior_share, override_share":
          "the shares of the length of barriers whose p is a prior of the class or an override",
        "eca_p05_km2, eca_p50_km2, eca_p95_km2":
          "with --samples: the ECA that 5 %, half and 95 % of the draws stay below",
        "c_chord_p05, c_chord_p50, c_chord_p95, samples":
          "the same of c_chord, and the number of draws",
      ]),
    Definitions(
      "Columns of importance.csv",
      [
        "species, region, scenario": "as in connectivity.csv",
        "barrier": "the line, as the source names it; fragments of one name or course are one line",
        "p": "its mean permeability inside, by length",
        "delta_eca_km2": "by how much ECA would rise if it alone were opened",
        "rank": "1 for the greatest",
        "delta_c_chord, delta_c_chord_se": "the same for c_chord, on the same movements",
        "length_km, fragments": "its length inside, and of how many features it is made",
        "class, label": "what it is, and how a reader calls it",
      ]),
    Definitions(
      "Columns of routes.csv",
      [
        "species, scenario, route": "the species, the scenario and the id of the route",
        "p_route, p_route_low, p_route_high":
          "the product of p of all that the route crosses, bundles once, and its bounds",
        "resistance": "−ln p_route; empty for p_route = 0",
        "crossings, obstacles": "how often it crosses barriers, and how many count, bundles once",
        "greatest_barrier, greatest_p, greatest_at_m":
          "the line that costs most, as in importance.csv, its p there, and where along the route",
      ]),
    Definitions(
      "Columns of patches.gpkg",
      [
        "species, scenario, patch": "the species, the scenario and the number of the patch",
        "area_km2": "its area, slivers included",
        "reach_km2": "how much area hangs together with it: Σ aⱼ p*ᵢⱼ",
        "best_p": "the best permeability to any neighbour; empty without neighbours",
        "neighbours": "the patches across its barriers, by number",
        "slivers": "how many slivers belong to it",
      ]),
  ]
}
