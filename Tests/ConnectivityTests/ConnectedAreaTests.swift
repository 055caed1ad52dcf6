import Connectivity
import Testing

@Suite struct ConnectedAreaTests {
  @Test func `two patches of 6 and 4 have the mesh sizes of the reference`() {
    for (p, expected) in [(0.0, 5.2), (0.25, 6.4), (1, 10)] {
      let area = ConnectedArea(pairs: 6 * 6 + 4 * 4 + 2 * 6 * 4 * p, landscape: 10)
      #expect(abs(area.meshSize - expected) < 1e-12)
      #expect(abs(area.probability - expected / 10) < 1e-12)
    }
  }

  @Test func `the equivalent area is that of one patch with the same probability`() {
    let area = ConnectedArea(pairs: 57.4, landscape: 10)
    #expect(abs(area.equivalentArea - 7.576) < 5e-4)
    let single = ConnectedArea(pairs: area.equivalentArea * area.equivalentArea, landscape: 10)
    #expect(abs(single.probability - area.probability) < 1e-15)
  }

  @Test func `a landscape without area connects nothing`() {
    let none = ConnectedArea(pairs: 0, landscape: 0)
    #expect(none.probability == 0 && none.meshSize == 0 && none.equivalentArea == 0)
  }
}
