import TestSupport
import Testing

@testable import Assessment

/// Alternatives by values that are given.
struct AlternativeRankingTests {
  private typealias Values = [RankingCriterion: CriterionValue]

  private func values(
    eca: (Double, Double, Double), length: Double = 10
  ) -> [RankingCriterion: CriterionValue] {
    [
      .connectedArea: CriterionValue(
        change: Change(atLow: eca.0, central: eca.1, atHigh: eca.2)),
      .movements: CriterionValue(change: .none), .cutOff: CriterionValue(change: .none),
      .length: CriterionValue(change: Change(length)),
    ]
  }

  private var nothing: [RankingCriterion: CriterionValue] { values(eca: (0, 0, 0), length: 0) }

  @Test func `doing nothing comes first, then the least loss`() throws {
    let ranking = AlternativeRanking(values: [
      nothing, values(eca: (0.02, 0.04, 0.06)), values(eca: (0.01, 0.02, 0.03)),
    ])
    #expect(ranking.entries.map(\.alternative) == [nil, 1, 0])
    #expect(ranking.entries.map(\.place) == [1, 2, 3])
    let decision = try #require(ranking.entries[2].decision)
    #expect(decision.criterion == .connectedArea)
    #expect(decision.intervalsOverlap, "0.02 to 0.03 are possible for both")
  }

  @Test func `ends that disagree leave it to the next criterion`() throws {
    let ranking = AlternativeRanking(values: [
      nothing, values(eca: (0.01, 0.03, 0.09), length: 20), values(eca: (0.02, 0.02, 0.05)),
    ])
    #expect(ranking.entries.map(\.alternative) == [nil, 1, 0])
    let decision = try #require(ranking.entries[2].decision)
    #expect(decision.undecided == [.connectedArea])
    #expect(decision.criterion == .length)
  }

  @Test func `what nothing tells apart shares a place`() throws {
    let one = values(eca: (0.01, 0.02, 0.03))
    let ranking = AlternativeRanking(values: [nothing, one, one])
    #expect(ranking.entries.map(\.place) == [1, 2, 2])
    #expect(try #require(ranking.entries[2].decision).criterion == nil)
  }

  @Test func `the order in which alternatives are given decides nothing but ties`() {
    let all = [
      values(eca: (0.3, 0.3, 0.4)), values(eca: (0.1, 0.2, 0.3)), values(eca: (0, 0.1, 0.2)),
    ]
    let one = AlternativeRanking(values: [nothing] + all)
    let other = AlternativeRanking(values: [nothing] + all.reversed())
    #expect(one.entries.map(\.values) == other.entries.map(\.values))
  }
}
