import GEOSBridge
import Geometry

/// The idiomatic GEOS program: prepared ranges sort out the lines that lie wholly inside or outside,
/// the others are intersected, and pieces are measured on the ellipsoid.
final class GEOSPreparedRanges {
  /// A prepared range or tile, and the box around it.
  final class Member {
    let prepared: GEOSPrepared
    let box: Box

    init(_ handle: consuming GEOSHandle, box: Box) throws {
      prepared = try GEOSPrepared(handle)
      self.box = box
    }
  }

  private let geos = GEOSContext()
  private let members: [Member]

  /// Prepares every row.
  init(_ ranges: PolygonColumn) throws {
    let geos = geos
    members = try (0..<ranges.count).map { row in
      try Member(geos.makePolygon(row: row, of: ranges), box: ranges.box(of: row))
    }
  }

  /// Cuts all lines with all ranges.
  func overlay(_ lines: LineColumn) throws -> Findings {
    var totals = RangeTotals(count: members.count)
    for row in 0..<lines.count {
      let box = lines.box(of: row)
      let line = try geos.makeLine(row: row, of: lines)
      var length = LazyLength()
      for (range, member) in members.enumerated() where member.box.meets(box) {
        guard try member.prepared.intersects(line) else { continue }
        if try member.prepared.contains(line) {
          totals.add(length: length(row, lines), crossings: 0, toRange: range)
          continue
        }
        var pieces = GEOSPieces(of: row, in: lines)
        try pieces.add(try line.intersection(member.prepared.base))
        totals.add(length: pieces.length, crossings: pieces.crossings, toRange: range)
      }
    }
    return totals.findings
  }
}
