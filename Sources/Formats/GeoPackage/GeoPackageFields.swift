/// The columns that the fields of a layer get in its table.
struct GeoPackageFields {
  /// The name of the column of every field.
  private(set) var names: [String] = []
  /// What had to be renamed, for a reader.
  private(set) var notes: [String] = []

  /// Chooses names: those of the fields, unless they clash with the id, the geometry or, without
  /// regard to case, with each other.
  init(_ fields: [Field]) {
    var taken: Set = [GeoPackageSchema.idColumn, GeoPackageSchema.geometryColumn]
    for field in fields {
      var name = field.name
      var number = 0
      while !taken.insert(name.lowercasedASCII).inserted {
        number += 1
        name = "\(field.name)_\(number)"
      }
      names.append(name)
      if number > 0 {
        notes.append("field \(field.name) is written as \(name), because GeoPackage needs the name")
      }
    }
  }

  /// Whether one of the columns has the name.
  func contains(_ name: String) -> Bool { names.contains { $0.isSameName(as: name) } }
}
