extension Profile {
  /// OpenStreetMap tags, as GDAL reads them from PBF, as extracts name them, or as exports do.
  static let openStreetMap = Profile(
    name: "osm", summary: "OpenStreetMap tags; Geofabrik shapefiles",
    schemas: [
      Schema(
        title: "features with OpenStreetMap tags",
        needs: [["highway", "railway", "barrier", "waterway", "man_made", "power", "other_tags"]],
        rules: tagRules, openColumns: ["boundary", "leisure", "admin_level"], hasLifecycle: true,
        refinements: refinements, attributes: attributes,
        filters: [Transport.service]),
      Schema(
        title: "a Geofabrik layer", needs: [["fclass"]],
        rules: Transport.roads(in: "fclass") + Transport.railways(in: "fclass") + fclassRules,
        refinements: refinements, attributes: attributes, filters: [Transport.service]),
    ])

  private static let unknownFence =
    "a fence without purpose is taken as one for livestock; no tag marks border fences"
  private static let unknownLining = "lining is not in the source; unknown, not earth"

  private static let tagRules: [MeaningRule] =
    Transport.roads(in: "highway") + Transport.railways(in: "railway") + [
      .barrier("barrier", ["fence"], .fenceLivestock, assuming: unknownFence),
      .barrier("barrier", ["wall", "city_wall", "retaining_wall"], .wall),
      .barrier("barrier", ["ditch"], .canalEarth, assuming: unknownLining),
      .role(.passage, "barrier", ["gate", "cattle_grid", "entrance", "lift_gate", "swing_gate"]),
      .role(
        .context, "barrier",
        [
          "hedge", "kerb", "guard_rail", "bollard", "block",
          "border_control", "toll_booth", "jersey_barrier",
        ]),
      .barrier(
        "man_made", ["pipeline"], .pipelineBuried, assuming: "no location in the source"),
      .role(.passage, "man_made", ["wildlife_crossing"]),
      .role(.context, "man_made", ["embankment", "dyke", "cutline", "pier", "breakwater"]),
      .barrier("waterway", ["canal", "ditch", "drain"], .canalEarth, assuming: unknownLining),
      .role(.context, "waterway", ["river", "stream", "riverbank", "dam", "weir", "wadi"]),
      .barrier("power", ["line", "minor_line"], .powerline),
      .role(.context, "power", ["cable", "tower", "pole", "substation", "generator", "plant"]),
      .role(.protectedArea, "boundary", ["protected_area", "national_park"]),
      .role(.protectedArea, "leisure", ["nature_reserve"]),
      .role(.country, "admin_level", ["2"]),
    ]

  private static let fclassRules: [MeaningRule] = [
    .barrier("fclass", ["canal", "drain", "ditch"], .canalEarth, assuming: unknownLining),
    .role(.context, "fclass", ["river", "stream", "water", "reservoir", "wetland", "glacier"]),
    .role(.protectedArea, "fclass", ["national_park", "nature_reserve", "protected_area"]),
  ]

  private static let refinements = [
    Transport.surfaceRefinement,
    Refinement(
      column: "location", of: [.pipelineBuried],
      classes: [
        "underground": .pipelineBuried, "underwater": .pipelineBuried,
        "overground": .pipelineSurface, "surface": .pipelineSurface,
        "overhead": .pipelineElevated,
      ]),
    Refinement(
      column: "lining", of: [.canalEarth],
      classes: ["concrete": .canalLined, "lined": .canalLined, "earth": .canalEarth]),
  ]

  private static let attributes: [AttributeRule] = [
    AttributeRule("name", from: ["name:en", "name", "int_name"]),
    AttributeRule("ref", from: ["ref"]),
    AttributeRule("kind", from: ["fclass", "natural", "waterway", "place", "landuse"]),
    AttributeRule(
      "type", from: ["barrier", "man_made"],
      .words([
        "gate": "gate", "lift_gate": "gate", "swing_gate": "gate", "cattle_grid": "gap",
        "entrance": "gap", "wildlife_crossing": "overpass",
      ])),
    // A fence
    AttributeRule("h_top_cm", from: ["height"], .length(.centimetres), only: [.fence]),
    AttributeRule("h_top_cm", from: ["height_m"], .length(.centimetres), only: [.fence]),
    AttributeRule("strands", from: ["wires"], .integer),
    AttributeRule(
      "mesh", from: ["fence_type", "material"],
      .flags([
        "chain_link": true, "mesh": true, "wire_mesh": true, "bars": true, "railing": true,
        "barbed_wire": false, "wire": false, "pole": false, "split_rail": false, "electric": false,
      ])),
    AttributeRule(
      "barbed_top", from: ["fence_type"], .flags(["barbed_wire": true, "wire": false])),
    AttributeRule(
      "barbed_bottom", from: ["fence_type"], .flags(["barbed_wire": true, "wire": false])),
    AttributeRule("electric", from: ["fence_type"], .flags(["electric": true])),
    // A road or railway
    Transport.surfaceFlag,
    AttributeRule("lanes", from: ["lanes"], .integer),
    AttributeRule("tracks", from: ["tracks", "passenger_lines"], .integer),
    AttributeRule(
      "structure", from: ["bridge"],
      .words(["yes": "bridge", "t": "bridge", "viaduct": "bridge", "no": "", "f": ""])),
    AttributeRule(
      "structure", from: ["tunnel"],
      .words([
        "yes": "tunnel", "t": "tunnel", "culvert": "tunnel", "building_passage": "tunnel",
        "no": "", "f": "",
      ])),
    AttributeRule("structure", from: ["ford"], .words(["yes": "ford", "no": ""])),
    // A pipeline, a canal
    AttributeRule(
      "placement", from: ["location"],
      .words([
        "underground": "buried", "underwater": "buried", "overground": "surface",
        "surface": "surface", "overhead": "elevated",
      ])),
    AttributeRule("width_m", from: ["width"], .length(.metres)),
    AttributeRule(
      "lining", from: ["lining"],
      .words(["concrete": "lined", "lined": "lined", "earth": "earth"])),
    // A protected area, a country
    AttributeRule("designation", from: ["protection_title", "boundary", "leisure"]),
    AttributeRule("iucn_category", from: ["iucn_level"]),
    AttributeRule("iso_a2", from: ["iso3166-1:alpha2", "iso3166-1"]),
    AttributeRule("iso_a3", from: ["iso3166-1:alpha3"]),
  ]
}
