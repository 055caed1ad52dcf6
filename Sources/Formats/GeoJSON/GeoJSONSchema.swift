/// The attributes of the features met so far: names in the order of their first appearance.
struct GeoJSONSchema {
  private(set) var names = TextBuffer()
  private(set) var kinds: [ObservedKinds] = []
  private var indices: [String: Int] = [:]

  /// The fields that hold everything that was observed.
  var fields: [Field] { kinds.indices.map { Field(names[$0], kinds[$0].kind) } }

  /// Returns the index of a name, trying first the one that is expected from the order of the
  /// feature before.
  func index(of name: JSONText, in scanner: JSONScanner, expected: Int) -> Int? {
    if expected < names.count, !name.hasEscapes {
      let range = names.range(of: expected)
      if range.count == name.range.count,
        names.bytes[range].elementsEqual(scanner.bytes[name.range])
      {
        return expected
      }
    }
    return indices[scanner.string(of: name)]
  }

  /// Records the values of one `properties` object.
  mutating func observe(_ scanner: inout JSONScanner) throws(JSONFault) {
    guard scanner.peek == UInt8(ascii: "{") else { return try scanner.skipValue() }
    try scanner.openObject()
    var isFirst = true
    var expected = 0
    while let name = try scanner.nextMember(&isFirst) {
      let index =
        index(of: name, in: scanner, expected: expected) ?? insert(scanner.string(of: name))
      kinds[index].formUnion(try ObservedKinds.ofNextValue(&scanner))
      expected = index + 1
    }
  }

  private mutating func insert(_ name: String) -> Int {
    indices[name] = kinds.count
    names.append(name)
    kinds.append([])
    return kinds.count - 1
  }
}

extension ObservedKinds {
  /// Steps over a JSON value and says of what kind it is; null is of none.
  static func ofNextValue(_ scanner: inout JSONScanner) throws(JSONFault) -> ObservedKinds {
    switch try scanner.nextKind() {
    case .number: return try ofNextNumber(&scanner)
    case .string:
      _ = try scanner.string()
      return .text
    case .boolean:
      try scanner.skipValue()
      return .boolean
    case .null:
      try scanner.skipValue()
      return []
    case .object, .array:
      try scanner.skipValue()
      return .text
    }
  }

  private static func ofNextNumber(_ scanner: inout JSONScanner) throws(JSONFault) -> ObservedKinds
  {
    var start = scanner.offset
    if try scanner.skipNumber() {
      let digits = scanner.bytes[start..<scanner.offset]
      return Int64(digits: digits).map { of($0) } ?? .text
    }
    let number = DecimalNumber.scan(scanner.bytes, &start)
    return number?.isFinite == true ? .real : .text
  }
}
