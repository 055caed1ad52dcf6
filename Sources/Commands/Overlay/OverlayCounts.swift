internal import Geometry
internal import Landscape
internal import Overlay

/// How much went through an overlay.
struct OverlayCounts {
  var lines = 0
  var polygons = 0
  var meetings = 0
  var pieces = 0
  var crossings = 0
  var touches = 0
  var lineExtent = Box.empty
  var polygonExtent = Box.empty
  var snapping = VertexSnapper.Report()

  /// Adds what is counted of one batch.
  mutating func add(_ other: OverlayCounts) {
    lines += other.lines
    polygons += other.polygons
    meetings += other.meetings
    pieces += other.pieces
    crossings += other.crossings
    touches += other.touches
    lineExtent.formUnion(other.lineExtent)
    polygonExtent.formUnion(other.polygonExtent)
    snapping.vertices += other.snapping.vertices
    snapping.greatestMove = max(snapping.greatestMove, other.snapping.greatestMove)
  }

  mutating func add(_ cuts: Cuts) {
    meetings += cuts.meetings.count
    pieces += cuts.pieces.count
    let touches = cuts.contacts.count { $0.kind == .touch }
    self.touches += touches
    crossings += cuts.contacts.count - touches
  }
}
