internal import Geometry
internal import Landscape

/// How a barrier of one edition was found in another.
package enum BarrierMatch: String, Sendable, CaseIterable {
  /// By its id.
  case id
  /// By its vertices, which are the same in one or the other direction.
  case geometry
  /// By its course: most of each of the two lies along the other.
  case course
}

/// Finds the barriers of one edition in another. It is the same both ways: what matches does not
/// depend on which edition is called the old one.
///
/// In turn, among those that are left:
///
/// 1. the same id and the same vertices;
/// 2. the same vertices, first with the same attributes, then of the same class, then of any: the id
///    is another;
/// 3. the same id, where ids of its source are stable (at least half of those in both editions kept
///    their vertices), or class and name or number are the same, or the two run along each other;
/// 4. most of each along the other (``NearLines``, more than half of the length within 100 m), of one
///    family of classes, the best first.
///
/// An id that several barriers of one edition have tells nothing.
struct BarrierMatcher {
  /// Two barriers that are one.
  struct Pair: Sendable, Equatable {
    let old: Int
    let new: Int
    let match: BarrierMatch
    /// Whether the vertices are the same.
    let isSameShape: Bool
  }

  /// A barrier of either edition, by what is compared.
  private struct Side {
    let barriers: EditionBarriers
    let ids: [String]
    let sources: [String]
    let classes: [String]
    /// The row of every id that only one barrier has.
    let rowsByID: [String: Int]
    /// The rows that are not matched yet, ascending.
    var left: [Int]

    init(_ barriers: EditionBarriers) {
      self.barriers = barriers
      ids = barriers.texts("barrier_id")
      sources = barriers.texts("source")
      classes = barriers.texts("class")
      let rows = Dictionary(grouping: ids.indices) { [ids] in ids[$0] }
      rowsByID = rows.compactMapValues { $0.count == 1 ? $0[0] : nil }
      left = Array(ids.indices)
    }

    mutating func remove(_ rows: Set<Int>) { left.removeAll { rows.contains($0) } }

    func family(_ row: Int) -> String {
      BarrierClass(rawValue: classes[row])?.family.rawValue ?? classes[row]
    }
  }

  /// The barriers that are in both, by old row.
  private(set) var pairs: [Pair] = []
  private var old: Side
  private var new: Side

  /// The old barriers that are gone, ascending.
  var removed: [Int] { old.left }
  /// The new barriers that were not there, ascending.
  var added: [Int] { new.left }

  /// Finds all.
  ///
  /// - Throws: `CancellationError`.
  init(_ old: EditionBarriers, _ new: EditionBarriers, jobs: Int) async throws {
    (self.old, self.new) = (Side(old), Side(new))
    let common = commonIDs
    matchIDsAndShapes(common)
    matchShapes()
    matchIDs(common)
    try await matchCourses(jobs: jobs)
    pairs.sort { $0.old < $1.old }
  }

  private mutating func take(_ found: [Pair]) {
    pairs += found
    old.remove(Set(found.map(\.old)))
    new.remove(Set(found.map(\.new)))
  }

  // MARK: - By id and vertices

  /// The rows of ids that are in both editions, and whether their vertices are the same.
  private var commonIDs: [(old: Int, new: Int, isSameShape: Bool)] {
    old.left.compactMap { row in
      let id = old.ids[row]
      guard old.rowsByID[id] != nil, let other = new.rowsByID[id] else { return nil }
      let shapes = (
        LineShape(row, of: old.barriers.lines), LineShape(other, of: new.barriers.lines)
      )
      return (row, other, shapes.0 == shapes.1)
    }
  }

  private mutating func matchIDsAndShapes(_ common: [(old: Int, new: Int, isSameShape: Bool)]) {
    take(
      common.filter(\.isSameShape).map {
        Pair(old: $0.old, new: $0.new, match: .id, isSameShape: true)
      })
  }

  /// Matches barriers of the same vertices, in their order where there are several.
  private mutating func matchShapes() {
    let attributes: [(EditionBarriers, Int) -> [String]] = [
      { barriers, row in BarrierChange.attributes.map { barriers.text($0, row) } },
      { barriers, row in [barriers.text("class", row)] },
      { _, _ in [] },
    ]
    for attributes in attributes {
      func groups(_ side: Side) -> [ShapeKey: [Int]] {
        Dictionary(grouping: side.left) { row in
          ShapeKey(
            shape: LineShape(row, of: side.barriers.lines),
            attributes: attributes(side.barriers, row))
        }
      }
      let others = groups(new)
      take(
        groups(old).flatMap { key, rows in
          zip(rows, others[key] ?? []).map {
            Pair(old: $0, new: $1, match: .geometry, isSameShape: true)
          }
        })
    }
  }

