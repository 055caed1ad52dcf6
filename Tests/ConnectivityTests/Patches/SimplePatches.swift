import Connectivity
import Permeability

/// A second, deliberately simple implementation of all that is asked of patches: cells united again
/// and again until nothing changes, a full table of all pairs, and every path by Floyd and Warshall.
struct SimplePatches {
  /// The node of every cell; −1 for those that do not take part.
  private(set) var nodes: [Int]
  /// The area of every node, slivers with their hosts.
  private(set) var areas: [Double] = []
  /// The node that holds the area of every node.
  private(set) var hosts: [Int] = []
  /// What leads from one node to the next at once; nil where they are not beside each other.
  private(set) var direct: [[Double?]] = []
  /// The best products between all nodes.
  private(set) var best: [[Double]] = []
  /// Whether what slivers do hangs on differences of no size.
  private(set) var isAmbiguous = false
  private let mesh: SimpleMesh

  /// - Parameters:
  ///   - mesh: The cells.
  ///   - value: What lets through what lies on a segment; nil where nothing is there.
  ///   - rule: How patches are made.
  ///   - region: A region; nil for all.
  init(
    _ mesh: SimpleMesh, _ value: (SimpleMesh.Segment) -> Double?, _ rule: PatchRule,
    region: Int? = nil
  ) {
    self.mesh = mesh
    let included = mesh.areas.indices.map { region.map { mesh.regions[$0] }?[$0] ?? true }
    nodes = mesh.areas.indices.map { included[$0] ? $0 : -1 }
    let links = mesh.segments.filter { included[$0.cells.0] && included[$0.cells.1] }
      .map { (cells: $0.cells, length: $0.length, p: value($0) ?? 1) }
    unite(links.filter { $0.p >= rule.cutsBelow }.map(\.cells))
    number()
    var fences: [[[(length: Double, p: Double)]]] = Array(
      repeating: Array(repeating: [], count: areas.count), count: areas.count)
    for link in links {
      let (a, b) = (nodes[link.cells.0], nodes[link.cells.1])
      if a == b { continue }
      fences[a][b].append((link.length, link.p))
      fences[b][a].append((link.length, link.p))
    }
    direct = fences.map { $0.map { $0.isEmpty ? nil : Self.chance($0, rule.edge) } }
    best = direct.map { $0.map { $0 ?? 0 } }
    giveSliversAway(fences.map { $0.map { $0.reduce(0) { $0 + $1.length } } }, rule.leastArea)
    findPaths()
  }

  private mutating func unite(_ pairs: [(Int, Int)]) {
    var isChanged = true
    while isChanged {
      isChanged = false
      for (a, b) in pairs where nodes[a] != nodes[b] {
        let (low, high) = (min(nodes[a], nodes[b]), max(nodes[a], nodes[b]))
        for cell in nodes.indices where nodes[cell] == high { nodes[cell] = low }
        isChanged = true
      }
    }
  }

  private mutating func number() {
    let found = Array(Set(nodes.filter { $0 >= 0 })).sorted()
    nodes = nodes.map { node in found.firstIndex(of: node) ?? -1 }
    areas = found.indices.map { node in
      zip(nodes, mesh.areas).reduce(0) { $1.0 == node ? $0 + $1.1 : $0 }
    }
    hosts = Array(areas.indices)
  }

  private static func chance(_ fence: [(length: Double, p: Double)], _ edge: PatchRule.Edge)
    -> Double
  {
    switch edge {
    case .most: fence.map(\.p).max() ?? 0
    case .mean: fence.reduce(0) { $0 + $1.length * $1.p } / fence.reduce(0) { $0 + $1.length }
    }
  }

  /// The smallest first, slivers join the neighbour with the longest common wall.
  private mutating func giveSliversAway(_ lengths: [[Double]], _ least: Double) {
    let own = areas
    var sets = Array(areas.indices)
    func sum(_ set: Int) -> Double { zip(sets, own).reduce(0) { $1.0 == set ? $0 + $1.1 : $0 } }
    for sliver in own.indices.filter({ own[$0] < least }).sorted(by: { own[$0] < own[$1] }) {
      let neighbours = own.indices.filter { lengths[sliver][$0] > 0 }
        .sorted { lengths[sliver][$0] > lengths[sliver][$1] }
      guard sum(sets[sliver]) < least, let first = neighbours.first else { continue }
      if neighbours.count > 1, lengths[sliver][neighbours[1]] > 0.999 * lengths[sliver][first] {
        isAmbiguous = true
      }
      let (from, to) = (sets[sliver], sets[first])
      for node in sets.indices where sets[node] == from { sets[node] = to }
    }
    areas = Array(repeating: 0, count: own.count)
    for node in own.indices {
      let members = own.indices.filter { sets[$0] == sets[node] }.sorted { own[$0] > own[$1] }
      hosts[node] = members[0]
      areas[members[0]] += own[node]
      if members.count > 1, own[members[1]] > 0.999 * own[members[0]] { isAmbiguous = true }
    }
    // Which of two slivers of the same size comes first, and what is a sliver at all.
    let sorted = own.filter { $0 < least }.sorted()
    if zip(sorted, sorted.dropFirst()).contains(where: { $1 < 1.001 * $0 }) { isAmbiguous = true }
  }

  private mutating func findPaths() {
    for node in areas.indices { best[node][node] = 1 }
    for k in areas.indices {
      for i in areas.indices {
        for j in areas.indices { best[i][j] = max(best[i][j], best[i][k] * best[k][j]) }
      }
    }
  }

  /// The number of patches that are no slivers.
  var patchCount: Int { Set(hosts).count }

  /// The sum over all pairs of patches.
  var pairs: Double {
    areas.indices.reduce(0) { sum, i in
      areas.indices.reduce(sum) { $0 + areas[i] * areas[$1] * best[i][$1] }
    }
  }

  /// All area that takes part.
  var area: Double { areas.reduce(0, +) }

  /// The mesh size of a region by whole meshes, from the patches of the whole range.
  func meshSizeAcrossBorders(region: Int) -> Double {
    var (sum, area) = (0.0, 0.0)
    for cell in nodes.indices where mesh.regions[region][cell] {
      let host = hosts[nodes[cell]]
      area += mesh.areas[cell]
      for other in areas.indices { sum += mesh.areas[cell] * areas[other] * best[host][other] }
    }
    return area > 0 ? sum / area : 0
  }
}

extension Landscape {
  /// What lies on a segment lets through: families one after the other, each by its least.
  func value(
    _ segment: SimpleMesh.Segment, _ end: KeyPath<Estimate, Double>, without absent: Set<Int> = []
  ) -> Double? {
    let present = segment.barriers.subtracting(absent)
    if present.isEmpty { return nil }
    return Set(present.map { families[$0] }).reduce(1) { product, family in
      product
        * (present.filter { families[$0] == family }.map { permeability[$0][keyPath: end] }.min()
          ?? 1)
    }
  }
}
