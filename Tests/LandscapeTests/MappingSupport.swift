import Formats
import Geometry
import Landscape
import Testing

/// Builds a header with columns of text.
func header(_ names: [String], _ type: GeometryType) -> LayerHeader {
  LayerHeader(name: "layer", geometryType: type, crs: nil, fields: names.map { Field($0, .text) })
}

/// Maps features given as attributes, with the profile of the name or the one that is detected.
func map(
  _ features: [[String: Value]], kind: GeometryKind, columns: [String]? = nil,
  profile: String? = nil, ranges: RangeFilter = .core
) throws -> (batch: MappedBatch, report: ProfileReport) {
  let names = columns ?? Set(features.flatMap(\.keys)).sorted()
  let type: GeometryType =
    switch kind {
    case .none: .none
    case .point: .point
    case .line: .lineString
    case .polygon: .polygon
    }
  let kinds = names.map { name in features.lazy.compactMap { $0[name]?.fieldKind }.first ?? .text }
  var header = header(names, type)
  header.fields = zip(names, kinds).map { Field($0, $1) }
  let chosen =
    if let profile { try Profile.named(profile) } else {
      try #require(Profile.detect(fields: header.fields, geometryType: type)).profile
    }
  var batch = FeatureBatch(fields: header.fields)
  for feature in features {
    batch.ids.append(Int64(batch.ids.count))
    for (index, name) in names.enumerated() { batch.columns[index].append(feature[name] ?? .null) }
  }
  batch.geometry = geometry(of: kind, count: features.count)
  var mapper = try ProfileMapper(chosen, header: header, ranges: ranges)
  return (mapper.map(batch), mapper.report)
}

private func geometry(of kind: GeometryKind, count: Int) -> GeometryColumn {
  let ring = [Position(0, 0), Position(1, 0), Position(0, 1), Position(0, 0)]
  var column = GeometryColumn()
  switch kind {
  case .none: for _ in 0..<count { column.appendNone() }
  case .point: for _ in 0..<count { column.appendPoint(ring[0]) }
  case .line: column = GeometryColumn(LineColumn(Array(repeating: [ring], count: count)))
  case .polygon: column = GeometryColumn(PolygonColumn(Array(repeating: [[ring]], count: count)))
  }
  return column
}

extension Value {
  fileprivate var fieldKind: Field.Kind? {
    switch self {
    case .null: nil
    case .integer: .integer
    case .real: .real
    case .boolean: .boolean
    case .text: .text
    }
  }
}

extension Value: ExpressibleByStringLiteral {
  /// Writes text as a literal.
  public init(stringLiteral text: String) { self = .text(text) }
}

extension Value: ExpressibleByIntegerLiteral {
  /// Writes a whole number as a literal.
  public init(integerLiteral number: Int64) { self = .integer(number) }
}

extension MappedBatch {
  /// Returns the values of one canonical attribute.
  func values(_ name: String) -> [Value] {
    guard let column = column(named: name) else { return [] }
    return (0..<column.count).map { column[$0] }
  }
}
