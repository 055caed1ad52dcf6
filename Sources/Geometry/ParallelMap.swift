import Synchronization

/// Maps fixed-size chunks of `0 ..< count` in parallel; the parts come back in index order.
///
/// Chunks depend on `count` and `size` alone, so a sum over the parts does not depend on the number
/// of jobs. At most `jobs` chunks run at a time.
///
/// - Parameters:
///   - count: The number of items.
///   - size: The number of items in a chunk.
///   - jobs: The greatest number of chunks in work at once.
///   - body: Computes the part of one chunk.
/// - Returns: The parts in the order of their chunks.
/// - Throws: `CancellationError` between chunks, and what `body` throws.
public func mapChunks<Part: Sendable>(
  of count: Int, size: Int = 256, jobs: Int,
  _ body: @escaping @Sendable (Range<Int>) throws -> Part
) async throws -> [Part] {
  let chunks = ChunkCounter(count: (count + size - 1) / size)
  let work: @Sendable () async throws -> [(chunk: Int, part: Part)] = {
    // Whoever throws leaves nothing to do for the others.
    defer { chunks.end() }
    var done: [(chunk: Int, part: Part)] = []
    var turn = ContinuousClock.now
    while let chunk = chunks.next() {
      try Task.checkCancellation()
      done.append((chunk, try body(chunk * size..<min((chunk + 1) * size, count))))
      // Others who wait for a thread, such as who shows progress, get their turn now and then.
      if ContinuousClock.now - turn > .milliseconds(10) {
        await Task.yield()
        turn = .now
      }
    }
    return done
  }
  let workers = min(jobs, chunks.count)
  if workers < 2 { return try await work().map(\.part) }
  var parts: [Part?] = Array(repeating: nil, count: chunks.count)
  try await withThrowingTaskGroup(of: [(chunk: Int, part: Part)].self) { group in
    for _ in 0..<workers { group.addTask(operation: work) }
    for try await done in group {
      for (chunk, part) in done { parts[chunk] = part }
    }
  }
  return parts.compactMap(\.self)
}

/// Gives out chunks in order, each once, to whoever is free: workers that fetch their next chunk
/// themselves need not be woken for it.
private final class ChunkCounter: Sendable {
  let count: Int
  private let given = Atomic(0)

  init(count: Int) { self.count = count }

  func next() -> Int? {
    let chunk = given.add(1, ordering: .relaxed).oldValue
    return chunk < count ? chunk : nil
  }

  /// Gives out no more.
  func end() { given.store(count, ordering: .relaxed) }
}
