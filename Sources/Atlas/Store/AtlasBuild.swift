/// Computes the work units that a store does not hold yet.
package struct AtlasBuild: Sendable {
  package let plan: AtlasPlan
  package let store: UnitStore

  package init(_ plan: AtlasPlan, store: UnitStore) { (self.plan, self.store) = (plan, store) }

  /// How far the work is.
  package struct Progress: Sendable {
    /// The part of the work that is done, `0...1`.
    package let fraction: Double
    /// The number of units that are done.
    package let count: Int
  }

  /// The units that are not stored, of a part of the work.
  ///
  /// - Parameter shard: Which part, from 0, of how many; nil for all of it.
  /// - Returns: The units, in the order of the edition.
  package func missing(_ shard: (number: Int, count: Int)? = nil) -> [WorkUnit] {
    part(shard).filter { !store.holds($0) }
  }

  /// The units of a part of the work: the largest are dealt out first, so that the parts are about
  /// equally large.
  package func part(_ shard: (number: Int, count: Int)?) -> [WorkUnit] {
    guard let shard else { return plan.units }
    let order = Self.largestFirst(plan.units)
    let mine = Set(
      order.enumerated().filter { $0.offset % shard.count == shard.number }.map(\.element.slug))
    return plan.units.filter { mine.contains($0.slug) }
  }

  /// Computes units and stores each as soon as it is done, the largest first.
  ///
  /// - Parameters:
  ///   - units: The units.
  ///   - jobs: The greatest number of steps in work at once; the results do not depend on it.
  ///   - progress: Called when a unit is done.
  /// - Throws: `cannotWrite` where the disk refuses; `CancellationError`. What is stored by then stays.
  package func compute(
    _ units: [WorkUnit], jobs: Int, progress: (Progress) -> Void
  ) async throws {
    let total = Double(max(units.reduce(0) { $0 + $1.size }, 1))
    var (size, count) = (0, 0)
    var waiting = Self.largestFirst(units)[...]
    try await withThrowingTaskGroup(of: WorkUnit.self) { group in
      func start() {
        guard let unit = waiting.popFirst() else { return }
        group.addTask {
          try Task.checkCancellation()
          let clock = ContinuousClock()
          let began = clock.now
          let result = try await plan.result(of: unit, jobs: jobs)
          try store.store(result, of: unit, seconds: (clock.now - began) / .seconds(1))
          return unit
        }
      }
      for _ in 0..<max(jobs, 1) { start() }
      while let unit = try await group.next() {
        size += unit.size
        count += 1
        progress(Progress(fraction: Double(size) / total, count: count))
        start()
      }
    }
  }

  /// How long units will take on one core, in seconds, by what stored ones took; nil where none tell.
  package func estimatedSeconds(_ units: [WorkUnit]) -> Double? {
    let notes = store.notes()
    let size = notes.reduce(0) { $0 + $1.size }
    guard size > 0 else { return nil }
    let rate = notes.reduce(0) { $0 + $1.seconds } / Double(size)
    return rate * Double(units.reduce(0) { $0 + $1.size })
  }

  private static func largestFirst(_ units: [WorkUnit]) -> [WorkUnit] {
    units.enumerated().sorted { ($1.element.size, $0.offset) < ($0.element.size, $1.offset) }
      .map(\.element)
  }
}
