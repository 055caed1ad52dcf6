/// How wide a text is set, about: the width of its letters is that of the average letter.
struct TextWidth {
  /// The width of a letter of a sans-serif face, as a part of the size of the type.
  private static let letter = 0.55

  /// The width, in the unit of the size.
  let value: Double

  /// Estimates the width of a text in type of a size.
  init(of text: String, size: Double) { self.init(letters: Double(text.count), size: size) }

  /// Estimates the width of so many letters in type of a size.
  init(letters: Double, size: Double) { value = Self.letter * size * letters }
}
