/// The columns that the fields of a layer get in its table.
struct GeoPackageFields {
  /// The name of the column of every field.
  private(set) var names: [String] = []
  /// What had to be renamed, for a reader.
  private(set) var notes: [String] = []

  /// Chooses names: those of the fields, unless they clash with the id, the geometry or, without
  /// regard to case, with each other.
  init(_ fields: [Field]) {
    var unique = UniqueNames(ignoresCase: true)
    for name in [GeoPackageSchema.idColumn, GeoPackageSchema.geometryColumn] {
      _ = unique.name(for: name)
    }
    for field in fields {
      let name = unique.name(for: field.name)
      names.append(name)
      if name != field.name {
        notes.append("field \(field.name) is written as \(name), because the name is taken")
      }
    }
  }

  /// Whether one of the columns has the name.
  func contains(_ name: String) -> Bool { names.contains { $0.isSameName(as: name) } }
}
