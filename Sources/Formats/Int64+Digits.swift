extension Int64 {
  /// Reads a whole number that fills `digits`, with an optional minus; nil if 64 bits cannot hold
  /// it, and for minus zero, which is no whole number.
  init?(digits: Slice<UnsafeBufferPointer<UInt8>>) {
    let isNegative = digits.first == UInt8(ascii: "-")
    let digits = isNegative ? digits.dropFirst() : digits
    guard !digits.isEmpty else { return nil }
    var value: Int64 = 0
    for byte in digits {
      let digit = Int64(byte) - 48
      guard 0...9 ~= digit else { return nil }
      let (shifted, overflow) = value.multipliedReportingOverflow(by: 10)
      let (next, carry) =
        isNegative
        ? shifted.subtractingReportingOverflow(digit) : shifted.addingReportingOverflow(digit)
      if overflow || carry { return nil }
      value = next
    }
    if isNegative && value == 0 { return nil }
    self = value
  }
}
