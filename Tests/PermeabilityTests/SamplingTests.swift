import Landscape
import TestSupport
import Testing

@testable import Permeability

@Suite("Sampling")
struct SamplingTests {
  private static let species = ["saiga", "mongolian_gazelle", "eurasian_lynx"]

  @Test(arguments: UInt64(1)...4)
  func `nine tenths of the draws lie inside the exact bounds`(seed: UInt64) throws {
    var designs = DesignGenerator(seed: seed)
    let scorer = try Scorer(species: Self.species)
    let sampler = try Sampler(scorer, species: Self.species, count: 200, seed: seed)
    for row in 0..<25 {
      let (design, species) = (designs.design(), designs.one(of: Self.species))
      let bounds = try #require(scorer.score(design, for: species)).p
      let sample = try #require(sampler.sample(design, line: "\(row)", for: species))
      #expect(bounds.low <= sample.low + 1e-12 && sample.high <= bounds.high + 1e-12)
      #expect(sample.low <= sample.median && sample.median <= sample.high)
    }
  }

  @Test func `the same seed draws the same, whatever else is scored`() throws {
    var road = BarrierDesign(.roadPaved)
    road.rank = "primary"
    let few = try Sampler(Scorer(species: ["saiga"]), species: ["saiga"], seed: 7)
    let many = try Sampler(Scorer(species: Self.species), species: Self.species, seed: 7)
    let other = try Sampler(Scorer(species: ["saiga"]), species: ["saiga"], seed: 8)
    let sample = few.sample(road, line: "a", for: "saiga")
    #expect(sample == many.sample(road, line: "a", for: "saiga"))
    #expect(sample != other.sample(road, line: "a", for: "saiga"))
    // What is not known of a road is drawn for each.
    #expect(sample != few.sample(road, line: "b", for: "saiga"))
  }

  @Test func `fences are there or not in each draw, as often as their chance says`() throws {
    let scorer = try Scorer(species: ["asiatic_wild_ass"])
    let sampler = try Sampler(scorer, species: ["asiatic_wild_ass"], count: 4000, seed: 3)
    var rail = BarrierDesign(.railUnfenced)
    rail.country = "MN"
    rail.rank = "main"
    func draws(_ design: BarrierDesign, realised: Bool) throws -> [Double] {
      try #require(
        sampler.draws(design, line: "a", for: "asiatic_wild_ass", realisesFences: realised)
      ).means
    }
    let (expected, realised) = (
      try draws(rail, realised: false), try draws(rail, realised: true)
    )
    var (fenced, open) = (rail, rail)
    fenced.fencing = .both
    open.fencing = Fencing.none
    // Every draw is that of a fenced line or of an open one, and both come.
    let (shut, free) = (try draws(fenced, realised: false), try draws(open, realised: false))
    let isShut = realised.indices.map { abs(realised[$0] - shut[$0]) < 1e-12 }
    #expect(realised.indices.allSatisfy { isShut[$0] || abs(realised[$0] - free[$0]) < 1e-12 })
    #expect(isShut.contains(true) && isShut.contains(false))
    // On average they are the expectation.
    let count = Double(expected.count)
    let (a, b) = (expected.reduce(0, +) / count, realised.reduce(0, +) / count)
    let spread = realised.reduce(0) { $0 + ($1 - b) * ($1 - b) } / count
    #expect(abs(a - b) < 4 * (spread / count).squareRoot())
  }

  @Test func `draws of an override lie inside its bounds`() throws {
    let sampler = try Sampler(Scorer(species: ["saiga"]), species: ["saiga"], count: 500, seed: 3)
    let known = Estimate(unchecked: 0.2, 0.4, 0.5)
    let draws = sampler.draws(of: known, line: "x")
    #expect(draws.means.allSatisfy { 0.2 <= $0 && $0 <= 0.5 } && Set(draws.means).count > 400)
    #expect(!draws.differs && draws.value(draw: 7, along: 0...10) == draws.means[7])
    #expect(draws.means != sampler.draws(of: known, line: "y").means)
  }

  @Test func `mean and variance of the distribution of PERT`() {
    let pert = PERT(Estimate(unchecked: 0, 0.02, 0.15))
    var random = SeededGenerator(seed: 3)
    let draws = (0..<200_000).map { _ in pert.draw(using: &random) }
    let mean = draws.reduce(0, +) / 200_000
    let variance = draws.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / 200_000
    // The reference values of the model; five standard errors of 200,000 draws.
    #expect(abs(mean - 0.038333) < 5 * (0.000611508 / 200_000).squareRoot())
    #expect(abs(variance - 0.000611508) < 0.00002)
    #expect(draws.allSatisfy { (0...0.15).contains($0) })
    #expect(PERT(Estimate(2)).draw(using: &random) == 2)
  }

  @Test func `what spans orders of magnitude is drawn by its logarithm`() {
    let pert = PERT(Estimate(unchecked: 10, 1000, 100_000), isLogarithmic: true)
    var random = SeededGenerator(seed: 4)
    let draws = (0..<20_001).map { _ in pert.draw(using: &random) }.sorted()
    #expect((900...1110).contains(draws[10_000]))
  }
}
