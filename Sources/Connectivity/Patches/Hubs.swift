internal import Geometry

/// What a change of some links leads through, and how well every patch is connected with it.
///
/// Every way that uses a better link passes its ends, each of which is a *hub*; ends between which
/// nothing is left are one. With gᵤ(i) the chance to get from patch i to hub u after the change, the
/// chance between two patches is
///
///     p′ᵢⱼ = max(pᵢⱼ, maxᵤ gᵤ(i) gᵤ(j))
///
/// which needs one search from every hub instead of one from every patch. Behind the last better link
/// of a way nothing is better than before, so that the hub there is better connected with i than it
/// was: the others need no look.
struct Hubs {
  /// The nodes of every hub.
  let nodes: [[Int]]
  /// gᵤ of all patches, hub after hub, in lanes.
  private(set) var chances: [Lanes] = []
  /// The number of lanes of a hub.
  private let stride: Int

  init(_ openings: [Opening], of links: LinkTable, _ sites: PatchSites) {
    stride = sites.areas.count
    let ends = Array(Set(openings.flatMap { [$0.left, $0.right] })).sorted()
    var sets = DisjointSets(count: ends.count)
    func place(_ node: Int) -> Int { ends.partitionIndex { $0 >= node } }
    for opening in openings where opening.chance == 1 {
      _ = sets.unite(place(opening.left), place(opening.right))
    }
    var members: [Int: [Int]] = [:]
    for (place, node) in ends.enumerated() {
      members[sets.root(of: place), default: []].append(node)
    }
    nodes = members.values.sorted { $0[0] < $1[0] }
    var paths = BestPaths(count: links.count)
    for hub in nodes {
      paths.run(from: hub, in: links, with: openings)
      chances += sites.lanes(paths.chances)
    }
  }

  /// The chance to get from a patch to a hub.
  func chance(_ hub: Int, _ site: Int) -> Double {
    chances[hub * stride + site / Lanes.scalarCount][site % Lanes.scalarCount]
  }

  /// The hubs of which a node is better connected with a patch than before: only behind those can
  /// anything else become better connected with it.
  func better(than chances: [Double], from site: Int) -> [Int] {
    nodes.indices.filter { hub in
      let now = chance(hub, site)
      return now > 0 && nodes[hub].contains { chances[$0] < now }
    }
  }

  /// Adds up what becomes better connected with a patch: Σⱼ aⱼ (p′ᵢⱼ − pᵢⱼ) over all later patches.
  func rise(
    from site: Int, through hubs: [Int], before: [Lanes], areas: [Lanes]
  ) -> Double {
    let first = site / Lanes.scalarCount
    var sum = Lanes.zero
    let factors = hubs.map { Lanes(repeating: chance($0, site)) }
    for lane in first..<stride {
      let old = before[lane]
      var best = old
      for (hub, factor) in zip(hubs, factors) {
        let way = factor * chances[hub * stride + lane]
        best.replace(with: way, where: way .> best)
      }
      sum += (best - old) * (lane == first ? areas[lane].behind(site) : areas[lane])
    }
    return sum.sum()
  }
}

/// Eight patches at once.
typealias Lanes = SIMD8<Double>

extension Lanes {
  /// 0 for the patches up to one of them.
  fileprivate func behind(_ site: Int) -> Lanes {
    var lanes = self
    for lane in 0...site % Lanes.scalarCount { lanes[lane] = 0 }
    return lanes
  }
}

/// The patches of a graph that have an area, eight to a lane.
struct PatchSites {
  /// The node of every patch.
  let nodes: [Int]
  /// The areas of all patches.
  private(set) var areas: [Lanes] = []

  /// Takes the patches among some nodes by their areas, in km².
  init(_ all: [Double]) {
    nodes = all.indices.filter { all[$0] > 0 }
    areas = lanes(all)
  }

  /// The sum of all areas, each times the chance to get to its patch.
  func sum(_ chances: [Lanes]) -> Double {
    zip(areas, chances).reduce(Lanes.zero) { $0 + $1.0 * $1.1 }.sum()
  }

  /// The values of patches out of those of all nodes.
  func lanes(_ values: [Double]) -> [Lanes] {
    var lanes = Array(
      repeating: Lanes.zero, count: (nodes.count + Lanes.scalarCount - 1) / Lanes.scalarCount)
    for (site, node) in nodes.enumerated() {
      lanes[site / Lanes.scalarCount][site % Lanes.scalarCount] = values[node]
    }
    return lanes
  }
}
