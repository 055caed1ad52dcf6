/// Two boxes meet where the lanes of one are at most the limits of the other: one comparison of four
/// numbers.
extension Box {
  /// West, south, −east, −north.
  @inlinable
  package var lanes: SIMD4<Double> { SIMD4(minX, minY, -maxX, -maxY) }

  /// East, north, −west, −south.
  @inlinable
  package var limits: SIMD4<Double> { SIMD4(maxX, maxY, -minX, -minY) }
}
