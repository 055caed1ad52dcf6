/// An exact sum of doubles: the components do not overlap and grow in magnitude.
///
/// Sums and products are exact as long as no product underflows or overflows: ordinates must be
/// moderate, as every coordinate on Earth is; see ``Magnitudes``.
///
/// - SeeAlso: Shewchuk (1997), *Discrete & Computational Geometry* 18:305–363.
struct Expansion: ExactNumber {
  private var components: [Double] = []

  init(_ a: Double, minus b: Double) {
    let (high, low) = twoDifference(a, b)
    components = low == 0 ? (high == 0 ? [] : [high]) : [low, high]
  }

  private init(components: [Double]) { self.components = components }

  /// The largest component decides.
  var sign: Int {
    guard let last = components.last else { return 0 }
    return last > 0 ? 1 : -1
  }

  /// The nearest double, but for the last bit.
  private var estimate: Double { components.reduce(0, +) }

  static prefix func - (a: Expansion) -> Expansion {
    Expansion(components: a.components.map { -$0 })
  }

  static func + (a: Expansion, b: Expansion) -> Expansion {
    var sum = a.components
    for component in b.components { grow(&sum, by: component) }
    return Expansion(components: sum)
  }

  static func * (a: Expansion, b: Expansion) -> Expansion {
    var sum: [Double] = []
    for x in a.components {
      for y in b.components {
        let (high, low) = twoProduct(x, y)
        grow(&sum, by: low)
        grow(&sum, by: high)
      }
    }
    return Expansion(components: sum)
  }

  static func share(of a: Expansion, beside b: Expansion) -> Double {
    a.estimate / (a.estimate + b.estimate)
  }

  /// Adds one double and drops the components that became 0.
  private static func grow(_ sum: inout [Double], by addend: Double) {
    var carry = addend
    var kept = 0
    for index in sum.indices {
      let (high, low) = twoSum(carry, sum[index])
      carry = high
      if low != 0 {
        sum[kept] = low
        kept += 1
      }
    }
    sum.removeLast(sum.count - kept)
    if carry != 0 { sum.append(carry) }
  }
}

/// Returns the rounded sum and exactly what the rounding lost.
@inlinable
func twoSum(_ a: Double, _ b: Double) -> (high: Double, low: Double) {
  let high = a + b
  let bVirtual = high - a
  let aVirtual = high - bVirtual
  return (high, (a - aVirtual) + (b - bVirtual))
}

/// Returns the rounded difference and exactly what the rounding lost.
@inlinable
func twoDifference(_ a: Double, _ b: Double) -> (high: Double, low: Double) { twoSum(a, -b) }

/// Returns the rounded product and exactly what the rounding lost.
///
/// Dekker's splitting instead of a fused multiply-add, which plain x86-64 has only as a slow call.
@inlinable
func twoProduct(_ a: Double, _ b: Double) -> (high: Double, low: Double) {
  let high = a * b
  let (aHigh, aLow) = split(a)
  let (bHigh, bLow) = split(b)
  let error = ((high - aHigh * bHigh) - aLow * bHigh) - aHigh * bLow
  return (high, aLow * bLow - error)
}

@inlinable
func split(_ a: Double) -> (high: Double, low: Double) {
  let c = 134_217_729 * a  // 2²⁷ + 1
  let high = c - (c - a)
  return (high, a - high)
}
