/// The `crs` member of GeoJSON before RFC 7946.
enum GeoJSONCRS: Equatable {
  /// There is none: longitude and latitude on WGS 84.
  case absent
  /// It is null or a link: the system is not known.
  case unknown
  /// It names a system, in a form that PROJ takes.
  case named(String)

  /// The system as a layer header gives it.
  var text: String? {
    switch self {
    case .absent: "OGC:CRS84"
    case .unknown: nil
    case .named(let name): name
    }
  }

  /// Reads the value of a `crs` member: an object with `properties` that hold a `name` or a `code`.
  init(_ scanner: inout JSONScanner) throws(JSONFault) {
    self = .unknown
    guard scanner.peek == UInt8(ascii: "{") else {
      try scanner.skipValue()
      return
    }
    try scanner.openObject()
    var isFirst = true
    while let key = try scanner.nextMember(&isFirst) {
      if scanner.matches(key, "properties"), scanner.peek == UInt8(ascii: "{") {
        try readProperties(&scanner)
      } else {
        try scanner.skipValue()
      }
    }
  }

  private mutating func readProperties(_ scanner: inout JSONScanner) throws(JSONFault) {
    try scanner.openObject()
    var isFirst = true
    while let key = try scanner.nextMember(&isFirst) {
      if scanner.matches(key, "name"), scanner.peek == UInt8(ascii: "\"") {
        self = .named(Self.authorityCode(scanner.string(of: try scanner.string())))
      } else if scanner.matches(key, "code"), try scanner.nextKind() == .number {
        let start = scanner.offset
        try scanner.skipValue()
        let code = String(decoding: scanner.bytes[start..<scanner.offset], as: UTF8.self)
        self = .named("EPSG:\(code)")
      } else {
        try scanner.skipValue()
      }
    }
  }

  /// Returns `EPSG:32640` for `urn:ogc:def:crs:EPSG::32640`, `OGC:CRS84` for
  /// `urn:ogc:def:crs:OGC:1.3:CRS84`, and any other name as it is.
  static func authorityCode(_ name: String) -> String {
    let parts = name.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 7, name.lowercased().hasPrefix("urn:ogc:def:crs:") else { return name }
    return "\(parts[4].uppercased()):\(parts[6])"
  }
}
