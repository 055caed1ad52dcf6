internal import Geometry
internal import Overlay
internal import Permeability

/// Joins the pieces in which a line was delivered.
///
/// A piece goes on from the one before it in the file if both have the same design and it starts, or
/// ends, where that one ends. Pieces before it stay as they are, so that chainage starts where the
/// plan was delivered to start. A closed line goes on nowhere.
struct PlanJoiner {
  /// How far apart ends may lie that meet, in metres.
  static let tolerance = 1.0

  /// A line of one piece or several.
  struct Chain {
    let first: PlanPiece
    var positions: [Position]
    /// How many pieces it has.
    var count = 1
  }

  /// The lines so far.
  private(set) var chains: [Chain] = []
  /// The pieces that were turned round to go on from the one before them.
  private(set) var turned = 0
  /// The pieces that are drawn like one before them, in either direction.
  private(set) var repeated = 0
  private var known: Set<PieceKey> = []

  /// Joins pieces in the order of their file.
  init(_ pieces: [PlanPiece]) {
    for piece in pieces {
      if known.insert(PieceKey(piece)).inserted { add(piece) } else { repeated += 1 }
    }
  }

  /// How many pieces were joined to others.
  var joined: Int { chains.reduce(0) { $0 + $1.count - 1 } }

  /// What was done, for a reader.
  var notes: [String] {
    var notes: [String] = []
    if joined > 0 {
      let round = turned > 0 ? ", \(turned) of them turned round" : ""
      notes.append(
        "\(joined + chains.count) pieces whose ends meet make \(chains.count == 1 ? "1 line" : "\(chains.count) lines")\(round)"
      )
    }
    if repeated > 0 { notes.append("lines that are drawn twice and left out once: \(repeated)") }
    return notes
  }

  private mutating func add(_ piece: PlanPiece) {
    guard let last = chains.indices.last, let end = chains[last].positions.last,
      chains[last].first.design == piece.design, chains[last].positions.first != end,
      !piece.isClosed
    else { return chains.append(Chain(first: piece, positions: piece.positions)) }
    if Self.meet(end, piece.positions.first) {
      extend(last, by: piece.positions)
    } else if Self.meet(end, piece.positions.last) {
      extend(last, by: piece.positions.reversed())
      turned += 1
    } else {
      chains.append(Chain(first: piece, positions: piece.positions))
    }
  }

  private mutating func extend(_ chain: Int, by positions: [Position]) {
    let isSame = chains[chain].positions.last == positions.first
    chains[chain].positions += isSame ? positions.dropFirst() : positions[...]
    chains[chain].count += 1
  }

  /// Whether two ends meet; an edge between them must not go round the Earth.
  private static func meet(_ a: Position, _ b: Position?) -> Bool {
    guard let b, (a.x - b.x).magnitude < 180 else { return false }
    return LengthMeasure.geodesic.distance(a, b) <= tolerance
  }
}

/// What makes two pieces the same: design and vertices, in either direction.
private struct PieceKey: Hashable {
  let design: BarrierDesign
  let positions: [Position]

  init(_ piece: PlanPiece) {
    design = piece.design
    let (first, last) = (piece.positions.first, piece.positions.last)
    let isForward =
      zip(piece.positions, piece.positions.reversed())
      .first { $0 != $1 }.map { ($0.x, $0.y) < ($1.x, $1.y) } ?? (first == last)
    positions = isForward ? piece.positions : piece.positions.reversed()
  }
}
