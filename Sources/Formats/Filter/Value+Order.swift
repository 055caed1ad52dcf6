extension Value {
  /// How a value is ordered to another: negative, 0 or positive; nil where one of them is null or
  /// not a number, or where they are of different types.
  ///
  /// Numbers are compared exactly, whole ones with others too, and text byte by byte (UTF-8).
  package func order(to other: Value) -> Int? {
    switch (self, other) {
    case (.integer(let a), .integer(let b)): return a < b ? -1 : a > b ? 1 : 0
    case (.real(let a), .real(let b)):
      return a.isNaN || b.isNaN ? nil : a < b ? -1 : a > b ? 1 : 0
    case (.integer(let a), .real(let b)): return Self.order(a, b)
    case (.real(let a), .integer(let b)): return Self.order(b, a).map { -$0 }
    case (.boolean(let a), .boolean(let b)): return (a ? 1 : 0) - (b ? 1 : 0)
    case (.text(let a), .text(let b)):
      if a.utf8.elementsEqual(b.utf8) { return 0 }
      return a.utf8.lexicographicallyPrecedes(b.utf8) ? -1 : 1
    default: return nil
    }
  }

  private static func order(_ a: Int64, _ b: Double) -> Int? {
    if b.isNaN { return nil }
    if b >= 0x1p63 { return -1 }
    if b < -0x1p63 { return 1 }
    let whole = b.rounded(.towardZero)
    let truncated = Int64(whole)
    if a != truncated { return a < truncated ? -1 : 1 }
    return b > whole ? -1 : b < whole ? 1 : 0
  }
}
