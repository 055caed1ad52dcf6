/// A bar of a round length on the ground.
struct ScaleBar {
  /// The greatest length of a bar in pixels.
  static let room = 160.0

  /// The length on the ground, in kilometres.
  let kilometres: Double
  /// The length on the drawing, in pixels.
  let pixels: Double

  /// The longest bar of 1, 2 or 5 times a power of ten that there is room for.
  init(kilometresPerPixel: Double) {
    kilometres = RoundStep(atMost: kilometresPerPixel * Self.room).value
    pixels = kilometres / kilometresPerPixel
  }

  /// The length as text, in metres below a kilometre.
  var text: String {
    kilometres < 1
      ? "\(Int((kilometres * 1000).rounded())) m" : "\(Int(kilometres.rounded())) km"
  }
}
