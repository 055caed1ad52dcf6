public import Geometry

/// What a feature is to Kulan.
public enum FeatureRole: String, Sendable, Hashable, CaseIterable {
  /// A linear object that animals have to cross.
  case barrier
  /// Where a species lives.
  case range
  /// A Priority Transboundary Conservation Region or another region of interest.
  case region
  /// A protected area.
  case protectedArea = "protected area"
  /// A state.
  case country
  /// A structure or gap that lets animals through.
  case passage
  /// Something for orientation on a map.
  case context

  /// The kinds of geometry that a feature in this role must have.
  public var geometryKinds: Set<GeometryKind> {
    switch self {
    case .barrier: [.line]
    case .range, .region, .protectedArea, .country: [.polygon]
    case .passage: [.point, .line, .none]
    case .context: Set(GeometryKind.allCases)
    }
  }
}
