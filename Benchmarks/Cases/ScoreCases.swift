import Geometry
import Landscape
import Overlay
import Permeability

/// Scoring by the permeability model: a million pieces of barriers for twenty species.
struct ScoreCases {
  private let data: DataFolder

  /// Prepares the cases.
  init(_ data: DataFolder) { self.data = data }

  /// Runs the cases.
  func run(on scoreboard: inout Scoreboard) async throws {
    if scoreboard.wants("score/pieces") { try await scoreboard.run(pieces()) }
    if scoreboard.wants("score/designs") { try await scoreboard.run(designs()) }
    if scoreboard.wants("score/overlay") { try await scoreboard.run(try await overlay()) }
  }

  private static let species = SpeciesRegistry.bundled.species.map(\.id)

  /// A million pieces of 2,000 designs, with exact bounds, swings and grades for twenty species.
  private func pieces() throws -> Contest {
    let designs = Self.designs(count: 2000)
    let scorer = try Scorer(species: Self.species)
    var contest = Contest("score/pieces", unit: "score", items: 20_000_000, tolerance: 1e-12)
    contest.add("kulan") {
      let cache = ScoreCache(scorer, species: Self.species)
      var sum = 0.0
      for piece in 0..<1_000_000 {
        for score in cache.scores(of: designs[piece &* 7919 % designs.count]) {
          sum += score.p.central + score.p.high
        }
      }
      return Findings(sums: [sum])
    }
    return contest
  }

  /// Two thousand designs, none of which was met before.
  private func designs() throws -> Contest {
    let designs = Self.designs(count: 2000)
    let scorer = try Scorer(species: Self.species)
    var contest = Contest("score/designs", unit: "score", items: 40_000, tolerance: 1e-12)
    contest.add("kulan") {
      var sum = 0.0
      for design in designs {
        for species in Self.species {
          sum += scorer.score(design, for: species)?.p.high ?? 0
        }
      }
      return Findings(sums: [sum])
    }
    return contest
  }

  /// What scoring adds to cutting: the pieces of 20,000 lines in 20 ranges, each line a design.
  private func overlay() async throws -> Contest {
    let lines = try await LineSource.loaded(data.lines(.small)).collected().lines
    let ranges = try await data.ranges(OverlayCases.Tier.coarse.vertices)
    let designs = Self.designs(count: 2000)
    let scorer = try Scorer(species: Self.species)
    let overlay = try await PolygonOverlay(ranges, measuredBy: .geodesic)
    let cuts = try await overlay.cut(lines)
    var contest = Contest("score/overlay", unit: "piece", items: cuts.pieces.count)
    contest.add("kulan") {
      let cache = ScoreCache(scorer, species: Self.species)
      var count: UInt64 = 0
      for piece in cuts.pieces {
        count += UInt64(cache.scores(of: designs[piece.line % designs.count]).count)
      }
      return Findings(counts: [count / 20])
    }
    contest.add("overlay") {
      let cuts = try await overlay.cut(lines)
      return Findings(counts: [UInt64(cuts.pieces.count)])
    }
    return contest
  }

  /// Barriers as tables hold them: numbers of their own, half of the attributes not known.
  private static func designs(count: Int) -> [BarrierDesign] {
    var numbers = NormalNumbers(seed: 91)
    let classes = BarrierClass.allCases
    return (0..<count).map { number in
      var design = BarrierDesign(classes[number % classes.count])
      func known() -> Bool { numbers.uniform(0...1) < 0.5 }
      if known() { design.road.traffic = numbers.uniform(0...10_000).rounded() }
      if known() { design.railway.trains = numbers.uniform(0...80).rounded() }
      if known() { design.railway.embankment = numbers.uniform(0...9).rounded() }
      if known() { design.fence.topHeight = numbers.uniform(90...200).rounded() }
      if known() { design.fence.bottomGap = numbers.uniform(0...70).rounded() }
      if known() { design.fence.hasBarbedBottom = known() }
      if known() { design.canal.width = numbers.uniform(2...40).rounded() }
      if known() { design.clearance = numbers.uniform(0...3).rounded() }
      design.rank = ["primary", "secondary", "main", "branch"][number / 7 % 4]
      return design
    }
  }
}
