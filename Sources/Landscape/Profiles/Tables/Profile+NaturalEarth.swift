internal import Geometry

extension Profile {
  /// Natural Earth: states, railways, roads; everything else is context.
  static let naturalEarth = Profile(
    name: "natural-earth", summary: "Natural Earth: countries, railways, roads; context",
    schemas: [
      Schema(
        title: "countries of Natural Earth",
        needs: [["sovereignt"], ["iso_a2", "iso_a3"]], kinds: [.polygon],
        role: .country,
        attributes: [
          AttributeRule("name", from: ["name_long", "name", "admin"]),
          AttributeRule("iso_a2", from: ["iso_a2"], .country),
          AttributeRule("iso_a3", from: ["iso_a3", "adm0_a3"]),
        ]),
      Schema(
        title: "a theme of Natural Earth", needs: [["featurecla"]],
        rules: [
          .barrier(
            "featurecla", ["railroad"], .railUnfenced, rank: "rail",
            assuming: "fencing is not in the source; unknown, not absent"),
          .barrier(
            "featurecla", ["road"], .roadPaved, rank: "primary",
            assuming: "surface is not in the source"),
          .role(.context, "featurecla", []),
        ],
        refinements: [
          Refinement(
            column: "type", of: [.roadPaved],
            classes: ["track": .track, "unpaved": .roadUnpaved])
        ],
        attributes: [
          AttributeRule("name", from: ["name_en", "name"]),
          AttributeRule("kind", from: ["featurecla"]),
          AttributeRule("tracks", from: ["mult_track"], .words(["1": "1", "2": "2", "0": ""])),
        ]),
    ])
}
