internal import Foundation

/// Three steps for every item of a sequence, several at a time: items are read one after the other,
/// worked on in any order, and what comes of them is taken one after the other in the order in which
/// they were read.
///
/// At most `jobs` steps run at once, and at most two items more than that are between reading and
/// taking, so that memory does not grow with the sequence. A step of reading never overlaps another
/// one, and neither does a step of taking; each sees all that the one before it did.
struct Pipeline<Item: Sendable, Product: Sendable>: Sendable {
  /// Returns the next item, or nil at the end.
  let read: @Sendable () async throws -> Item?
  /// Makes of an item what is taken.
  let work: @Sendable (Item) async throws -> Product
  /// Takes what was made of the next item.
  let take: @Sendable (Product) async throws -> Void

  /// A step that has ended.
  private enum Step: Sendable {
    case read(Item?)
    case worked(number: Int, Product)
    case taken
  }

  /// Where everything is between reading and taking.
  private struct State {
    var isAtEnd = false
    var isReading = false
    var isTaking = false
    var running = 0
    var readCount = 0
    var takenCount = 0
    /// Items that wait for work, by number.
    var waiting: [(number: Int, item: Item)] = []
    /// What was made of items, by number, and is not taken yet.
    var products: [Int: Product] = [:]
  }

  /// Runs all steps.
  ///
  /// - Throws: The first error of a step, after which no other step begins; `CancellationError`.
  func run(jobs: Int) async throws {
    // More steps than processors would only hold more memory.
    let jobs = min(max(jobs, 1), ProcessInfo.processInfo.activeProcessorCount)
    try await withThrowingTaskGroup(of: Step.self) { group in
      var state = State()
      start(&state, jobs, in: &group)
      while let step = try await group.next() {
        note(step, in: &state)
        try Task.checkCancellation()
        start(&state, jobs, in: &group)
      }
    }
  }

  /// Starts as many steps as may run, those nearest to the end first.
  private func start(
    _ state: inout State, _ jobs: Int, in group: inout ThrowingTaskGroup<Step, any Error>
  ) {
    while state.running < jobs {
      if !state.isTaking, let product = state.products.removeValue(forKey: state.takenCount) {
        state.isTaking = true
        group.addTask {
          try await take(product)
          return .taken
        }
      } else if !state.waiting.isEmpty {
        let (number, item) = state.waiting.removeFirst()
        group.addTask { .worked(number: number, try await work(item)) }
      } else if !state.isReading, !state.isAtEnd, state.readCount - state.takenCount < jobs + 2 {
        state.isReading = true
        group.addTask { .read(try await read()) }
      } else {
        return
      }
      state.running += 1
    }
  }

  private func note(_ step: Step, in state: inout State) {
    state.running -= 1
    switch step {
    case .read(let item):
      state.isReading = false
      state.isAtEnd = item == nil
      if let item {
        state.waiting.append((state.readCount, item))
        state.readCount += 1
      }
    case .worked(let number, let product):
      state.products[number] = product
    case .taken:
      state.isTaking = false
      state.takenCount += 1
    }
  }
}
