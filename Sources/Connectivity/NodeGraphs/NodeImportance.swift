internal import Geometry

/// What a node contributes to the connectivity of a graph: dPC or dIIC, and its three fractions.
///
///     dPCₖ = 100 · (PC − PC₋ₖ) / PC = intra + flux + connector
///
/// PC₋ₖ is PC without the node. All are percent of PC, do not depend on the area of the landscape,
/// and are reported as their definitions give them.
///
/// - SeeAlso: Saura & Rubio (2010), *Ecography* 33, 523–537.
public struct NodeImportance: Sendable, Hashable {
  /// What the node is worth by itself: 100 · aₖ² / S.
  public let intra: Double
  /// How well it is connected to others: 100 · 2 aₖ Σ aᵢ p*ᵢₖ / S, over i ≠ k.
  public let flux: Double
  /// What others are connected by it: 100 · Σ Σ aᵢ aⱼ (p*ᵢⱼ − p*ᵢⱼ without k) / S, over i, j ≠ k.
  /// Exactly 0 where no path gets worse without the node.
  public let connector: Double
  /// dPC or dIIC, 0 … 100.
  public var total: Double { intra + flux + connector }
}

extension NodeConnectivity {
  /// Returns the importance of every node, in the order of the graph.
  ///
  /// Best paths without a node are not searched anew for each: paths are let through one half of the
  /// nodes, and then, on a copy, through one half of the other half, until a single one is left out.
  ///
  /// - Parameter jobs: How many parts to work on at once; the result does not depend on it.
  /// - Returns: One for each node, in percent of S.
  /// - Throws: `CancellationError`.
  /// - Complexity: O(*n*³ log *n*) time, O(*n*² log *n*) memory for each job.
  public func importanceOfNodes(jobs: Int = 1) async throws -> [NodeImportance] {
    let count = graph.nodes.count
    let parts = try await mapChunks(of: count, size: max(1, (count + 3) / 4), jobs: jobs) { part in
      var table = direct
      for node in 0..<count where !part.contains(node) { table.open(node) }
      var found: [NodeImportance] = []
      try leaveOutEach(of: part, from: table, into: &found)
      return found
    }
    return parts.flatMap(\.self)
  }

  /// Leaves out each node of a range in turn, given the best paths through all nodes outside of it.
  private func leaveOutEach(
    of nodes: Range<Int>, from table: PathTable, into found: inout [NodeImportance]
  ) throws {
    try Task.checkCancellation()
    if nodes.count == 1 {
      found.append(importance(of: nodes.lowerBound, without: table))
      return
    }
    let middle = nodes.lowerBound + nodes.count / 2
    for (half, other) in [
      (nodes.lowerBound..<middle, middle..<nodes.upperBound),
      (middle..<nodes.upperBound, nodes.lowerBound..<middle),
    ] {
      var opened = table
      for node in other { opened.open(node) }
      try leaveOutEach(of: half, from: opened, into: &found)
    }
  }

  /// Compares the best paths with those that do not lead through a node.
  private func importance(of node: Int, without table: PathTable) -> NodeImportance {
    let areas = graph.nodes.map(\.area)
    var (flux, connector) = (0.0, 0.0)
    var place = 0
    for i in areas.indices {
      if i != node { flux += areas[i] * chance(from: i, to: node) }
      var lost = 0.0
      for j in areas.indices.dropFirst(i + 1) {
        let length = table.lengths[place]
        if length != best.lengths[place], i != node, j != node {
          lost += areas[j] * (chances[place] - rule.chance(ofPath: length))
        }
        place += 1
      }
      connector += areas[i] * lost
    }
    return NodeImportance(
      intra: percent(areas[node] * areas[node]), flux: percent(2 * areas[node] * flux),
      connector: percent(2 * connector))
  }
}
