/// What changed between two editions, and why.
package struct EditionDiff: Sendable {
  package let old: Edition
  package let new: Edition
  package let causes: EditionCauses
  package let barriers: BarrierDiff
  /// The changes of both tables.
  package let measures: [ComparedTable: [MeasureChange]]

  /// Compares two editions.
  ///
  /// - Parameters:
  ///   - old: The old edition.
  ///   - new: The new edition.
  ///   - jobs: The greatest number of steps in work at once; the result does not depend on it.
  /// - Throws: `missingInput` or `badData` where layers cannot be read; `CancellationError`.
  package init(_ old: Edition, _ new: Edition, jobs: Int) async throws {
    (self.old, self.new) = (old, new)
    causes = EditionCauses(old.record, new.record)
    barriers = try await BarrierDiff(
      try old.barriers(), try new.barriers(), isOtherProgram: causes.isOtherProgram,
      presence: causes.ofPresence, jobs: jobs)
    var measures: [ComparedTable: [MeasureChange]] = [:]
    for table in ComparedTable.allCases {
      try Task.checkCancellation()
      measures[table] = table.changes(
        try old.rows(of: table.table), try new.rows(of: table.table), causes)
    }
    self.measures = measures
  }

  /// The changes of a table.
  package func changes(of table: ComparedTable) -> [MeasureChange] { measures[table] ?? [] }

  /// Whether no barrier and no number changed.
  package var isEmpty: Bool {
    barriers.changes.isEmpty && measures.values.allSatisfy(\.isEmpty)
  }

  /// Whether any of the data are drawings and no survey.
  package var isSchematic: Bool { old.record.isSchematic || new.record.isSchematic }

  /// The number of barrier changes by kind and class, in the order of kinds and of class names; the
  /// class is that of the new edition where there is one.
  package var counts: [(kind: BarrierChange.Kind, barrierClass: String, count: Int)] {
    BarrierChange.Kind.allCases.flatMap { kind in
      let classes = barriers.changes.filter { $0.kind == kind }.map { change in
        change.new.map { barriers.new.text("class", $0) }
          ?? change.old.map { barriers.old.text("class", $0) } ?? ""
      }
      return Dictionary(grouping: classes, by: \.self).sorted { $0.key < $1.key }.map {
        (kind: kind, barrierClass: $0.key, count: $0.value.count)
      }
    }
  }

  /// The sources that are not the same in both editions: of the same file and layer with another hash,
  /// or in one edition only.
  package var changedInputs: [(place: String, role: String, old: String?, new: String?)] {
    let olds = Dictionary(old.record.inputs.map { ($0.place, $0.sha256) }) { first, _ in first }
    let news = Dictionary(new.record.inputs.map { ($0.place, $0.sha256) }) { first, _ in first }
    var seen: Set<String> = []
    return (old.record.inputs + new.record.inputs).compactMap { input in
      let (before, after) = (olds[input.place], news[input.place])
      guard before != after, seen.insert(input.place).inserted else { return nil }
      return (input.place, input.role, before, after)
    }
  }

  /// The settings that are not the same, by name.
  package var changedSettings: [(name: String, old: String, new: String)] {
    let names = Set(old.record.settings.keys).union(new.record.settings.keys).sorted()
    return names.compactMap { name in
      let before = old.record.settings[name]?.description ?? ""
      let after = new.record.settings[name]?.description ?? ""
      return before == after ? nil : (name, before, after)
    }
  }
}
