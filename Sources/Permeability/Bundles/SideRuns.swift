internal import Geometry

/// Pieces of a stroke beside one other stroke, joined to runs over gaps, and of these the runs that
/// are long enough.
///
/// Runs that face each other are taken or left together, by the longest of them: so a line is beside
/// another exactly where the other is beside it. Gaps do not count for the length.
struct SideRuns {
  private let pieces: [SidePiece]
  /// The first piece of every run, and behind the last the end.
  private var starts: [Int] = []
  /// For how long there is a line of the other stroke beside the run.
  private var lengths: [Double] = []
  /// Which pieces face each other.
  private let facings: [(Int32, Int32)]

  init(_ survey: SideSurvey, gap: Double) {
    facings = survey.facings
    pieces = survey.pieces.sorted(by: <)
    var reach = 0.0
    for (number, piece) in pieces.enumerated() {
      let isNew =
        number == 0 || piece.stroke != pieces[number - 1].stroke
        || piece.other != pieces[number - 1].other || piece.from > reach + gap
      if isNew {
        starts.append(number)
        lengths.append(piece.to - piece.from)
        reach = piece.to
      } else {
        lengths[lengths.count - 1] += max(piece.to - max(piece.from, reach), 0)
        reach = max(reach, piece.to)
      }
    }
    starts.append(pieces.count)
  }

  /// Returns the pieces of all runs that are long enough, their gaps filled.
  func pieces(ofRunsOverlappingFor overlap: Double, in strokes: Strokes) -> [SidePiece] {
    let common = commonRuns()
    var isLong = Array(repeating: false, count: lengths.count)
    for run in lengths.indices where lengths[run] >= overlap { isLong[common[run]] = true }
    var result: [SidePiece] = []
    for run in lengths.indices where isLong[common[run]] {
      let first = result.count
      for var piece in pieces[starts[run]..<starts[run + 1]] {
        piece.side = BundleSide(
          run: Int32(truncatingIfNeeded: common[run]), isSecond: piece.other < piece.stroke)
        result.append(piece)
      }
      Self.fillGaps(of: &result, from: first, in: strokes)
    }
    return result
  }

  /// For every run one that stands for all that face each other, directly or by others.
  private func commonRuns() -> [Int] {
    var sets = DisjointSets(count: lengths.count)
    var runs = Array(repeating: 0, count: pieces.count)
    for run in lengths.indices {
      for piece in pieces[starts[run]..<starts[run + 1]] { runs[Int(piece.number)] = run }
    }
    for (piece, other) in facings { _ = sets.unite(runs[Int(piece)], runs[Int(other)]) }
    return lengths.indices.map { sets.root(of: $0) }
  }

  /// Extends the pieces on both sides of a gap to its middle, but not beyond their paths: a path is
  /// beside another only if the other is beside it, too.
  private static func fillGaps(
    of pieces: inout [SidePiece], from first: Int, in strokes: Strokes
  ) {
    guard var last = pieces[first...].indices.first else { return }
    for piece in pieces.indices.dropFirst(first + 1) {
      let (end, start) = (pieces[last].to, pieces[piece].from)
      if start > end {
        let (path, next) = (Int(pieces[last].path), Int(pieces[piece].path))
        let middle = (end + start) / 2
        pieces[last].to = path == next ? middle : min(strokes.extent(ofPath: path).to, start)
        pieces[piece].from = path == next ? middle : max(strokes.extent(ofPath: next).from, end)
      }
      if pieces[piece].to >= pieces[last].to { last = piece }
    }
  }
}
