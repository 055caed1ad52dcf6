internal import Geometry

extension PatchGraph {
  /// How many chances of hubs are held at once: 256 MB.
  private static let heldChances = 1 << 25
  /// The number of patches that are looked at in one go.
  private static let chunkSize = 32

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
    try await rises(opening: changes, holding: Self.heldChances, jobs: jobs)
  }

  /// The same with another number of chances that are held at once.
  func rises(
    opening changes: [[Opening]], holding limit: Int, jobs: Int
  ) async throws -> [Double] {
    let sites = PatchSites(self)
    var rises: [Double] = []
    while rises.count < changes.count {
      let batch = try await hubs(
        of: changes[rises.count...], sites, holding: limit, jobs: jobs)
      rises += try await self.rises(through: batch, sites, jobs: jobs)
    }
    return rises
  }

  /// The hubs of as many changes as are to be held at once, at least of one.
  private func hubs(
    of changes: ArraySlice<[Opening]>, _ sites: PatchSites, holding limit: Int, jobs: Int
  ) async throws -> [Hubs] {
    var count = 0
    var held = 0
    for change in changes {
      held += 2 * change.count * sites.nodes.count  // at most: both ends of every link
      if count > 0 && held > limit { break }
      count += 1
    }
    let batch = Array(changes.prefix(count))
    return try await mapChunks(of: batch.count, size: 1, jobs: jobs) { numbers in
      Hubs(batch[numbers.lowerBound], of: self, sites)
    }
  }

  private func rises(
    through batch: [Hubs], _ sites: PatchSites, jobs: Int
  ) async throws -> [Double] {
    let parts = try await mapChunks(of: sites.nodes.count, size: Self.chunkSize, jobs: jobs) {
      numbers in
      var paths = BestPaths(count: count)
      var sums = Array(repeating: 0.0, count: batch.count)
      for site in numbers {
        paths.run(from: [sites.nodes[site]], in: self)
        let before = sites.lanes(paths.chances)
        for (change, hubs) in batch.enumerated() {
          let better = hubs.better(than: paths.chances, from: site)
          if better.isEmpty { continue }
          sums[change] +=
            2 * areas[sites.nodes[site]]
            * hubs.rise(from: site, through: better, before: before, areas: sites.areas)
        }
      }
      return sums
    }
    return batch.indices.map { change in parts.reduce(0) { $0 + $1[change] } }
  }
}
