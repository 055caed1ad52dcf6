/// What `kulan overlay` can write.
enum OverlayTable: String, OutputTable {
  case pieces
  case crossings
  case summary
  case rejected

  var hasGeometry: Bool { self == .pieces || self == .crossings }
}
