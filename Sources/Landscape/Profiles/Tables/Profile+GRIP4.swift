internal import Geometry

extension Profile {
  /// The roads of the Global Roads Inventory Project, version 4.
  ///
  /// The codes of `GP_RSU` follow the data model that GRIP shares with other compilations of the
  /// United Nations; its other columns are not read, because their codes could not be verified.
  static let grip4 = Profile(
    name: "grip4", summary: "GRIP4 roads",
    schemas: [
      Schema(
        title: "roads of GRIP4", needs: [["gp_rtp"]], kinds: [.line],
        rules: [
          .barrier(
            "gp_rtp", ["1"], .roadPaved, rank: "highway",
            assuming: "neither surface nor fencing is in the source"),
          .barrier("gp_rtp", ["2"], .roadPaved, rank: "primary", assuming: surface),
          .barrier("gp_rtp", ["3"], .roadPaved, rank: "secondary", assuming: surface),
          .barrier("gp_rtp", ["4"], .roadUnpaved, rank: "tertiary", assuming: surface),
          .barrier("gp_rtp", ["5"], .roadUnpaved, rank: "unclassified", assuming: surface),
        ],
        refinements: [
          Refinement(
            column: "gp_rsu", of: [.roadPaved, .roadUnpaved],
            classes: ["1": .roadPaved, "2": .roadUnpaved])
        ],
        attributes: [AttributeRule("paved", from: ["gp_rsu"], .flags(["1": true, "2": false]))])
    ])

  private static let surface = "no surface in the source"
}
