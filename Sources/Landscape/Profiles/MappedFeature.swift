internal import Formats

/// One feature while it is being mapped.
struct MappedFeature {
  /// What it is.
  var meaning: Meaning
  /// Its canonical attributes, in the order of the fields of the mapper.
  var values: [Value]

  /// The family of a barrier; `unknown` for everything else.
  var family: BarrierFamily { meaning.barrierClass?.family ?? .unknown }
}

extension Schema {
  /// The attributes that features of this schema can have: those of every role that it gives,
  /// as far as a rule fills them; of two roles with the same attribute the first stays.
  var canonicalFields: [CanonicalField] {
    let roles = Set(rules.map(\.meaning.role) + [role])
    let filled = Set(attributes.map(\.field))
    var names: Set<String> = []
    return FeatureRole.allCases.filter(roles.contains).flatMap { role in
      CanonicalField.all(for: role).filter { field in
        let settled = role == .barrier && ["class", "status", "rank"].contains(field.name)
        return (settled || filled.contains(field.name)) && names.insert(field.name).inserted
      }
    }
  }
}

extension Profile {
  /// Says which columns a layer would need.
  func unsuitable(for header: LayerHeader) -> FormatError {
    if schemas.count == 1, let schema = schemas.first { return unsuitable(for: header, schema) }
    let needs = schemas.map { schema in
      schema.needs.map { $0.joined(separator: " or ") }.joined(separator: ", and ")
    }
    return FormatError(
      .badData,
      "the layer \(header.name) (\(header.geometryType.rawValue)) has not the columns that the "
        + "profile \(name) reads: \(needs.joined(separator: "; or "))",
      help: "its columns are \(header.fields.map(\.name).joined(separator: ", ")); choose another "
        + "profile, or rename columns")
  }

  /// Says which columns a layer lacks of the only kind that the profile knows.
  private func unsuitable(for header: LayerHeader, _ schema: Schema) -> FormatError {
    let columns = Columns(header.fields)
    let names = header.fields.map(\.name)
    let missing = schema.needs.filter { group in !group.contains(where: columns.names.contains) }
    guard let first = missing.first?.first else {
      return FormatError(
        .badData,
        "the layer \(header.name) (\(header.geometryType.rawValue)) cannot be read by the profile "
          + "\(name): \(schema.title) are \(schema.kinds.map { "\($0)" }.sorted().joined(separator: " or "))",
        help: "choose another layer or profile")
    }
    let near = nearest(to: first, in: names).map { "did you mean \($0)? " } ?? ""
    return FormatError(
      .badData,
      "the layer \(header.name) has no column "
        + missing.map { $0.joined(separator: " or ") }.joined(separator: ", and ")
        + ", which the profile \(name) reads",
      help: near + "its columns are \(names.joined(separator: ", "))")
  }
}
