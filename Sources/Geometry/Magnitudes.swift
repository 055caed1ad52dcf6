/// The range of the magnitudes of some ordinates, zeros aside.
struct Magnitudes {
  private var least = Double.infinity
  private var greatest = 0.0

  /// Adds both ordinates of a position.
  mutating func add(_ position: Position) {
    for magnitude in [position.x.magnitude, position.y.magnitude] where magnitude > 0 {
      least = min(least, magnitude)
      greatest = max(greatest, magnitude)
    }
  }

  /// Whether products of four differences of such ordinates are exact as expansions: from 2⁻²⁰⁰ on
  /// differences are multiples of 2⁻²⁵², so that the products are of 2⁻¹⁰⁰⁸; up to 2²⁰⁰ they stay
  /// below 2⁸¹⁰.
  var areModerate: Bool { least >= 0x1p-200 && greatest <= 0x1p200 }

  /// The power of two by which ordinates become moderate; nil when they are too far apart.
  var exponentToModerate: Int? {
    guard greatest > 0, greatest.exponent - least.exponent < 400 else { return nil }
    return 199 - Int(greatest.exponent)
  }
}

extension Position {
  /// Returns the position multiplied by a power of two.
  func scaled(byTwoTo exponent: Int) -> Position {
    Position(
      Double(sign: .plus, exponent: exponent, significand: x),
      Double(sign: .plus, exponent: exponent, significand: y))
  }
}
