internal import Geometry

extension PatchGraph {
  /// The number of nodes from which ways are found in one go.
  private static let chunkSize = 32

  /// Returns for every node how much area hangs together with it: Σⱼ aⱼ p*ᵢⱼ, in km²; 0 for slivers.
  ///
  /// - Parameter jobs: The greatest number of steps in work at once; the result does not depend on it.
  /// - Returns: A value for every node.
  /// - Throws: `CancellationError`.
  /// - Complexity: O(*n* · *m* log *m*) for *n* patches and *m* links.
  public func reach(jobs: Int = 1) async throws -> [Double] {
    let contracted = ContractedLinks(ways, keeping: areas.map { $0 > 0 })
    let (links, nodes) = (contracted.links, contracted.nodes)
    let found = try await mapChunks(of: nodes.count, size: Self.chunkSize, jobs: jobs) { numbers in
      var paths = BestPaths(count: nodes.count)
      return numbers.map { number -> Double in
        guard areas[nodes[number]] > 0 else { return 0 }
        paths.run(from: [number], in: links)
        return paths.reached.reduce(0.0) {
          $0 + areas[nodes[Int($1)]] * paths.chances[Int($1)]
        }
      }
    }.flatMap(\.self)
    return contracted.numbers.map { $0 < 0 ? 0 : found[$0] }
  }

  /// Returns how much area hangs together.
  ///
  /// - Parameters:
  ///   - reach: What ``reach(jobs:)`` returns.
  ///   - landscape: The area of the landscape, in km²; nil for that of all patches.
  /// - Returns: The sum over all pairs, in the landscape.
  public func connectedArea(_ reach: [Double], landscape: Double? = nil) -> ConnectedArea {
    ConnectedArea(
      pairs: zip(areas, reach).reduce(0) { $0 + $1.0 * $1.1 }, landscape: landscape ?? area)
  }

  /// Returns the effective mesh size of a region by the whole meshes that reach into it (CBC), in km²:
  ///
  ///     (1 / A) Σᵢ aᵢ Σⱼ Aⱼ p*ᵢⱼ
  ///
  /// with aᵢ the area of patch i inside the region, Aⱼ that of patch j anywhere, and A the sum of all
  /// aᵢ. 0 for a region without range.
  ///
  /// - Parameters:
  ///   - reach: What ``reach(jobs:)`` of the whole range returns.
  ///   - mesh: The cells.
  ///   - isInside: Which cells lie inside the region.
  /// - Returns: An area in km².
  /// - SeeAlso: Moser et al. (2007), *Landscape Ecology* 22, 447–459.
  public func meshSizeAcrossBorders(
    _ reach: [Double], of mesh: RangeMesh, inside isInside: [Bool]
  ) -> Double {
    var (sum, area) = (0.0, 0.0)
    for cell in nodesOfCells.indices where isInside[cell] && nodesOfCells[cell] >= 0 {
      sum += mesh.areas[cell] * reach[hosts[nodesOfCells[cell]]]
      area += mesh.areas[cell]
    }
    return area > 0 ? sum / area : 0
  }
}

extension PatchGraph {
  /// Returns for every patch the patches across its barriers with the best chance to get there at once;
  /// those of a sliver are those of its patch.
  public func neighbours() -> [Int: [Int: Double]] {
    var neighbours: [Int: [Int: Double]] = [:]
    for fence in fences {
      let (left, right) = (hosts[fence.left], hosts[fence.right])
      if left == right { continue }
      let chance = ways[fence.left].first { $0.node == fence.right }?.chance ?? 0
      for (node, other) in [(left, right), (right, left)] {
        neighbours[node, default: [:]][other] = max(neighbours[node]?[other] ?? 0, chance)
      }
    }
    return neighbours
  }
}
