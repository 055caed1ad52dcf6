/// The pieces of lines that lie beside other lines, and which of them face each other.
struct SideSurvey {
  /// All pieces; piece `i` has the number `i`.
  var pieces: [SidePiece] = []
  /// The numbers of two pieces that face each other for some of their length.
  var facings: [(Int32, Int32)] = []
}
