/// What became of a barrier between two editions.
package struct BarrierChange: Sendable {
  /// The kind of a change, the greatest first: a barrier that was moved may have other attributes too.
  package enum Kind: String, Sendable, CaseIterable {
    /// Only in the new edition.
    case added
    /// Only in the old edition.
    case removed
    /// In both, with other vertices.
    case moved
    /// In both, with other attributes.
    case reclassified
    /// In both, with another id and nothing else.
    case renumbered
  }

  package let kind: Kind
  /// Its row in the old edition; nil for what was added.
  package let old: Int?
  /// Its row in the new edition; nil for what was removed.
  package let new: Int?
  /// How it was found; nil for what is in one edition only.
  package let match: BarrierMatch?
  /// The columns in which attributes differ.
  package let changed: [String]
  /// How far the two lines lie apart at most, in metres: the greatest distance of any vertex of one from
  /// the other. Nil for what did not move.
  package let distance: Double?
  /// Why.
  package let causes: [ChangeCause]

  /// The columns of ``BarrierTable`` that are compared.
  package static let attributes = ["class", "status", "name", "ref", "country", "design"]
}

/// What became of the barriers between two editions.
package struct BarrierDiff: Sendable {
  package let old: EditionBarriers
  package let new: EditionBarriers
  /// The changes: by kind, then in the order of the new edition, or of the old one for what is gone.
  package let changes: [BarrierChange]
  /// The new rows of barriers that are as they were.
  package let unchanged: [Int]

  /// Compares the barriers of two editions.
  ///
  /// A design, the hash of everything that the model reads of a barrier, counts as changed only where
  /// class, status and country, which are parts of it, are the same. As it also changes with what a
  /// newer program reads, the cause is then data or program, and both are named.
  ///
  /// - Parameters:
  ///   - old: The barriers of the old edition.
  ///   - new: Those of the new edition.
  ///   - isOtherProgram: Whether another program made the new edition.
  ///   - presence: Why a barrier may be in one edition only.
  ///   - jobs: The greatest number of steps in work at once.
  /// - Throws: `CancellationError`.
  package init(
    _ old: EditionBarriers, _ new: EditionBarriers, isOtherProgram: Bool,
    presence: [ChangeCause] = [.data], jobs: Int
  ) async throws {
    (self.old, self.new) = (old, new)
    let matcher = try await BarrierMatcher(old, new, jobs: jobs)
    var changes =
      matcher.removed.map { Self.change(.removed, old: $0, presence) }
      + matcher.added.map { Self.change(.added, new: $0, presence) }
    var unchanged: [Int] = []
    for pair in matcher.pairs {
      if let change = Self.change(pair, old, new, isOtherProgram) {
        changes.append(change)
      } else {
        unchanged.append(pair.new)
      }
    }
    self.unchanged = unchanged.sorted()
    self.changes = changes.sorted { $0.place < $1.place }
  }

  private static func change(
    _ kind: BarrierChange.Kind, old: Int? = nil, new: Int? = nil, _ causes: [ChangeCause]
  ) -> BarrierChange {
    BarrierChange(
      kind: kind, old: old, new: new, match: nil, changed: [], distance: nil, causes: causes)
  }

  private static func change(
    _ pair: BarrierMatcher.Pair, _ old: EditionBarriers, _ new: EditionBarriers,
    _ isOtherProgram: Bool
  ) -> BarrierChange? {
    let changed = changedAttributes(pair, old, new)
    let kind: BarrierChange.Kind
    if !pair.isSameShape {
      kind = .moved
    } else if !changed.isEmpty {
      kind = .reclassified
    } else if old.text("barrier_id", pair.old) != new.text("barrier_id", pair.new) {
      kind = .renumbered
    } else {
      return nil
    }
    let mayBeProgram = isOtherProgram && kind == .reclassified && changed == ["design"]
    return BarrierChange(
      kind: kind, old: pair.old, new: pair.new, match: pair.match, changed: changed,
      distance: pair.isSameShape
        ? nil
        : NearLines.greatestDistance(pair.old, of: old.lines, pair.new, of: new.lines),
      causes: mayBeProgram ? [.data, .program] : [.data])
  }

  private static func changedAttributes(
    _ pair: BarrierMatcher.Pair, _ old: EditionBarriers, _ new: EditionBarriers
  ) -> [String] {
    let changed = BarrierChange.attributes.filter {
      old.text($0, pair.old) != new.text($0, pair.new)
    }
    let holdsDesign = changed.contains { ["class", "status", "country"].contains($0) }
    return holdsDesign ? changed.filter { $0 != "design" } : changed
  }

  /// The number of changes of a kind.
  package func count(_ kind: BarrierChange.Kind) -> Int { changes.count { $0.kind == kind } }
}

extension BarrierChange {
  /// Where it stands among all changes.
  fileprivate var place: (Int, Int) {
    (Kind.allCases.firstIndex(of: kind) ?? 0, new ?? old ?? 0)
  }
}
