/// The value of a `type` member.
enum GeoJSONType: Equatable {
  case featureCollection
  case feature
  case point
  case multiPoint
  case lineString
  case multiLineString
  case polygon
  case multiPolygon
  case geometryCollection
  /// None that RFC 7946 defines.
  case other(String)

  /// Reads the value of a `type` member.
  init(_ scanner: inout JSONScanner) throws(JSONFault) {
    guard scanner.peek == UInt8(ascii: "\"") else {
      try scanner.skipValue()
      self = .other("(not a text)")
      return
    }
    let text = try scanner.string()
    for (name, type) in Self.names where scanner.matches(text, name) {
      self = type
      return
    }
    self = .other(scanner.string(of: text))
  }

  private static let names: [(StaticString, GeoJSONType)] = [
    ("Feature", .feature), ("LineString", .lineString), ("Polygon", .polygon), ("Point", .point),
    ("MultiPolygon", .multiPolygon), ("MultiLineString", .multiLineString),
    ("MultiPoint", .multiPoint), ("GeometryCollection", .geometryCollection),
    ("FeatureCollection", .featureCollection),
  ]

  /// The geometry type, for types of one geometry.
  var geometryType: GeometryType? {
    switch self {
    case .point: .point
    case .multiPoint: .multiPoint
    case .lineString: .lineString
    case .multiLineString: .multiLineString
    case .polygon: .polygon
    case .multiPolygon: .multiPolygon
    case .featureCollection, .feature, .geometryCollection, .other: nil
    }
  }

  /// Whether it is a geometry or a collection of geometries.
  var isGeometry: Bool { geometryType != nil || self == .geometryCollection }
}
