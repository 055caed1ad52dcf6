/// A position where two rings touch without crossing.
struct RingTouch {
  /// One of the rings.
  let ring: Int
  /// The other one.
  let other: Int
  /// Where they touch.
  let position: Position
}
