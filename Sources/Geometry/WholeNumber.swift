/// A whole number of any size, for ordinates so far apart that no power of two brings them into the
/// range of ``Expansion``: every double is a multiple of 2⁻¹⁰⁷⁴, which is the unit of a difference.
///
/// Its unit is not kept: numbers that are added to each other must be products of equally many
/// differences.
struct WholeNumber: ExactNumber {
  private var isNegative = false
  /// The digits to the base 2³², the least one first and the last one not 0.
  private var digits: [UInt32] = []

  init(_ a: Double, minus b: Double) { self = WholeNumber(a) - WholeNumber(b) }

  private init(_ value: Double) {
    guard value != 0 else { return }
    isNegative = value < 0
    let isNormal = value.isNormal
    let significand = value.significandBitPattern | (isNormal ? 1 << 52 : 0)
    let shift = isNormal ? Int(value.exponentBitPattern) - 1 : 0
    digits = Array(repeating: 0, count: shift / 32)
    let window = UInt128(significand) << UInt128(shift % 32)
    for place: UInt128 in [0, 32, 64] {
      digits.append(UInt32(truncatingIfNeeded: window >> place))
    }
    trim()
  }

  private init(isNegative: Bool, digits: [UInt32]) {
    self.isNegative = isNegative
    self.digits = digits
    trim()
  }

  private mutating func trim() {
    while digits.last == 0 { digits.removeLast() }
  }

  var sign: Int { digits.isEmpty ? 0 : (isNegative ? -1 : 1) }

  static prefix func - (a: WholeNumber) -> WholeNumber {
    WholeNumber(isNegative: !a.isNegative, digits: a.digits)
  }

  static func + (a: WholeNumber, b: WholeNumber) -> WholeNumber {
    if a.isNegative == b.isNegative {
      return WholeNumber(isNegative: a.isNegative, digits: sum(a.digits, b.digits))
    }
    let isLarger = isLess(b.digits, a.digits)
    let (large, small) = isLarger ? (a, b) : (b, a)
    return WholeNumber(
      isNegative: large.isNegative, digits: difference(large.digits, small.digits))
  }

  static func * (a: WholeNumber, b: WholeNumber) -> WholeNumber {
    var product = [UInt32](repeating: 0, count: a.digits.count + b.digits.count)
    for (place, digit) in a.digits.enumerated() where digit != 0 {
      var carry: UInt64 = 0
      for (offset, other) in b.digits.enumerated() {
        carry += UInt64(digit) * UInt64(other) + UInt64(product[place + offset])
        product[place + offset] = UInt32(truncatingIfNeeded: carry)
        carry >>= 32
      }
      product[place + b.digits.count] = UInt32(truncatingIfNeeded: carry)
    }
    return WholeNumber(isNegative: a.isNegative != b.isNegative, digits: product)
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
      first.reversed().reduce(0) { $0 * 0x1p32 + Double($1) }, 32 * (digits.count - first.count)
    )
  }

  private static func isLess(_ a: [UInt32], _ b: [UInt32]) -> Bool {
    if a.count != b.count { return a.count < b.count }
    return a.reversed().lexicographicallyPrecedes(b.reversed())
  }

  private static func sum(_ a: [UInt32], _ b: [UInt32]) -> [UInt32] {
    var carry: UInt64 = 0
    var digits: [UInt32] = []
    for place in 0..<max(a.count, b.count) {
      carry += UInt64(place < a.count ? a[place] : 0) + UInt64(place < b.count ? b[place] : 0)
      digits.append(UInt32(truncatingIfNeeded: carry))
      carry >>= 32
    }
    return digits + [UInt32(carry)]
  }

  private static func difference(_ large: [UInt32], _ small: [UInt32]) -> [UInt32] {
    var borrow: Int64 = 0
    return large.indices.map { place in
      borrow += Int64(large[place]) - Int64(place < small.count ? small[place] : 0)
      defer { borrow >>= 32 }
      return UInt32(truncatingIfNeeded: borrow)
    }
  }
}
