/// Returns on which side of the directed line a → b the position c lies, exactly.
///
///     sign((aₓ − cₓ)(b_y − c_y) − (a_y − c_y)(bₓ − cₓ))
///
/// A rounded determinant decides when it is larger than its error bound (3 + 16ε)ε · (|left| +
/// |right|), ε = 2⁻⁵³, and than what products lose that underflow; otherwise the determinant is
/// computed without rounding. What overflows is no number or not larger than its bound.
///
/// - Parameters:
///   - a: The start of the directed line.
///   - b: Another position on it.
///   - c: The position in question.
/// - Returns: 1 to the left (counter-clockwise), −1 to the right, 0 on the line. Exchanging any two
///   arguments changes the sign, rotating them keeps it. 0 when a = b. Any finite ordinates.
/// - SeeAlso: Shewchuk (1997), *Discrete & Computational Geometry* 18:305–363.
@inlinable
public func orientation(_ a: Position, _ b: Position, _ c: Position) -> Int {
  let left = (a.x - c.x) * (b.y - c.y)
  let right = (a.y - c.y) * (b.x - c.x)
  let determinant = left - right
  let bound =
    3.330_669_073_875_471_6e-16 * (left.magnitude + right.magnitude) + 0x1p-1022
  if determinant > bound { return 1 }
  if -determinant > bound { return -1 }
  return exactOrientation(a, b, c)
}

/// The sign of the determinant when rounding hides it.
@usableFromInline
func exactOrientation(_ a: Position, _ b: Position, _ c: Position) -> Int {
  if a == c || b == c { return 0 }
  let (ax, axTail) = twoDifference(a.x, c.x)
  let (ay, ayTail) = twoDifference(a.y, c.y)
  let (bx, bxTail) = twoDifference(b.x, c.x)
  let (by, byTail) = twoDifference(b.y, c.y)
  guard axTail == 0 && ayTail == 0 && bxTail == 0 && byTail == 0,
    ax.magnitude + ay.magnitude + bx.magnitude + by.magnitude < 0x1p400
  else { return determinantSign(a, b, c) }
  // The differences are exact, as on every lattice: two products decide, where they are exact too.
  let (left, leftTail) = twoProduct(ax, by)
  let (right, rightTail) = twoProduct(ay, bx)
  guard left.magnitude > 0x1p-400 || ax == 0 || by == 0,
    right.magnitude > 0x1p-400 || ay == 0 || bx == 0
  else { return determinantSign(a, b, c) }
  if left != right { return left > right ? 1 : -1 }
  return leftTail > rightTail ? 1 : (leftTail < rightTail ? -1 : 0)
}

/// The sign of the determinant for any differences and magnitudes.
private func determinantSign(_ a: Position, _ b: Position, _ c: Position) -> Int {
  var magnitudes = Magnitudes()
  magnitudes.add(a)
  magnitudes.add(b)
  magnitudes.add(c)
  if magnitudes.areModerate { return determinant(a, b, c, as: Expansion.self).sign }
  guard let exponent = magnitudes.exponentToModerate else {
    return determinant(a, b, c, as: WholeNumber.self).sign
  }
  return orientation(
    a.scaled(byTwoTo: exponent), b.scaled(byTwoTo: exponent), c.scaled(byTwoTo: exponent))
}

/// The determinant whose sign is the orientation, without rounding.
func determinant<Number: ExactNumber>(
  _ a: Position, _ b: Position, _ c: Position, as: Number.Type
) -> Number {
  Number(a.x, minus: c.x) * Number(b.y, minus: c.y)
    - Number(a.y, minus: c.y) * Number(b.x, minus: c.x)
}
