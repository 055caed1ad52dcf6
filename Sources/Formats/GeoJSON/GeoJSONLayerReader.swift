internal import Geometry

/// The second walk over a GeoJSON input: turns features into columns.
final class GeoJSONLayerReader: LayerReader {
  let header: LayerHeader
  private let input: InputBytes
  private let index: GeoJSONIndex
  private var nextFeature = 0
  private var geometryReader = GeoJSONGeometryReader()
  /// Where the value of every field of the current feature starts, or -1.
  private var values: [Int]
  private var lines: LineCounter

  init(_ input: InputBytes, _ index: GeoJSONIndex, _ header: LayerHeader) {
    self.input = input
    self.index = index
    self.header = header
    values = Array(repeating: -1, count: header.fields.count)
    lines = LineCounter(input)
  }

  var progress: Double? {
    guard nextFeature < index.features.count else { return 1 }
    return Double(index.features[nextFeature]) / Double(input.bytes.count)
  }

  func next(limit: Int) throws(FormatError) -> FeatureBatch? {
    guard nextFeature < index.features.count else { return nil }
    var batch = FeatureBatch(fields: header.fields, idKind: header.idKind)
    let end = min(nextFeature + max(limit, 1), index.features.count)
    while nextFeature < end, batch.geometry.vertexCount < FeatureBatch.vertexLimit {
      read(feature: nextFeature, into: &batch)
      nextFeature += 1
    }
    return batch
  }

  /// What a feature holds besides its geometry: where its values start.
  private struct Members {
    var type: GeoJSONType?
    var properties: Int?
    var id: Int?
    var kind = GeometryKind.none
  }

  private func read(feature: Int, into batch: inout FeatureBatch) {
    var scanner = JSONScanner(bytes: input.bytes, offset: index.features[feature])
    var id: Int?
    do {
      let members = try readMembers(&scanner, &id, into: &batch.geometry)
      try locateValues(of: members, &scanner)
      batch.geometry.endRow(members.kind)
    } catch {
      batch.geometry.abandonRow()
      let line = lines.line(of: error.offset)
      batch.rejected.append(
        Rejection(id: "\(idValue(id, feature))", reason: "\(error.reason) (line \(line))"))
      return
    }
    batch.ids.append(idValue(id, feature))
    for field in values.indices { append(valueAt: values[field], to: &batch.columns[field]) }
  }

  /// Reads the geometry and finds the other members.
  private func readMembers(
    _ scanner: inout JSONScanner, _ id: inout Int?, into column: inout GeometryColumn
  ) throws(JSONFault) -> Members {
    let start = scanner.offset
    var members = Members()
    guard scanner.peek == UInt8(ascii: "{") else { throw scanner.fault("a feature is no object") }
    try scanner.openObject()
    var isFirst = true
    while let key = try scanner.nextMember(&isFirst) {
      if scanner.matches(key, "geometry") {
        column.abandonRow()  // the last geometry wins
        members.kind = try geometryReader.read(&scanner, into: &column)
        continue
      }
      if scanner.matches(key, "type") {
        members.type = try GeoJSONType(&scanner)
        continue
      }
      if scanner.matches(key, "properties") { members.properties = scanner.offset }
      if scanner.matches(key, "id") { id = scanner.offset }
      try scanner.skipCoordinates()
    }
    if members.type == .feature { return members }
    guard members.type?.isGeometry == true else {
      throw JSONFault(offset: start, reason: "neither a feature nor a geometry")
    }
    scanner.offset = start
    column.abandonRow()
    members.kind = try geometryReader.read(&scanner, into: &column)
    return members
  }

  /// Finds where the value of every field starts.
  private func locateValues(
    of members: Members, _ scanner: inout JSONScanner
  ) throws(JSONFault) {
    for field in values.indices { values[field] = -1 }
    guard let start = members.properties else { return }
    scanner.offset = start
    if scanner.peek == UInt8(ascii: "n") { return }
    guard scanner.peek == UInt8(ascii: "{") else { throw scanner.fault("properties is no object") }
    try scanner.openObject()
    var isFirst = true
    var expected = 0
    while let name = try scanner.nextMember(&isFirst) {
      if let field = index.schema.index(of: name, in: scanner, expected: expected) {
        values[field] = scanner.offset
        expected = field + 1
      }
      try scanner.skipValue()
    }
  }
}

extension GeoJSONLayerReader {
  /// Appends the value that starts at a byte, or null for -1.
  private func append(valueAt offset: Int, to column: inout Column) {
    var scanner = JSONScanner(bytes: input.bytes, offset: max(offset, 0))
    guard offset >= 0, let kind = try? scanner.nextKind(), kind != .null else {
      return column.appendNull()
    }
    switch column.field.kind {
    case .integer:
      if let number = scanner.integer() { return column.append(number) }
    case .real:
      if let number = DecimalNumber.scan(scanner.bytes, &scanner.offset) {
        return column.append(number)
      }
    case .boolean:
      return column.append(scanner.peek == UInt8(ascii: "t"))
    case .text, .date, .dateTime:
      if let text = scanner.text() { return scanner.append(text, to: &column) }
    }
    column.appendNull()  // only where the file has changed since it was indexed
  }

  /// Returns the id that starts at a byte, or else the index of the feature.
  private func idValue(_ offset: Int?, _ feature: Int) -> Value {
    guard let offset, offset < input.bytes.count else { return missingID(feature) }
    var scanner = JSONScanner(bytes: input.bytes, offset: offset)
    if header.idKind == .integer {
      return scanner.integer().map { .integer($0) } ?? missingID(feature)
    }
    guard (try? scanner.nextKind()) != .null, let text = scanner.text() else {
      return missingID(feature)
    }
    return .text(scanner.string(of: text))
  }

  private func missingID(_ feature: Int) -> Value {
    header.idKind == .integer ? .integer(Int64(feature)) : .text("\(feature)")
  }
}

extension JSONScanner {
  /// Reads a whole number, if that is what comes next.
  fileprivate mutating func integer() -> Int64? {
    let start = offset
    guard let isWhole = try? skipNumber(), isWhole else { return nil }
    return Int64(digits: bytes[start..<offset])
  }

  /// Finds a value as text: a string by its contents, anything else as it is written.
  fileprivate mutating func text() -> JSONText? {
    let start = offset
    if peek == UInt8(ascii: "\"") { return try? string() }
    guard (try? skipValue()) != nil else { return nil }
    return JSONText(range: start..<offset, hasEscapes: false)
  }

  fileprivate func append(_ text: JSONText, to column: inout Column) {
    if text.hasEscapes {
      column.append(utf8: contents(of: text))
    } else {
      column.append(utf8: UnsafeBufferPointer(rebasing: bytes[text.range]))
    }
  }
}