  private struct ShapeKey: Hashable {
    let shape: LineShape
    let attributes: [String]
  }

  // MARK: - By id alone

  private mutating func matchIDs(_ common: [(old: Int, new: Int, isSameShape: Bool)]) {
    var kept: [[String]: (same: Int, all: Int)] = [:]
    for pair in common {
      let sources = [old.sources[pair.old], new.sources[pair.new]]
      kept[sources, default: (0, 0)].all += 1
      if pair.isSameShape { kept[sources, default: (0, 0)].same += 1 }
    }
    let (oldLeft, newLeft) = (Set(old.left), Set(new.left))
    take(
      common.filter { pair in
        guard oldLeft.contains(pair.old), newLeft.contains(pair.new) else { return false }
        let kept = kept[[old.sources[pair.old], new.sources[pair.new]]] ?? (0, 1)
        return 2 * kept.same >= kept.all || isAlike(pair.old, pair.new)
      }.map { Pair(old: $0.old, new: $0.new, match: .id, isSameShape: false) })
  }

  /// Whether two barriers of one id are the same for another reason.
  private func isAlike(_ row: Int, _ other: Int) -> Bool {
    if old.classes[row] == new.classes[other] {
      for column in ["name", "ref"] {
        let text = old.barriers.text(column, row)
        if !text.isEmpty, text == new.barriers.text(column, other) { return true }
      }
    }
    let there = NearLines([other], of: new.barriers.lines)
    let back = NearLines([row], of: old.barriers.lines)
    return there.shares(of: row, of: old.barriers.lines)[other, default: 0] > 0.5
      && back.shares(of: other, of: new.barriers.lines)[row, default: 0] > 0.5
  }

  // MARK: - By course

  /// Two barriers of which most lies along the other.
  private struct Candidate {
    let old: Int
    let new: Int
    /// The smaller of the two shares.
    let share: Double
    /// How far apart they are at most, in metres.
    let distance: Double
  }

  private mutating func matchCourses(jobs: Int) async throws {
    let candidates = try await candidates(jobs: jobs).sorted {
      ($1.share, $0.distance, $0.old, $0.new) < ($0.share, $1.distance, $1.old, $1.new)
    }
    var (usedOld, usedNew): (Set<Int>, Set<Int>) = ([], [])
    var found: [Pair] = []
    for candidate in candidates
    where !usedOld.contains(candidate.old) && !usedNew.contains(candidate.new) {
      usedOld.insert(candidate.old)
      usedNew.insert(candidate.new)
      found.append(
        Pair(old: candidate.old, new: candidate.new, match: .course, isSameShape: false))
    }
    take(found)
  }

  private func candidates(jobs: Int) async throws -> [Candidate] {
    let (old, new) = (old, new)
    let (oldLines, newLines) = (old.barriers.lines, new.barriers.lines)
    let news = NearLines(new.left, of: newLines)
    let olds = NearLines(old.left, of: oldLines)
    let back = try await mapChunks(of: new.left.count, size: 16, jobs: jobs) { numbers in
      numbers.map { olds.shares(of: new.left[$0], of: newLines) }
    }.flatMap(\.self)
    let backByRow = Dictionary(uniqueKeysWithValues: zip(new.left, back))
    return try await mapChunks(of: old.left.count, size: 16, jobs: jobs) { numbers in
      numbers.flatMap { number -> [Candidate] in
        let row = old.left[number]
        return news.shares(of: row, of: oldLines).sorted { $0.key < $1.key }.compactMap {
          other, there in
          let share = min(there, backByRow[other]?[row] ?? 0)
          guard share > 0.5, old.family(row) == new.family(other),
            let distance = NearLines.greatestDistance(row, of: oldLines, other, of: newLines)
          else { return nil }
          return Candidate(old: row, new: other, share: share, distance: distance)
        }
      }
    }.flatMap(\.self)
  }
}
