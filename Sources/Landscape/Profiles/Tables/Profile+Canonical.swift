internal import Formats
internal import Geometry

extension Profile {
  /// Kulan's own columns.
  static let canonical = Profile(
    name: "canonical", summary: "Kulan's own columns",
    schemas: [barriers, passages, ranges, regions, protectedAreas, countries, barriersWithoutClass])

  private static let classes: [MeaningRule] =
    BarrierClass.allCases.map { .barrier("class", [$0.rawValue], $0) }

  private static let barriers = Schema(
    title: "barriers in Kulan's columns", needs: [["class"], ["status"] + barrierColumns],
    kinds: [.line], role: .barrier, rules: classes, attributes: barrierAttributes)

  private static let barriersWithoutClass = Schema(
    title: "barriers without a class", needs: [["class", "status"] + barrierColumns],
    kinds: [.line], isCertain: false, role: .barrier, rules: classes,
    attributes: barrierAttributes)

  private static let barrierColumns = CanonicalField.all(for: .barrier)
    .filter { !$0.families.isEmpty }.map(\.name)

  private static let barrierAttributes: [AttributeRule] =
    [
      AttributeRule("name", from: ["name"]),
      AttributeRule("ref", from: ["ref"]),
      AttributeRule("country", from: ["country"], .country),
      AttributeRule(
        "fenced", from: ["fenced"],
        .words([
          "both": "both", "yes": "both", "true": "both", "one": "one", "none": "none", "no": "none",
          "false": "none",
        ])),
    ]
    + CanonicalField.all(for: .barrier)
    .filter { !$0.families.isEmpty && $0.name != "fenced" }
    .map { AttributeRule($0.name, from: [$0.name], $0.reading) }

  private static let passages = Schema(
    title: "passages in Kulan's columns",
    needs: [["type"], ["width_m", "height_m", "length_m", "guide_fence", "human_use"]],
    kinds: [.point, .line, .none], role: .passage,
    attributes: [
      AttributeRule(
        "type", from: ["type"],
        .words(
          Dictionary(
            uniqueKeysWithValues: [
              "underpass", "overpass", "viaduct", "culvert", "gap", "gate", "ramp", "end",
            ].map { ($0, $0) })))
    ]
      + CanonicalField.all(for: .passage).filter { $0.name != "type" }
      .map { AttributeRule($0.name, from: [$0.name], $0.name == "built" ? .year : $0.reading) })

  private static let ranges = Schema(
    title: "ranges in Kulan's columns", needs: [["species"]], kinds: [.polygon], role: .range,
    attributes: [
      AttributeRule("species", from: ["species"], .species),
      AttributeRule("name", from: ["name", "species"]),
      AttributeRule("presence", from: ["presence"], .integer),
      AttributeRule("origin", from: ["origin"], .integer),
      AttributeRule("seasonal", from: ["seasonal"], .integer),
    ])

  private static let regions = Schema(
    title: "regions with the number of the work programme",
    needs: [["ptcr", "ptcr_id", "ptcr_no"]], kinds: [.polygon], role: .region,
    attributes: [
      AttributeRule("ptcr", from: ["ptcr", "ptcr_id", "ptcr_no"], .integer),
      AttributeRule("name", from: ["name"]),
      AttributeRule("countries", from: ["countries"]),
    ])

  private static let protectedAreas = Schema(
    title: "protected areas in Kulan's columns", needs: [["designation", "iucn_category"]],
    kinds: [.polygon], role: .protectedArea,
    attributes: CanonicalField.all(for: .protectedArea)
      .map { AttributeRule($0.name, from: [$0.name]) })

  private static let countries = Schema(
    title: "countries with ISO codes", needs: [["iso_a2", "iso_a3"]], kinds: [.polygon],
    role: .country,
    attributes: [
      AttributeRule("name", from: ["name"]),
      AttributeRule("iso_a2", from: ["iso_a2"], .country),
      AttributeRule("iso_a3", from: ["iso_a3"]),
    ])
}

extension Profile {
  /// Returns how an attribute is read where it is in a column of its own name.
  static func canonicalReading(
    of field: CanonicalField, in role: FeatureRole
  ) -> AttributeRule.Reading {
    let rules = canonical.schemas.first { $0.role == role }?.attributes ?? []
    return rules.first { $0.field == field.name }?.reading ?? field.reading
  }
}

extension CanonicalField {
  /// How a column of this name is read.
  fileprivate var reading: AttributeRule.Reading {
    switch kind {
    case .integer: .integer
    case .real: .real
    case .boolean: .flag
    case .text, .date, .dateTime: .text
    }
  }
}
