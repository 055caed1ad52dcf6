internal import Geometry

/// Which small nodes give their area to which neighbours.
///
/// The smallest first, every sliver joins the neighbour with which it has the longest common wall,
/// until what it has joined is large enough. The largest node of what is joined holds the area. A
/// small island without neighbours stays a patch.
struct Slivers {
  /// The area of every node afterwards; 0 for slivers.
  private(set) var areas: [Double]
  /// The node that holds the area of every node.
  private(set) var hosts: [Int]

  init(_ areas: [Double], _ fences: [Fence], least: Double) {
    self.areas = areas
    hosts = Array(areas.indices)
    let slivers = areas.indices.filter { areas[$0] < least }
    if slivers.isEmpty { return }
    let longest = Self.longestNeighbours(areas.count, fences)
    var sets = DisjointSets(count: areas.count)
    var sums = areas
    for sliver in slivers.sorted(by: { (areas[$0], $0) < (areas[$1], $1) }) {
      let own = sets.root(of: sliver)
      guard sums[own] < least, let neighbour = longest[sliver] else { continue }
      let other = sets.root(of: neighbour)
      guard sets.unite(own, other) else { continue }
      sums[sets.root(of: own)] = sums[own] + sums[other]
    }
    var largest: [Int: Int] = [:]
    for node in areas.indices {
      let root = sets.root(of: node)
      if let known = largest[root], areas[known] >= areas[node] { continue }
      largest[root] = node
    }
    self.areas = Array(repeating: 0, count: areas.count)
    for node in areas.indices {
      hosts[node] = largest[sets.root(of: node)] ?? node
      self.areas[hosts[node]] += areas[node]
    }
  }

  /// For every node the neighbour with the longest common wall, of several the first.
  private static func longestNeighbours(_ count: Int, _ fences: [Fence]) -> [Int?] {
    var longest: [(length: Double, node: Int)?] = Array(repeating: nil, count: count)
    for fence in fences {
      for (node, other) in [(fence.left, fence.right), (fence.right, fence.left)] {
        if let known = longest[node],
          (known.length, other) >= (fence.length, known.node)
        {
          continue
        }
        longest[node] = (fence.length, other)
      }
    }
    return longest.map { $0?.node }
  }
}
