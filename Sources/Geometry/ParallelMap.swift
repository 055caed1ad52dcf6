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
  var parts: [Part?] = Array(repeating: nil, count: (count + size - 1) / size)
  try await withThrowingTaskGroup(of: (chunk: Int, part: Part).self) { group in
    var next = 0
    func addTask() {
      let chunk = next
      next += 1
      group.addTask {
        try Task.checkCancellation()
        return (chunk, try body(chunk * size..<min((chunk + 1) * size, count)))
      }
    }
    while next < min(max(jobs, 1), parts.count) { addTask() }
    while let done = try await group.next() {
      parts[done.chunk] = done.part
      if next < parts.count { addTask() }
    }
  }
  return parts.compactMap(\.self)
}
