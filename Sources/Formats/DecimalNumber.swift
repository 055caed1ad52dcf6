/// Decimal numbers as text, turned into the nearest `Double`.
///
/// Every result is correctly rounded, ties to even. Up to 19 digits with a decimal exponent within
/// ±19 are converted with whole-number arithmetic alone (and by Clinger's one division where that
/// is exact); anything else goes through `Double.init(_: String)`.
enum DecimalNumber {
  /// Reads a number: sign, digits with at most one point, exponent.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - offset: Where the number starts; afterwards where it ends. Unchanged for nil.
  /// - Returns: The number, infinite if it is too great, or nil if there is none.
  @inline(__always)
  static func scan(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: inout Int) -> Double? {
    let end = bytes.count
    var next = offset
    var significand: UInt64 = 0
    let isNegative = next < end && bytes[next] == UInt8(ascii: "-")
    if isNegative || (next < end && bytes[next] == UInt8(ascii: "+")) { next += 1 }
    var digits = scanDigits(bytes, &next, &significand)
    var exponent = 0
    if next < end, bytes[next] == UInt8(ascii: ".") {
      next += 1
      let decimals = scanDigits(bytes, &next, &significand)
      exponent = -decimals
      digits += decimals
    }
    guard digits > 0 else { return nil }
    if next < end, bytes[next] | 0x20 == UInt8(ascii: "e") {
      guard let power = scanExponent(bytes, &next) else { return nil }
      exponent += power
    }
    guard digits <= 19, let magnitude = nearestDouble(to: significand, power: exponent) else {
      let text = String(decoding: bytes[offset..<next], as: UTF8.self)
      offset = next
      return Double(text)
    }
    offset = next
    return isNegative ? -magnitude : magnitude
  }

  @inline(__always)
  private static func scanDigits(
    _ bytes: UnsafeBufferPointer<UInt8>, _ next: inout Int, _ significand: inout UInt64
  ) -> Int {
    let start = next
    // Beyond 19 digits the significand wraps around and is not used.
    while next + 8 <= bytes.count, let eight = ByteWord(bytes, at: next).eightDigits {
      significand = significand &* 100_000_000 &+ eight
      next += 8
    }
    while next < bytes.count {
      let digit = bytes[next] &- 48
      guard digit < 10 else { break }
      significand = significand &* 10 &+ UInt64(digit)
      next += 1
    }
    return next - start
  }

  /// Reads `e`, a sign and digits; powers beyond ±9999 are all alike.
  private static func scanExponent(
    _ bytes: UnsafeBufferPointer<UInt8>, _ next: inout Int
  ) -> Int? {
    next += 1
    let isNegative = next < bytes.count && bytes[next] == UInt8(ascii: "-")
    if isNegative || (next < bytes.count && bytes[next] == UInt8(ascii: "+")) { next += 1 }
    let start = next
    var power = 0
    while next < bytes.count, bytes[next] &- 48 < 10 {
      power = min(power * 10 + Int(bytes[next] &- 48), 9999)
      next += 1
    }
    guard next > start else { return nil }
    return isNegative ? -power : power
  }

  /// Returns the `Double` nearest to `significand` × 10^`power`, or nil where this needs more than
  /// 128 bits.
  static func nearestDouble(to significand: UInt64, power: Int) -> Double? {
    if significand <= 1 << 53 {
      // Both operands are exact, so that the one operation rounds once.
      if power <= 0, power >= -22 { return Double(significand) / powersOfTen[-power] }
      if power > 0, power <= 22 { return Double(significand) * powersOfTen[power] }
    }
    if significand == 0 { return 0 }
    if power < 0, power >= -19 { return quotient(significand, wholePowersOfTen[-power]) }
    if power >= 0, power <= 19 { return product(significand, wholePowersOfTen[power]) }
    return nil
  }

  /// Divides exactly to 63 bits or more; the remainder decides ties through the lowest bit.
  private static func quotient(_ dividend: UInt64, _ divisor: UInt64) -> Double {
    let dividendShift = dividend.leadingZeroBitCount
    let divisorShift = divisor.leadingZeroBitCount
    let normalized = dividend &<< UInt64(dividendShift)
    let (quotient, remainder) = (divisor &<< UInt64(divisorShift))
      .dividingFullWidth((normalized >> 1, normalized << 63))
    return Double(quotient | (remainder == 0 ? 0 : 1))
      * powerOfTwo(divisorShift - dividendShift - 63)
  }

  /// Multiplies exactly and keeps the highest 64 bits; the others decide ties through the lowest.
  private static func product(_ a: UInt64, _ b: UInt64) -> Double {
    let (high, low) = a.multipliedFullWidth(by: b)
    if high == 0 { return Double(low) }
    let shift = high.leadingZeroBitCount
    let top = shift == 0 ? high : high << UInt64(shift) | low >> UInt64(64 - shift)
    return Double(top | (low << UInt64(shift) == 0 ? 0 : 1)) * powerOfTwo(64 - shift)
  }

  private static func powerOfTwo(_ exponent: Int) -> Double {
    Double(bitPattern: UInt64(1023 + exponent) << 52)
  }
}

/// 10⁰ … 10²²: the powers of ten that a `Double` holds exactly.
private let powersOfTen: [Double] = [
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
  1e18, 1e19, 1e20, 1e21, 1e22,
]

/// 10⁰ … 10¹⁹: the powers of ten that 64 bits hold.
private let wholePowersOfTen: [UInt64] = [
  1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
  10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000,
  1_000_000_000_000_000, 10_000_000_000_000_000, 100_000_000_000_000_000,
  1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
]
