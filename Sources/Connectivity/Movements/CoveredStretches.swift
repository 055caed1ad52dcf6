public import Overlay

internal import Geometry

/// Which stretches of lines lie in any of some polygons or on their boundary.
public struct CoveredStretches: Sendable {
  /// The stretches in the order of their lines and along them, none of which meets another.
  private var stretches: [(from: CutPosition, to: CutPosition)] = []
  /// The first stretch of every line that has one, and where they end.
  private var indices: [Int: Range<Int>] = [:]

  /// Unites the pieces of every line.
  ///
  /// - Parameters:
  ///   - cuts: Where the lines lie in polygons.
  ///   - isMeant: Whether a row of the polygons counts, for cuts with more polygons than those.
  /// - Complexity: O(*n* log *n*) in the number of pieces.
  public init(_ cuts: Cuts, where isMeant: (_ polygon: Int) -> Bool = { _ in true }) {
    let pieces = cuts.pieces.filter { isMeant($0.polygon) }
      .sorted { $0.line != $1.line ? $0.line < $1.line : $0.from.isBefore($1.from) }
    var line: Int?
    for piece in pieces {
      if piece.line == line, let last = stretches.last, !last.to.isBefore(piece.from) {
        if last.to.isBefore(piece.to) { stretches[stretches.count - 1].to = piece.to }
      } else {
        let start = piece.line == line ? indices[piece.line]?.lowerBound : nil
        stretches.append((piece.from, piece.to))
        indices[piece.line] = (start ?? stretches.count - 1)..<stretches.count
        line = piece.line
      }
    }
  }

  /// Whether a place of a line lies in a stretch, ends included.
  ///
  /// - Complexity: O(log *n*) in the number of stretches of the line.
  public func contains(_ place: CutPosition, ofLine line: Int) -> Bool {
    guard let own = indices[line] else { return false }
    let next = stretches[own].partitionIndex { !$0.to.isBefore(place) }
    return next < own.upperBound && !place.isBefore(stretches[next].from)
  }
}
