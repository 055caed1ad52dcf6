/// What a first walk over a CSV file found.
struct CSVIndex {
  /// The byte between fields.
  let delimiter: UInt8
  /// The names of the columns, made different from each other.
  var header: [String] = []
  /// The kinds of value of every column.
  var kinds: [ObservedKinds] = []
  /// Where the geometry is.
  var geometry = CSVGeometryColumns.none
  /// The types of geometry.
  var types = ObservedGeometry()
  /// The first SRID of EWKT.
  var srid: Int?
  /// The number of records, broken ones included.
  var recordCount = 0

  /// Walks over a whole file.
  ///
  /// - Throws: `badData` for a file without header and a quote that is never closed.
  init(_ input: InputBytes, _ geometry: CSVGeometry) throws(FormatError) {
    var scanner = CSVScanner(input)
    var record = CSVRecord()
    delimiter = scanner.delimiter
    guard try scanner.next(&record), !record.isBlank else {
      throw FormatError(
        .badData, "\(input.name) has no header", help: "name the columns in the first line")
    }
    header = Self.names(record.strings)
    kinds = Array(repeating: [], count: header.count)
    var shapes = header.map { _ in Shapes() }
    while try scanner.next(&record) {
      if header.count > 1 && record.isBlank { continue }
      recordCount += 1
      if record.fault == nil && record.count == header.count { observe(record, &shapes) }
    }
    self.geometry = try geometry.columns(in: header, of: input.name) { shapes[$0].isWKT }
    describeGeometry(shapes)
  }

  /// The well-known text that one column has shown so far.
  private struct Shapes {
    var types = ObservedGeometry()
    var srid: Int?
    /// Whether every value was well-known text.
    var isWKT = true
  }

  private static func names(_ header: [String]) -> [String] {
    var unique = UniqueNames()
    return header.enumerated().map { column, name in
      unique.name(for: name.trimmed.isEmpty ? "field_\(column + 1)" : name.trimmed)
    }
  }

  private mutating func observe(_ record: CSVRecord, _ shapes: inout [Shapes]) {
    record.withFields { column, bytes in
      let field = CSVField(bytes)
      let fieldKinds = field.kinds
      kinds[column].formUnion(fieldKinds)
      guard shapes[column].isWKT else { return }
      guard !field.isEmpty else { return shapes[column].types.insert(.none) }
      var parser = WKTParser(bytes)
      if fieldKinds == .text, let (srid, type) = parser.readHeader() {
        shapes[column].types.insert(type)
        shapes[column].srid = shapes[column].srid ?? srid
      } else {
        shapes[column].isWKT = false
      }
    }
  }

  private mutating func describeGeometry(_ shapes: [Shapes]) {
    switch geometry {
    case .none: types.insert(.none)
    case .wkt(let column): (types, srid) = (shapes[column].types, shapes[column].srid)
    case .xy: types.insert(.point)
    }
  }
}

extension CSVRecord {
  /// Calls `body` with the bytes of every field.
  func withFields(_ body: (_ column: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Void) {
    fields.bytes.withUnsafeBufferPointer { bytes in
      for column in 0..<count {
        body(column, UnsafeBufferPointer(rebasing: bytes[fields.range(of: column)]))
      }
    }
  }
}
