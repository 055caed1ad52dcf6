internal import Geometry

extension Profile {
  /// Vector tiles in the schema of OpenMapTiles, turned back into layers.
  static let openMapTiles = Profile(
    name: "openmaptiles", summary: "layers made from OpenMapTiles vector tiles",
    schemas: [
      Schema(
        title: "roads or railways of vector tiles",
        needs: [["class"], ["structure", "brunnel"]], kinds: [.line],
        rules: Transport.roads(in: "class") + underConstruction
          + Transport.railways(in: "class") + Transport.railwayStatus(in: "class"),
        refinements: [Transport.surfaceRefinement],
        attributes: [
          AttributeRule("name", from: ["name:en", "name"]),
          AttributeRule("ref", from: ["ref"]),
          AttributeRule(
            "structure", from: ["structure", "brunnel"],
            .words(["bridge": "bridge", "tunnel": "tunnel", "ford": "ford"])),
          Transport.surfaceFlag,
        ],
        filters: [Transport.service]),
      Schema(
        title: "protected areas of vector tiles", needs: [["class"], ["area_km2"]],
        kinds: [.polygon],
        rules: [
          .role(
            .protectedArea, "class",
            ["national_park", "nature_reserve", "protected_area", "aboriginal_lands"])
        ],
        attributes: [
          AttributeRule("name", from: ["name:en", "name"]),
          AttributeRule("designation", from: ["class"]),
        ]),
    ])

  /// `primary_construction` is a primary road being built.
  private static let underConstruction: [MeaningRule] = Transport.roads(in: "class").map { rule in
    var meaning = rule.meaning
    meaning.status = .construction
    return MeaningRule(
      column: rule.column, values: rule.values.map { "\($0)_construction" }, meaning: meaning)
  }
}
