internal import Geometry

extension Profile {
  /// Ranges in the columns of the IUCN Red List.
  static let iucn = Profile(
    name: "iucn", summary: "species ranges of the IUCN Red List",
    schemas: [
      Schema(
        title: "ranges of the IUCN Red List",
        needs: [["sci_name", "binomial"], ["presence"]], kinds: [.polygon], role: .range,
        attributes: [
          AttributeRule("species", from: ["sci_name", "binomial"], .species, with: "subspecies"),
          AttributeRule("name", from: ["sci_name", "binomial"]),
          AttributeRule("presence", from: ["presence"], .integer),
          AttributeRule("origin", from: ["origin"], .integer),
          AttributeRule("seasonal", from: ["seasonal"], .integer),
        ],
        filters: RangeFilter.core.filters)
    ])
}
