/// A piece of a path beside which a path of another line runs.
struct SidePiece {
  /// The stroke of the path.
  let stroke: Int32
  /// The stroke of the other path.
  let other: Int32
  /// The path.
  let path: Int32
  /// The other path.
  let otherPath: Int32
  /// The number by which facings name the piece.
  let number: Int32
  /// The place along the stroke where the piece starts.
  var from: Double
  /// The place along the stroke where it ends.
  var to: Double
  /// The run of two strokes side by side to which the piece belongs, once that is known.
  var side = BundleSide(run: -1, isSecond: false)

  /// Whether the stroke runs beside itself, as at a loop where one carriageway turns into the other.
  var isLoop: Bool { stroke == other }

  static func < (a: SidePiece, b: SidePiece) -> Bool {
    if a.stroke != b.stroke { return a.stroke < b.stroke }
    if a.other != b.other { return a.other < b.other }
    if a.from != b.from { return a.from < b.from }
    return a.to < b.to
  }
}
