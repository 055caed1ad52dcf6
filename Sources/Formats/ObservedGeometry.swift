/// The types of geometry that a layer of a text format has shown so far.
struct ObservedGeometry {
  private var types: Set<GeometryType> = []
  private var last: GeometryType?

  /// Records one geometry; `none` is a feature without.
  mutating func insert(_ type: GeometryType) {
    if type == last { return }
    last = type
    types.insert(type)
  }

  /// The type that holds them all; `unknown` for a mixture and for a layer without features.
  var type: GeometryType {
    if types == [.none] { return .none }
    let types = types.subtracting([.none])
    if let type = types.first, types.count == 1 { return type }
    let families: [(single: GeometryType, multi: GeometryType)] = [
      (.point, .multiPoint), (.lineString, .multiLineString), (.polygon, .multiPolygon),
    ]
    for family in families where types == [family.single, family.multi] { return family.multi }
    return .unknown
  }
}
