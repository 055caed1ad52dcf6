import GEOSBridge
import Geometry

/// The idiomatic GEOS program: prepared ranges sort out the lines that lie wholly inside or outside,
/// the others are intersected, and pieces are measured on the ellipsoid.
final class GEOSPreparedRanges: GEOSOverlay {
  /// A prepared range or tile, and the box around it.
  final class Member {
    let prepared: GEOSPrepared
    let box: Box

    init(_ handle: consuming GEOSHandle, box: Box) throws {
      prepared = try GEOSPrepared(handle)
      self.box = box
    }
  }

  let geos = GEOSContext()
  private let members: [Member]

  var rangeCount: Int { members.count }

  /// Prepares every row.
  init(_ ranges: PolygonColumn) throws {
    let geos = geos
    members = try (0..<ranges.count).map { row in
      try Member(geos.makePolygon(row: row, of: ranges), box: ranges.box(of: row))
    }
  }

  func cut(
    _ line: borrowing GEOSHandle, _ row: Int, of batch: LineBatch, into pieces: inout GEOSPieces,
    _ totals: inout RangeTotals
  ) throws {
    let box = batch.lines.box(of: row)
    var length = LazyLength()
    for (range, member) in members.enumerated() where member.box.meets(box) {
      guard try member.prepared.intersects(line) else { continue }
      var found = (length: 0.0, crossings: 0)
      if try member.prepared.contains(line) {
        found.length = length(row, batch.lines)
      } else {
        pieces.start(line: row, of: batch.lines)
        try pieces.add(try line.intersection(member.prepared.base))
        found = pieces.finish()
      }
      totals.add(
        length: found.length, crossings: found.crossings, toRange: range, class: batch.classes[row])
    }
  }
}
