internal import PROJBridge
internal import Synchronization

/// Lends transformations to chunks of work, one chunk at a time each, because finding one in the
/// database of PROJ takes up to some 20 ms and copying it less than one.
///
/// It is safe to share: the original is only copied, under the lock, and a copy is out of the pool
/// while a chunk has it.
final class TransformationPool: @unchecked Sendable {
  private let original: Transformation
  private var idle: [Transformation] = []
  private let lock = Mutex(())

  init(_ original: Transformation) { self.original = original }

  /// Calls `body` with a transformation that nobody else has.
  func withTransformation<Result>(_ body: (Transformation) throws -> Result) throws -> Result {
    let transformation = try take()
    defer { lock.withLock { _ in idle.append(transformation) } }
    return try body(transformation)
  }

  private func take() throws -> Transformation {
    try lock.withLock { _ in try idle.popLast() ?? original.copy() }
  }
}
