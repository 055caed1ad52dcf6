import Connectivity
import Geometry
import Landscape
import Permeability
import Testing

@Suite("Lines of fragments")
struct BarrierLinesTests {
  @Test func `fragments of one ref are one line, however far apart and however it is written`() {
    var example = LineCase()
    example.add([(0, 0), (1000, 0)], "Western road", ref: "A 380")
    example.add([(400_000, 0), (401_000, 0)], ref: "а-380", class: .roadMotorwayFenced)
    example.add([(0, 9000), (1000, 9000)], "A380", class: .track)
    example.add([(0, 5000), (1000, 5000)], ref: "A380", class: .railUnfenced)
    let lines = example.lines()
    #expect(lines.partition == [[0, 1, 2], [3]])
    #expect(lines.lines.map(\.family) == [.road, .railway])
    #expect(lines.lines.map(\.id) == ["A 380", "A380"])
    #expect(lines.numbers == [0, 0, 0, 1])
  }

  @Test func `of several refs the one that stands alone for longer decides, then the first`() {
    var example = LineCase()
    example.add([(0, 0), (9000, 0)], ref: "A380")
    example.add([(9000, 0), (12_000, 0)], ref: "E40;A380")
    example.add([(12_000, 0), (20_000, 0)], ref: "E40; M39")
    example.add([(20_000, 0), (30_000, 0)], ref: "M39")
    example.add([(0, 9000), (9000, 9000)], ref: "E1;E2")
    let lines = example.lines()
    #expect(lines.partition == [[0, 1], [2, 3], [4]])
    #expect(lines.lines.map(\.label) == ["A380", "E1", "M39"])
  }

