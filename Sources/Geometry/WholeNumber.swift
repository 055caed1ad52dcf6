/// A whole number of any size, for ordinates so far apart that no power of two brings them into the
/// range of ``Expansion``: every double is a multiple of 2⁻¹⁰⁷⁴, which is the unit of a difference.
///
/// Its unit is not kept: numbers that are added to each other must be products of equally many
/// differences.
struct WholeNumber: ExactNumber {
  private var isNegative = false
  /// The digits to the base 2³² between the zeros at both ends, the least one first.
  private var digits: [UInt32] = []
  /// The number of zeros before them: numbers are often few bits far from the unit.
  private var place = 0

  init(_ a: Double, minus b: Double) { self = WholeNumber(a) - WholeNumber(b) }

  private init(_ value: Double) {
    let isNormal = value.isNormal
    let significand = value.significandBitPattern | (isNormal ? 1 << 52 : 0)
    let shift = isNormal ? Int(value.exponentBitPattern) - 1 : 0
    let window = UInt128(significand) << UInt128(shift % 32)
    self.init(
      isNegative: value < 0,
      digits: [0, 32, 64].map { UInt32(truncatingIfNeeded: window >> UInt128($0)) },
      place: shift / 32)
  }

  private init(isNegative: Bool, digits: [UInt32], place: Int) {
    guard let first = digits.firstIndex(where: { $0 != 0 }),
      let last = digits.lastIndex(where: { $0 != 0 })
    else { return }
    self.isNegative = isNegative
    self.digits = Array(digits[first...last])
    self.place = place + first
  }

  var sign: Int { digits.isEmpty ? 0 : (isNegative ? -1 : 1) }

  static prefix func - (a: WholeNumber) -> WholeNumber {
    WholeNumber(isNegative: !a.isNegative, digits: a.digits, place: a.place)
  }

  static func + (a: WholeNumber, b: WholeNumber) -> WholeNumber {
    if a.digits.isEmpty { return b }
    if b.digits.isEmpty { return a }
    let place = min(a.place, b.place)
    let count = max(a.place + a.digits.count, b.place + b.digits.count) - place + 1
    var digits = a.digits(from: place, count: count)
    let added = b.digits(from: place, count: count)
    if a.isNegative == b.isNegative {
      addDigits(added, to: &digits)
      return WholeNumber(isNegative: a.isNegative, digits: digits, place: place)
    }
    if subtractDigits(added, from: &digits) {
      return WholeNumber(isNegative: a.isNegative, digits: digits, place: place)
    }
    digits = added
    _ = subtractDigits(a.digits(from: place, count: count), from: &digits)
    return WholeNumber(isNegative: b.isNegative, digits: digits, place: place)
  }

  static func * (a: WholeNumber, b: WholeNumber) -> WholeNumber {
    var product = [UInt32](repeating: 0, count: a.digits.count + b.digits.count)
    for (offset, digit) in a.digits.enumerated() where digit != 0 {
      var carry: UInt64 = 0
      for (index, other) in b.digits.enumerated() {
        carry += UInt64(digit) * UInt64(other) + UInt64(product[offset + index])
        product[offset + index] = UInt32(truncatingIfNeeded: carry)
        carry >>= 32
      }
      product[offset + b.digits.count] = UInt32(truncatingIfNeeded: carry)
    }
    return WholeNumber(
      isNegative: a.isNegative != b.isNegative, digits: product, place: a.place + b.place)
  }

  static func share(of a: WholeNumber, beside b: WholeNumber) -> Double {
    let (part, whole) = (a.leading, (a + b).leading)
    return Double(
      sign: .plus, exponent: part.exponent - whole.exponent,
      significand: part.value / whole.value)
  }

  /// The first 65 bits at least, and the power of two by which they are to be multiplied.
  private var leading: (value: Double, exponent: Int) {
    let first = digits.suffix(3)
    return (
      first.reversed().reduce(0) { $0 * 0x1p32 + Double($1) },
      32 * (place + digits.count - first.count)
    )
  }

  /// The digits from another place on, with zeros at both ends.
  private func digits(from first: Int, count: Int) -> [UInt32] {
    let before = [UInt32](repeating: 0, count: place - first)
    return before + digits
      + [UInt32](repeating: 0, count: count - before.count - digits.count)
  }

  private static func addDigits(_ added: [UInt32], to digits: inout [UInt32]) {
    var carry: UInt64 = 0
    for index in digits.indices {
      carry += UInt64(digits[index]) + UInt64(added[index])
      digits[index] = UInt32(truncatingIfNeeded: carry)
      carry >>= 32
    }
  }

  /// Returns whether the difference is not negative; the digits are of no use otherwise.
  private static func subtractDigits(_ subtracted: [UInt32], from digits: inout [UInt32]) -> Bool {
    var borrow: Int64 = 0
    for index in digits.indices {
      borrow += Int64(digits[index]) - Int64(subtracted[index])
      digits[index] = UInt32(truncatingIfNeeded: borrow)
      borrow >>= 32
    }
    return borrow == 0
  }
}
