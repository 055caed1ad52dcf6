/// One field of a record, as bytes without spaces around them.
///
/// Spaces count in text alone; numbers and truth values may stand among them.
struct CSVField {
  private let bytes: UnsafeBufferPointer<UInt8>

  /// Trims spaces and tabs.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var range = bytes[...]
    while let last = range.last, last == 0x20 || last == 0x09 { range = range.dropLast() }
    while let first = range.first, first == 0x20 || first == 0x09 { range = range.dropFirst() }
    self.bytes = UnsafeBufferPointer(rebasing: range)
  }

  /// Whether nothing is left.
  var isEmpty: Bool { bytes.isEmpty }

  /// The whole number that fills the field, if it has no needless zeros in front.
  var integer: Int64? { hasNeedlessZero ? nil : Int64(digits: bytes[...]) }

  /// The number that fills the field.
  var number: Double? {
    var end = 0
    guard let number = DecimalNumber.scan(bytes, &end), end == bytes.count, number.isFinite else {
      return nil
    }
    return number
  }

  /// The truth value that fills the field, in any case.
  var boolean: Bool? {
    guard bytes.count == 4 || bytes.count == 5 else { return nil }
    switch String(decoding: bytes, as: UTF8.self).lowercased() {
    case "true": return true
    case "false": return false
    default: return nil
    }
  }

  /// What kind of value the field holds. Codes such as `007` and `+7` are text, and so are whole
  /// numbers that 64 bits cannot hold.
  var kinds: ObservedKinds {
    if isEmpty { return [] }
    if let integer { return .of(integer) }
    if boolean != nil { return .boolean }
    let isCode = hasNeedlessZero || bytes.first == UInt8(ascii: "+") || isWhole
    return number != nil && !isCode ? .real : .text
  }

  private var digits: Slice<UnsafeBufferPointer<UInt8>> {
    bytes.first == UInt8(ascii: "-") ? bytes.dropFirst() : bytes[...]
  }

  private var hasNeedlessZero: Bool {
    let digits = digits
    return digits.count > 1 && digits.first == 48
      && digits.dropFirst().first.map { $0 &- 48 < 10 } == true
  }

  /// Whether there are only digits, and more than a minus zero.
  private var isWhole: Bool { digits.allSatisfy { $0 &- 48 < 10 } && digits.contains { $0 != 48 } }
}
