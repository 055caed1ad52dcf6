internal import Geometry

extension PatchGraph {
  /// How many chances of hubs are held at once: 256 MB.
  private static let heldChances = 1 << 25

  /// Returns how much more area hangs together for each of many changes, every one by itself: the
  /// rise of Σᵢ Σⱼ aᵢ aⱼ p*ᵢⱼ, in km⁴.
  ///
  /// - Parameters:
  ///   - changes: For every change the links that become better.
  ///   - jobs: The greatest number of steps in work at once; the result does not depend on it.
  /// - Returns: A rise for every change, at least 0.
  /// - Throws: `CancellationError`.
  /// - Complexity: a search from every patch and from every hub of a change, and one product for each
  ///   hub and pair of patches; see <doc:ImportanceOfBarriers>.
  public func rises(opening changes: [[Opening]], jobs: Int = 1) async throws -> [Double] {
    try await pairs(opening: changes, jobs: jobs).rises
  }

  /// Returns how much area hangs together before any change, Σᵢ Σⱼ aᵢ aⱼ p*ᵢⱼ in km⁴, and how much more with
  /// each of many changes.
  ///
  /// - Parameters:
  ///   - changes: For every change the links that become better.
  ///   - limit: How many chances of hubs are held at once; the result does not depend on it.
  ///   - jobs: The greatest number of steps in work at once; the result does not depend on it.
  /// - Returns: The sum before, and a rise for every change, at least 0.
  /// - Throws: `CancellationError`.
  func pairs(
    opening changes: [[Opening]], holding limit: Int = PatchGraph.heldChances, jobs: Int
  ) async throws -> (before: Double, rises: [Double]) {
    let graph = ContractedPatches(self, keepingEndsOf: changes)
    var before = 0.0
    var rises: [Double] = []
    repeat {
      let batch = batch(of: changes[rises.count...], holding: limit)
      let hubs = try await mapChunks(of: batch.count, size: 1, jobs: jobs) { numbers in
        Hubs(graph.openings(batch[numbers.lowerBound]), of: graph.links, graph.sites)
      }
      let found = try await graph.pairs(through: hubs, jobs: jobs)
      before = found.before
      rises += found.rises
    } while rises.count < changes.count
    return (before, rises)
  }

  /// As many changes as are to be held at once, at least one.
  private func batch(of changes: ArraySlice<[Opening]>, holding limit: Int) -> [[Opening]] {
    let patches = areas.count { $0 > 0 }
    var count = 0
    var held = 0
    for change in changes {
      held += 2 * change.count * patches  // at most: both ends of every link
      if count > 0 && held > limit { break }
      count += 1
    }
    return Array(changes.prefix(count))
  }
}

/// A graph with the patches and the ends of some links, and nothing else.
private struct ContractedPatches: Sendable {
  /// The number of patches that are looked at in one go.
  private static let chunkSize = 16

  let links: LinkTable
  let sites: PatchSites
  private let numbers: [Int]
  private let areas: [Double]

  init(_ graph: PatchGraph, keepingEndsOf changes: [[Opening]]) {
    var isKept = graph.areas.map { $0 > 0 }
    for opening in changes.joined() {
      isKept[opening.left] = true
      isKept[opening.right] = true
    }
    let contracted = ContractedLinks(graph.ways, keeping: isKept)
    (links, numbers) = (contracted.links, contracted.numbers)
    areas = contracted.nodes.map { graph.areas[$0] }
    sites = PatchSites(areas)
  }

  /// Links by the numbers of their ends here.
  func openings(_ openings: [Opening]) -> [Opening] {
    openings.map {
      Opening(left: numbers[$0.left], right: numbers[$0.right], chance: $0.chance)
    }
  }

  /// Returns how much area hangs together, and what each of some changes adds.
  func pairs(
    through batch: [Hubs], jobs: Int
  ) async throws -> (before: Double, rises: [Double]) {
    let parts = try await mapChunks(of: sites.nodes.count, size: Self.chunkSize, jobs: jobs) {
      numbers in
      var paths = BestPaths(count: links.count)
      let starts = numbers.map { site in
        paths.run(from: [sites.nodes[site]], in: links)
        return Start(site: site, chances: paths.chances, lanes: sites.lanes(paths.chances))
      }
      let before = starts.reduce(0.0) { sum, start in
        sum + areas[sites.nodes[start.site]] * sites.sum(start.lanes)
      }
      // Each change meets all patches in turn while its hubs are at hand: all hubs fit no cache.
      let rises = batch.map { hubs in
        starts.reduce(0.0) { sum, start in
          let better = hubs.better(than: start.chances, from: start.site)
          if better.isEmpty { return sum }
          return sum + 2 * areas[sites.nodes[start.site]]
            * hubs.rise(
              from: start.site, through: better, before: start.lanes, areas: sites.areas)
        }
      }
      return (before: before, rises: rises)
    }
    return (
      parts.reduce(0) { $0 + $1.before },
      batch.indices.map { change in parts.reduce(0) { $0 + $1.rises[change] } }
    )
  }

  /// A patch from which ways begin, with the chances before any change.
  private struct Start {
    let site: Int
    let chances: [Double]
    let lanes: [Lanes]
  }
}
