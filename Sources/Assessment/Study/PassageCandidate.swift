internal import Connectivity
internal import Formats
internal import Geometry
internal import Landscape
internal import Overlay
internal import Permeability

/// A passage that may be built somewhere.
struct PassageCandidate: Sendable, Hashable {
  let option: PassageOption
  let place: MitigationStep.Place
  /// How far along the plan's line or the barrier, in metres.
  let chainage: Double

  /// Whether two would stand nearer to each other than allowed.
  func isTooNear(_ other: PassageCandidate, _ spacing: Double) -> Bool {
    place == other.place && abs(chainage - other.chainage) < spacing
  }
}

extension WallPiece {
  /// Its length in metres.
  fileprivate var length: Double { stretch.upperBound - stretch.lowerBound }
}

extension PassageOption {
  /// Whether it can be built on a barrier.
  func fits(_ barrier: BarrierDesign) -> Bool {
    switch (barrier.barrierClass.family, design.kind) {
    case (.fence, .gap), (.fence, .gate): barrier.barrierClass != .wall
    case (.railway, .gap), (.railway, .gate), (.road, .gap), (.road, .gate): barrier.isFenced
    case (.railway, _), (.road, _): true
    case (.canal, .overpass), (.pipeline, .overpass): true
    default: false
    }
  }
}

extension PlanRange {
  /// So many places are looked at along a plan, and along each line of today.
  private static let most = (ofPlan: 60, ofLine: 20)

  /// Places along the lines of an alternative where it divides the range, at least a spacing apart.
  func places(
    along alternative: Int, of plan: Plan, _ settings: MitigationSettings
  ) -> [(place: MitigationStep.Place, chainage: Double)] {
    let lines = barriers.plans[alternative]
    let inside = lines.map { stretches(of: $0.row) }
    let length = inside.flatMap(\.self).reduce(0) { $0 + $1.upperBound - $1.lowerBound }
    let step = max(settings.spacing, length / Double(Self.most.ofPlan))
    var places: [(place: MitigationStep.Place, chainage: Double)] = []
    for (number, line) in plan.lines.enumerated() {
      let taken = line.structures.filter { $0.passage.design.fault == nil }
        .map(\.passage.chainage)
      for chainage in stride(from: step / 2, to: line.length, by: step) {
        let here = chainage + lines[number].shift
        if inside[number].contains(where: { $0.contains(here) }),
          !settings.excluded.contains(where: { $0.contains(chainage) }),
          !taken.contains(where: { abs($0 - chainage) < settings.spacing })
        {
          places.append((.plan(line: number), chainage))
        }
      }
    }
    return places
  }

  /// Places along lines of today beside the patches that an alternative divides: the middles of what
  /// divides the range there.
  ///
  /// - Parameters:
  ///   - alternative: Its number.
  ///   - ids: The lines of today, the most important first.
  ///   - count: How many of those that lie there are looked at.
  /// - Returns: The places, of each line those on its longest stretches.
  func places(
    beside alternative: Int, among ids: [String], count: Int
  ) -> [(place: MitigationStep.Place, chainage: Double)] {
    let numbers = Dictionary(
      uniqueKeysWithValues: barriers.lines.lines.enumerated().map { ($1.id, $0) })
    let beside = piecesBeside(alternative)
    return ids.compactMap { numbers[$0] }.filter { beside[$0] != nil }.prefix(count)
      .flatMap { number in
        // The longest stretches are those that most animals meet.
        (beside[number] ?? []).sorted { $0.length > $1.length }.prefix(Self.most.ofLine)
          .map { piece in
            let place = MitigationStep.Place.existing(
              label: barriers.lines.lines[number].label,
              id: barriers.list.ids[piece.barrier].description)
            return (place: place, chainage: piece.middle)
          }
      }
  }

  /// What divides the range today beside the patches that an alternative divides, by the number of its line.
  private func piecesBeside(_ alternative: Int) -> [Int: [WallPiece]] {
    let graph = study.patches(study.walls(in: barriers.today))
    func patch(_ cell: Int) -> Int { graph.hosts[graph.nodesOfCells[cell]] }
    let rows = Set(barriers.plans[alternative].map(\.row))
    var divided: Set<Int> = []
    for wall in study.mesh.walls where wall.divides {
      if study.mesh.pieces[wall.pieces].contains(where: { rows.contains($0.barrier) }) {
        divided.formUnion([patch(wall.left), patch(wall.right)])
      }
    }
    var pieces: [Int: [WallPiece]] = [:]
    for wall in study.mesh.walls where wall.divides {
      if divided.isDisjoint(with: [patch(wall.left), patch(wall.right)]) { continue }
      for piece in study.mesh.pieces[wall.pieces]
      where piece.barrier < barriers.isExisting.count && barriers.isExisting[piece.barrier] {
        pieces[barriers.lines.numbers[piece.barrier], default: []].append(piece)
      }
    }
    return pieces
  }

  /// Where a row divides the range, in metres along it.
  func stretches(of row: Int) -> [ClosedRange<Double>] {
    study.mesh.walls.filter(\.divides).flatMap { wall in
      study.mesh.pieces[wall.pieces].filter { $0.barrier == row }.map(\.stretch)
    }
  }

  /// The row of a place and where its chainage begins; nil where the range has nothing of it.
  func row(of place: MitigationStep.Place, _ alternative: Int) -> (row: Int, shift: Double)? {
    switch place {
    case .plan(let line):
      let found = barriers.plans[alternative][line]
      return (found.row, found.shift)
    case .existing(_, let id):
      return barriers.isExisting.indices.first { barriers.list.ids[$0].description == id }
        .map { ($0, 0) }
    }
  }
}
