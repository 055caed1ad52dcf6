/// The first walk over a GeoJSON input: finds the features and what they hold.
///
/// Coordinates are stepped over by their brackets; everything else is checked.
struct GeoJSONIndexer {
  private var scanner: JSONScanner
  private var index = GeoJSONIndex()

  /// Whether the name of the input says so, which allows it to be empty.
  private let isSequence: Bool

  private init(_ input: InputBytes) {
    isSequence = InputFormat.isSequence(input.path)
    scanner = JSONScanner(bytes: input.bytes, offset: input.textStart)
  }

  /// Walks over a whole input: one JSON text, or several behind each other (RFC 8142 or one on
  /// every line).
  static func index(_ input: InputBytes) throws(FormatError) -> GeoJSONIndex {
    var indexer = GeoJSONIndexer(input)
    do {
      return try indexer.indexTexts()
    } catch {
      let (line, column) = input.location(of: error.offset)
      throw FormatError(
        .badData, "\(input.name), line \(line), column \(column): \(error.reason)",
        help: "the file is not GeoJSON, or it was cut off; make it again or correct the place")
    }
  }

  private mutating func indexTexts() throws(JSONFault) -> GeoJSONIndex {
    skipSeparators()
    if isSequence, scanner.offset == scanner.bytes.count { return index }
    repeat {
      try indexText()
      index.textCount += 1
      skipSeparators()
    } while scanner.offset < scanner.bytes.count
    return index
  }

  /// Steps over white space and the record separators of RFC 8142.
  private mutating func skipSeparators() {
    scanner.skipSpace()
    while scanner.peek == 0x1E {
      scanner.offset += 1
      scanner.skipSpace()
    }
  }

  /// Walks over a collection, a feature or a bare geometry.
  private mutating func indexText() throws(JSONFault) {
    let start = scanner.offset
    try scanner.openObject()
    var isFirst = true
    var type: GeoJSONType?
    var deferred: Int?
    while let key = try scanner.nextMember(&isFirst) {
      if scanner.matches(key, "type") {
        type = try GeoJSONType(&scanner)
        if type == .feature || type?.isGeometry == true {
          scanner.offset = start
          return try indexFeature()
        }
      } else if scanner.matches(key, "features"), scanner.peek == UInt8(ascii: "[") {
        if type == .featureCollection {
          try indexFeatures()
        } else {
          deferred = scanner.offset
          try scanner.skipValue()
        }
      } else {
        try readCollectionMember(key)
      }
    }
    guard type == .featureCollection else { throw Self.notGeoJSON(type, offset: start) }
    if let deferred {
      let end = scanner.offset
      scanner.offset = deferred
      try indexFeatures()
      scanner.offset = end
    }
  }

  private static func notGeoJSON(_ type: GeoJSONType?, offset: Int) -> JSONFault {
    guard case .other(let name) = type else {
      return JSONFault(offset: offset, reason: "an object without the member \"type\"")
    }
    return JSONFault(offset: offset, reason: "GeoJSON has no type '\(name)'")
  }

  private mutating func readCollectionMember(_ key: JSONText) throws(JSONFault) {
    if scanner.matches(key, "crs") {
      index.crs = try GeoJSONCRS(&scanner)
    } else if scanner.matches(key, "name"), scanner.peek == UInt8(ascii: "\"") {
      index.name = scanner.string(of: try scanner.string())
    } else if scanner.matches(key, "xy_coordinate_resolution") {
      let start = scanner.offset
      try scanner.skipValue()
      let text = String(decoding: scanner.bytes[start..<scanner.offset], as: UTF8.self)
      index.resolution = Double(text).flatMap { $0 > 0 && $0.isFinite ? $0 : nil }
    } else {
      try scanner.skipValue()
    }
  }

  private mutating func indexFeatures() throws(JSONFault) {
    scanner.offset += 1
    var isFirst = true
    while try scanner.nextElement(&isFirst) { try indexFeature() }
  }

  /// Walks over a feature or a bare geometry; anything else is left for the reader to reject.
  private mutating func indexFeature() throws(JSONFault) {
    let start = scanner.offset
    index.features.append(start)
    guard scanner.peek == UInt8(ascii: "{") else { return try scanner.skipValue() }
    try scanner.openObject()
    var isFirst = true
    var type: GeoJSONType?
    var observed = GeometryType.none
    while let key = try scanner.nextMember(&isFirst) {
      if scanner.matches(key, "type") {
        type = try GeoJSONType(&scanner)
      } else if scanner.matches(key, "geometry") {
        observed = try geometryType(depth: 0)
      } else if scanner.matches(key, "properties") {
        try index.schema.observe(&scanner)
      } else if scanner.matches(key, "id") {
        let kinds = try ObservedKinds.ofNextValue(&scanner)
        if kinds.kind != .integer && !kinds.isEmpty { index.hasTextIDs = true }
      } else if scanner.matches(key, "crs") {
        index.crs = try GeoJSONCRS(&scanner)
      } else {
        try scanner.skipCoordinates()
      }
    }
    if type?.isGeometry == true {
      scanner.offset = start
      observed = try geometryType(depth: 0)
    }
    index.geometry.insert(observed)
  }

  /// Steps over a geometry and says of what type it is; a collection is of the type that holds its
  /// parts.
  private mutating func geometryType(depth: Int) throws(JSONFault) -> GeometryType {
    guard scanner.peek == UInt8(ascii: "{") else {
      try scanner.skipValue()
      return .none
    }
    try GeoJSONGeometryReader.requireDepth(depth, scanner)
    try scanner.openObject()
    var isFirst = true
    var type: GeoJSONType?
    var isEmpty = false
    var parts: [GeometryType] = []
    while let key = try scanner.nextMember(&isFirst) {
      if scanner.matches(key, "type") {
        type = try GeoJSONType(&scanner)
      } else if scanner.matches(key, "coordinates") {
        let start = scanner.offset
        try scanner.skipCoordinates()
        isEmpty = scanner.bytes[start..<scanner.offset].isEmptyArray
      } else if scanner.matches(key, "geometries"), scanner.peek == UInt8(ascii: "[") {
        scanner.offset += 1
        parts = []
        var isFirst = true
        while try scanner.nextElement(&isFirst) {
          parts.append(try geometryType(depth: depth + 1))
        }
      } else {
        try scanner.skipValue()
      }
    }
    if isEmpty { return .none }
    return type == .geometryCollection ? Self.type(ofParts: parts) : type?.geometryType ?? .none
  }

  private static func type(ofParts parts: [GeometryType]) -> GeometryType {
    let parts = parts.filter { $0 != .none }
    var observed = ObservedGeometry()
    for part in parts { observed.insert(part) }
    guard parts.count > 1 else { return parts.first ?? .none }
    return observed.type.multi
  }
}

extension GeometryType {
  /// The type that holds several of it.
  var multi: GeometryType {
    switch self {
    case .point: .multiPoint
    case .lineString: .multiLineString
    case .polygon: .multiPolygon
    case .none, .unknown, .multiPoint, .multiLineString, .multiPolygon: self
    }
  }

  /// Whether it holds several parts.
  var isMulti: Bool { self == multi && self != .none && self != .unknown }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
  /// Whether the bytes are `[]`, with white space or without.
  fileprivate var isEmptyArray: Bool {
    first == UInt8(ascii: "[")
      && dropFirst().first { $0 > 0x20 } == UInt8(ascii: "]")
  }
}
