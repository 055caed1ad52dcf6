internal import Geometry

/// What it may change that barriers above a threshold do not cut.
///
/// Without the threshold each patch falls into smaller cells, and a way from cell to cell passes the
/// barriers that were left out. With c(u) the best chance to get from cell u to the largest cell of its
/// patch, there is always a way between two cells that is at least
///
///     c(u) · p⁻(patch of u, patch of v) · c(v)
///
/// with p⁻ the best product over fences of c(u) P c(v) at either side: the floor. No way is better than
/// one that passes what was left out for nothing: the ceiling, which is the result itself where the most
/// permeable barrier counts.
public struct ThresholdEffect: Sendable, Hashable {
  /// What would hang together at least.
  public let floor: ConnectedArea
  /// What would hang together at most.
  public let ceiling: ConnectedArea

  /// Bounds what cutting by all barriers would come to.
  ///
  /// - Parameters:
  ///   - graph: The patches with the threshold.
  ///   - mesh: The cells.
  ///   - permeability: What every wall lets through; nil for walls that are not there.
  ///   - rule: How the patches were made.
  ///   - isIncluded: Which cells take part; nil for all.
  ///   - jobs: The greatest number of steps in work at once.
  /// - Throws: `CancellationError`.
  public init(
    on graph: PatchGraph, _ mesh: RangeMesh, permeability: [Double?], rule: PatchRule,
    isIncluded: [Bool]? = nil, jobs: Int = 1
  ) async throws {
    let fine = FineCells(graph, mesh, permeability, rule, isIncluded)
    let floor = fine.graph(areas: fine.areasFelt) { fine.chances[$0.left] * fine.chances[$0.right] }
    let ceiling = fine.graph(areas: graph.areas) { _ in 1 }
    let landscape = graph.area
    self.floor = floor.connectedArea(try await floor.reach(jobs: jobs), landscape: landscape)
    self.ceiling = ceiling.connectedArea(try await ceiling.reach(jobs: jobs), landscape: landscape)
  }
}

/// The cells that all barriers make, each in its patch.
private struct FineCells {
  /// The chance to get from every fine node to the largest one of its patch, within the patch.
  private(set) var chances: [Double] = []
  private let patches: PatchGraph
  private let nodes: UnitedCells
  private let fences: [Fence]
  private let edge: PatchRule.Edge
  /// The patch of every fine node.
  private var patchOfNode: [Int]

  init(
    _ patches: PatchGraph, _ mesh: RangeMesh, _ permeability: [Double?], _ rule: PatchRule,
    _ isIncluded: [Bool]?
  ) {
    self.patches = patches
    edge = rule.edge
    var all = rule
    all.cutsBelow = 1
    nodes = UnitedCells(mesh, permeability, all, isIncluded)
    fences = nodes.fences(mesh, permeability)
    patchOfNode = Array(repeating: 0, count: nodes.areas.count)
    for (cell, node) in nodes.nodes.enumerated() where node >= 0 {
      patchOfNode[node] = patches.nodesOfCells[cell]
    }
    findChances()
  }

  private mutating func findChances() {
    let inner = fences.filter { patchOfNode[$0.left] == patchOfNode[$0.right] }
    let graph = PatchGraph(
      areas: nodes.areas, hosts: Array(nodes.areas.indices), nodesOfCells: [], fences: inner,
      edge: edge)
    var largest = Array(repeating: -1, count: patches.count)
    for (node, patch) in patchOfNode.enumerated()
    where largest[patch] < 0 || nodes.areas[largest[patch]] < nodes.areas[node] {
      largest[patch] = node
    }
    var paths = BestPaths(count: nodes.areas.count)
    paths.run(from: largest, in: graph.ways)
    chances = paths.chances
  }

  /// The area of every patch, each cell by its chance; a sliver belongs to no certain cell.
  var areasFelt: [Double] {
    var areas = Array(repeating: 0.0, count: patches.count)
    var least = Array(repeating: 1.0, count: patches.count)
    for (node, patch) in patchOfNode.enumerated() {
      least[patch] = min(least[patch], chances[node])
    }
    for (node, patch) in patchOfNode.enumerated() {
      let host = patches.hosts[patch]
      areas[host] += nodes.areas[node] * (host == patch ? chances[node] : least[host])
    }
    return areas
  }

  /// The patches with the best fence of fine nodes between them, made worse by a factor.
  func graph(areas: [Double], _ factor: (Fence) -> Double) -> PatchGraph {
    let outer = fences.filter { patchOfNode[$0.left] != patchOfNode[$0.right] }
      .map { fence in
        let (left, right) = (patchOfNode[fence.left], patchOfNode[fence.right])
        return Fence(
          left: min(left, right), right: max(left, right), length: 0,
          most: fence.chance(edge) * factor(fence), sum: 0)
      }
    return PatchGraph(
      areas: areas, hosts: patches.hosts, nodesOfCells: [], fences: Fence.united(outer),
      edge: .most)
  }
}
