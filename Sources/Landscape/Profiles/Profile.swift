public import Formats
internal import Geometry

/// A way to read the attributes of layers of one origin as Kulan's own.
///
/// A profile is data: tables of columns and values, in `Profiles/Tables`. ``ProfileMapper`` applies
/// it and reports what it mapped, what it took for granted, what it left out and what it could not
/// understand; it never guesses.
public struct Profile: Sendable, Identifiable {
  /// The name, for instance `iucn`.
  public let name: String
  /// What it is for, for a reader.
  public let summary: String
  /// The kinds of layer it knows, those with the clearest signs first.
  let schemas: [Schema]

  /// The name.
  public var id: String { name }

  /// All profiles, in the order in which ``detect(fields:geometryType:)`` tries them.
  public static let all: [Profile] = [
    iucn, wdpa, openStreetMap, openMapTiles, naturalEarth, grip4, canonical,
  ]

  /// Returns the profile with a name.
  ///
  /// - Throws: `usage`, naming the profile that is spelt most alike.
  public static func named(_ name: String) throws(FormatError) -> Profile {
    if let profile = all.first(where: { $0.name == name }) { return profile }
    let names = all.map(\.name)
    let hint = nearest(to: name, in: names).map { "; did you mean '\($0)'?" } ?? ""
    throw FormatError(
      .usage, "there is no profile '\(name)'",
      help: "the profiles are \(names.joined(separator: ", "))\(hint)")
  }

  /// A profile that was chosen by the columns of a layer.
  public struct Detection: Sendable {
    /// The profile.
    public let profile: Profile
    /// What the layer seems to hold, for a reader.
    public let content: String
    /// The columns that betrayed it, as the layer spells them.
    public let signs: [String]
    /// Whether these columns leave no doubt.
    public let isCertain: Bool
    /// The names of other profiles that could read the layer as well.
    public let alternatives: [String]

    /// Why the profile was chosen, for a reader.
    public var reason: String {
      "\(content): it has the column\(signs.count == 1 ? "" : "s") "
        + signs.joined(separator: ", ") + (isCertain ? "" : "; this is not certain")
    }
  }

  /// Returns the profile that the columns of a layer speak for, or nil if none knows them.
  ///
  /// Schemas without doubt come before others, then the order of ``all`` decides.
  public static func detect(fields: [Field], geometryType: GeometryType) -> Detection? {
    let columns = Columns(fields)
    let found = all.compactMap { profile in
      profile.schema(for: columns, geometryType).map { (profile, $0.schema, $0.signs) }
    }
    guard let best = found.first(where: { $0.1.isCertain }) ?? found.first else { return nil }
    return Detection(
      profile: best.0, content: best.1.title, signs: best.2.map(columns.spelling),
      isCertain: best.1.isCertain,
      alternatives: found.map(\.0.name).filter { $0 != best.0.name })
  }

  /// Returns the first schema that knows the columns of a layer, and the columns that betray it.
  func schema(
    for columns: Columns, _ geometryType: GeometryType
  ) -> (schema: Schema, signs: [String])? {
    for schema in schemas {
      if let signs = schema.signs(in: columns.names, kinds: geometryType.kinds) {
        return (schema, signs)
      }
    }
    return nil
  }
}

extension GeometryType {
  /// The kinds of geometry that a layer of this type can hold.
  var kinds: Set<GeometryKind> {
    switch self {
    case .none: [.none]
    case .unknown: Set(GeometryKind.allCases)
    case .point, .multiPoint: [.point]
    case .lineString, .multiLineString: [.line]
    case .polygon, .multiPolygon: [.polygon]
    }
  }
}
