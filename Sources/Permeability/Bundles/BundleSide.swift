/// One of two strokes where they run side by side without interruption.
struct BundleSide: Hashable, Sendable {
  /// The number of the common run of both strokes.
  let run: Int32
  /// Which of the two it is.
  let isSecond: Bool

  /// The other stroke.
  var opposite: BundleSide { BundleSide(run: run, isSecond: !isSecond) }
}