  @Test func `names hold together near each other and not from town to town`() {
    var example = LineCase()
    example.add([(0, 0), (1000, 0)], "Lenin  street")
    example.add([(2000, 2000), (3000, 2000)], "LENIN STREET")
    example.add([(40_000, 0), (41_000, 0)], "Lenin street")
    example.add([(50_000, 0), (51_000, 0)], "Lenin street", class: .railUnfenced)
    let lines = example.lines()
    #expect(lines.partition == [[0, 1], [2], [3]])
    #expect(
      lines.lines.map(\.id) == ["Lenin street (0)", "Lenin street (2)", "Lenin street (3)"])
    #expect(example.lines(LineRule(nameDistance: 38_000)).partition == [[0, 1, 2], [3]])
  }

  @Test func `a name near one ref belongs to it, near two to neither`() {
    var example = LineCase()
    example.add([(0, 0), (5000, 0)], "Silk road", ref: "A1")
    example.add([(5000, 3000), (9000, 3000)], "Silk road")
    #expect(example.lines().partition == [[0, 1]])
    example.add([(9000, 9000), (14_000, 9000)], "Silk road", ref: "A2")
    example.add([(6000, 6000), (9000, 6000)], "Silk road")
    #expect(example.lines().partition == [[0], [1, 3], [2]])
  }

  @Test func `what goes by nothing goes on straight, and is called by class and id`() {
    var example = LineCase()
    example.add([(0, 0), (2000, 0)])
    example.add([(4000, 200), (2000, 0)])
    example.add([(2000, 0), (2100, 3000)])
    example.add([(0, 50_000), (1000, 50_000)], class: .railUnfenced)
    let lines = example.lines()
    #expect(lines.partition == [[0, 1], [2], [3]])
    #expect(lines.lines.map(\.id) == ["rail_unfenced 3", "road_paved 0", "road_paved 2"])
    #expect(lines.lines.allSatisfy { $0.label == $0.id })
    #expect(abs(lines.lines[1].length - 4010) < 5)
  }

  @Test func `a bridge between two parts of a road belongs to it, a long road not to a street`() {
    var example = LineCase()
    example.add([(0, 0), (3000, 0)], ref: "M39")
    example.add([(3000, 0), (3200, 0)])
    example.add([(3200, 0), (6000, 0)], ref: "M39")
    example.add([(6000, 0), (8000, 0)])
    example.add([(0, 20_000), (9000, 20_000)])
    example.add([(9000, 20_000), (9500, 20_000)], "Garden street")
    example.add([(9500, 20_000), (20_000, 20_000)])
    #expect(example.lines().partition == [[0, 1, 2, 3], [4, 6], [5]])
  }

  @Test func `what lies between two refs belongs to the one with more of the road`() {
    var example = LineCase()
    example.add([(0, 0), (9000, 0)], ref: "A1")
    example.add([(9000, 0), (11_000, 0)])
    example.add([(11_000, 0), (12_000, 0)], ref: "A2")
    #expect(example.lines().partition == [[0, 1], [2]])
  }

  @Test func `a gap joins one name over more than its distance if the parts are longer`() {
    var example = LineCase()
    example.add([(0, 0), (30_000, 0)], "Desert road")
    example.add([(30_000, 0), (50_000, 0)])
    example.add([(50_000, 0), (80_000, 0)], "Desert road")
    #expect(example.lines().partition == [[0, 1, 2]])
    example = LineCase()
    example.add([(0, 40_000), (2000, 40_000)], "Rose street")
    example.add([(2000, 40_000), (32_000, 40_000)])
    example.add([(32_000, 40_000), (34_000, 40_000)], "Rose street")
    #expect(example.lines().partition == [[0], [1], [2]])
  }

  @Test func `carriageways are one line, with or without a name`() {
    var example = LineCase()
    example.add([(0, 0), (9000, 0)], ref: "M1")
    example.add([(9000, 30), (200, 30)])
    example.add([(0, 5000), (9000, 5000)], class: .railUnfenced)
    example.add([(0, 5010), (4000, 5010)], class: .railUnfenced)
    example.add([(4000, 5010), (9000, 5010)], class: .railUnfenced)
    example.add([(0, 20), (9000, 20)], class: .fenceLivestock)
    #expect(example.lines().partition == [[0, 1], [2, 3, 4], [5]])
    let narrow = LineRule(twins: BundleRule(distance: 5, overlap: 200))
    #expect(example.lines(narrow).partition == [[0], [1], [2], [3, 4], [5]])
  }

  @Test func `a carriageway without a name does not join the roads that it accompanies`() {
    var example = LineCase()
    example.add([(0, 0), (5000, 0)], "First road")
    example.add([(5000, 0), (9000, 0)], "Second road")
    example.add([(0, 30), (9000, 30)])
    #expect(example.lines().partition == [[0, 2], [1]])
  }

  @Test func `lines that were cut at the edge of a tile go on, unless something meets them`() {
    var example = LineCase()
    example.add([(0, 0), (5000, 0)])
    example.add([(5060, 20), (9000, 20)])
    #expect(example.lines().partition == [[0, 1]])
    #expect(example.lines(LineRule(gap: 50)).partition == [[0], [1]])
    example.add([(5060, -3000), (5060, 20)])
    #expect(example.lines().partition == [[0], [1], [2]])
  }

  @Test func `a railway changes the track in a station`() {
    var example = LineCase()
    example.add([(0, 0), (5000, 0), (5800, 0)], class: .railUnfenced)
    example.add([(5000, 10), (5800, 10), (11_000, 10)], class: .railUnfenced)
    #expect(example.lines().partition == [[0, 1]])
    // Both begin at the same end: neither goes on in the other.
    example.rows.removeLast()
    example.add([(0, 10), (800, 10), (900, 5000)], class: .railUnfenced)
    #expect(example.lines().partition == [[0], [1]])
  }

  @Test func `ids differ whatever the fragments say`() {
    var example = LineCase()
    for y in 0..<3 {
      let y = Double(y) * 30_000
      example.add([(0, y), (1000, y)], "Main street")
      example.rows[example.rows.count - 1].fragment = BarrierFragment(
        id: "7", barrierClass: .track, name: "Main street")
    }
    let ids = example.lines().lines.map(\.id)
    #expect(ids == ["Main street (7)", "Main street (7) 2", "Main street (7) 3"])
  }

  @Test func `rows without geometry are lines by their ref or alone`() {
    var example = LineCase()
    example.add([], "Nowhere")
    example.add([], "Nowhere")
    example.add([], ref: "A1")
    example.add([(0, 0), (1000, 0)], ref: "A1")
    #expect(example.lines().partition == [[0], [1], [2, 3]])
    #expect(LineCase().lines().lines.isEmpty)
  }
}
