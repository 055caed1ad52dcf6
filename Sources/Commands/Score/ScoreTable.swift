/// What `kulan score` can write.
enum ScoreTable: String, OutputTable {
  case scores
  case rejected

  var hasGeometry: Bool { self == .scores }
}
