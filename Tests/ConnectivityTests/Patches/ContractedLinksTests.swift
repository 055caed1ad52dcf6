import Geometry
import Testing

@testable import Connectivity

/// Graphs without the nodes that nobody asks for.
struct ContractedLinksTests {
  @Test func `a place on the way becomes a link with the product of both chances`() {
    let links = LinkTable([(0, 1, 0.5), (1, 2, 0.4), (0, 2, 0.1)], count: 3)
    let contracted = ContractedLinks(links, keeping: [true, false, true])
    #expect(contracted.nodes == [0, 2])
    #expect(contracted.numbers == [0, -1, 1])
    #expect(contracted.links[0].map(\.chance) == [0.2])
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `best ways between the nodes that stay are as they were`(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let count = 40
    var edges: [(left: Int, right: Int, chance: Double)] = []
    for b in 1..<count {
      for _ in 0..<2 {
        let a = Int.random(in: max(0, b - 6)..<b, using: &random)
        edges.append((a, b, Double.random(in: 0...1, using: &random)))
      }
    }
    let links = LinkTable(edges, count: count)
    let isKept = (0..<count).map { _ in Int.random(in: 0..<3, using: &random) == 0 }
    let contracted = ContractedLinks(links, keeping: isKept)
    #expect(contracted.nodes.count < count)
    #expect(isKept.indices.allSatisfy { !isKept[$0] || contracted.numbers[$0] >= 0 })
    var (whole, part) = (BestPaths(count: count), BestPaths(count: contracted.nodes.count))
    for (number, node) in contracted.nodes.enumerated() {
      whole.run(from: [node], in: links)
      part.run(from: [number], in: contracted.links)
      for (other, old) in contracted.nodes.enumerated() {
        #expect(abs(part.chances[other] - whole.chances[old]) <= 1e-14)
      }
    }
  }
}
