internal import Geometry
internal import Overlay

/// Draws chords until enough lie in a range.
struct ChordSearch {
  /// How many chords are searched first: when none of them is found, no other is searched.
  private static let probe = 64
  /// How many are searched in one go from there on.
  private static let block = 4096
  /// How many are drawn in one chunk of work.
  private static let chunk = 128

  let range: PolygonOverlay
  let source: ChordSource
  let seed: UInt64
  let jobs: Int
  /// The chords in the order of their numbers.
  private(set) var found: [(number: Int, paths: [[Position]])] = []
  /// How many were drawn.
  private(set) var tried = 0

  init(range: PolygonOverlay, source: ChordSource, seed: UInt64, jobs: Int) {
    (self.range, self.source, self.seed, self.jobs) = (range, source, seed, jobs)
  }

  /// A chord that is searched, with its random numbers.
  private struct Draft: Sendable {
    let number: Int
    var random: SeededGenerator
    var draw = ChordSource.Draw.nowhere
  }

  /// Searches chords `0 ..< count`, in blocks that do not depend on the count.
  ///
  /// - Throws: `CancellationError`.
  mutating func run(count: Int) async throws {
    var next = 0
    while next < count {
      let end = next == 0 ? Self.probe : next + Self.block
      let before = found.count
      try await search(next..<min(end, count))
      if found.count == before { break }
      next = end
    }
    found.sort { $0.number < $1.number }
  }

  /// Draws each of some chords until it is found or has had its tries.
  private mutating func search(_ numbers: Range<Int>) async throws {
    var drafts = numbers.map { Draft(number: $0, random: Self.random(seed: seed, number: $0)) }
    for _ in 0..<Chords.mostTries where !drafts.isEmpty {
      drafts = try await drawn(drafts)
      tried += drafts.count
      drafts = try await takingFound(from: drafts)
    }
  }

  /// Draws every chord once; those without a place to start are given up.
  private func drawn(_ drafts: [Draft]) async throws -> [Draft] {
    try await mapChunks(of: drafts.count, size: Self.chunk, jobs: jobs) { [source] chunk in
      try drafts[chunk].compactMap { draft in
        var draft = draft
        draft.draw = try source.draw(using: &draft.random)
        if case .nowhere = draft.draw { return nil }
        return draft
      }
    }.flatMap(\.self)
  }

  /// Takes the chords that lie in the range, and returns the others.
  private mutating func takingFound(from drafts: [Draft]) async throws -> [Draft] {
    let rows = drafts.map { draft in
      if case .chord(let paths) = draft.draw { paths } else { [[Position]]() }
    }
    let lines = LineColumn(rows)
    let cuts = try await range.cut(lines, jobs: jobs)
    let groups = Array(repeating: 0, count: range.count)
    let covers = LineTotals(cuts, of: lines, polygonGroups: groups).covers
    var others: [Draft] = []
    for (number, draft) in drafts.enumerated() {
      let cover = covers[number]
      if cover.length > 0, cover.outsideLength <= Chords.greatestOutside * cover.length {
        found.append((draft.number, rows[number]))
      } else {
        others.append(draft)
      }
    }
    return others
  }

  /// The random numbers of one chord: from a seed that a step of the generator makes of the number,
  /// which gives different seeds for different numbers, far apart for numbers in sequence.
  private static func random(seed: UInt64, number: Int) -> SeededGenerator {
    var first = SeededGenerator(seed: seed)
    var second = SeededGenerator(seed: first.next() &+ UInt64(number))
    return SeededGenerator(seed: second.next())
  }
}
