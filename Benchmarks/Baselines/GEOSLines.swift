import GEOSBridge
import Geometry

/// Lines as a program on GEOS holds them: all of a layer, as geometries.
final class GEOSLines {
  /// The lines as columns, for boxes and lengths.
  let batch: LineBatch
  /// The lines as geometries.
  let geometries: [GEOSShared]

  /// Makes all geometries.
  init(_ batch: LineBatch, _ geos: GEOSContext) throws {
    self.batch = batch
    geometries = try (0..<batch.lines.count).map {
      try GEOSShared(geos.makeLine(row: $0, of: batch.lines))
    }
  }
}

/// A GEOS program that finds what lines have in ranges.
protocol GEOSOverlay: AnyObject {
  /// The number of ranges.
  var rangeCount: Int { get }
  /// The context of all geometries.
  var geos: GEOSContext { get }
  /// Cuts one line with all ranges.
  func cut(
    _ line: borrowing GEOSHandle, _ row: Int, of batch: LineBatch, into pieces: inout GEOSPieces,
    _ totals: inout RangeTotals) throws
}

extension GEOSOverlay {
  /// Cuts all lines with all ranges and keeps the pieces to the end.
  func overlay(_ source: LineSource) async throws -> Findings {
    var totals = RangeTotals(ranges: rangeCount)
    var pieces = GEOSPieces()
    var held: [GEOSLines] = []
    try await source.forEach { batch in
      let lines = try GEOSLines(batch, geos)
      for (row, line) in lines.geometries.enumerated() {
        try cut(line.handle, row, of: batch, into: &pieces, &totals)
      }
      held.append(lines)
    }
    return withExtendedLifetime((pieces, held)) { totals.findings }
  }
}
