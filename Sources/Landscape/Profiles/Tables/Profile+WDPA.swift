internal import Geometry

extension Profile {
  /// Protected areas in the columns of the World Database on Protected Areas, of both schemas.
  static let wdpa = Profile(
    name: "wdpa", summary: "protected areas of the WDPA",
    schemas: [
      Schema(
        title: "protected areas of the WDPA",
        needs: [
          ["wdpaid", "wdpa_pid", "site_id", "site_pid"],
          ["desig_eng", "desig", "iucn_cat", "status"],
        ],
        kinds: [.polygon, .point], role: .protectedArea,
        attributes: [
          AttributeRule("name", from: ["name_eng", "name", "orig_name"]),
          AttributeRule("designation", from: ["desig_eng", "desig"]),
          AttributeRule("iucn_category", from: ["iucn_cat"]),
          AttributeRule("status", from: ["status"]),
          AttributeRule("country", from: ["iso3", "parent_iso3", "prnt_iso3"]),
        ],
        filters: [
          Filter(
            columns: ["status"],
            accepted: ["designated", "inscribed", "established"],
            reasons: [
              "adopted": "status adopted: agreed on, not yet established",
              "proposed": "status proposed: not yet a protected area",
              "not_reported": "status not reported",
            ]),
          Filter(
            columns: ["desig_eng", "desig"],
            reasons: [
              "unesco-mab_biosphere_reserve":
                "UNESCO biosphere reserve: mostly not protected by law"
            ],
            isClosed: false),
        ])
    ])
}
