package import Connectivity
internal import Formats
internal import Geometry
internal import Landscape
internal import Overlay
internal import Permeability

/// Barriers prepared to say which of them a plan crosses or runs beside.
package struct BarrierContacts: Sendable {
  /// Within what distance lines count as parallel for a reader, in metres.
  package static let parallelDistance = 5000.0

  private let list: BarrierList
  private let network: BarrierNetwork
  private let lines: BarrierLines
  private let index: PackedIndex

  /// Prepares barriers.
  ///
  /// - Parameters:
  ///   - list: What they are.
  ///   - network: Where they are, row by row as in `list`.
  ///   - lines: Which of them are one line.
  package init(_ list: BarrierList, _ network: BarrierNetwork, _ lines: BarrierLines) {
    (self.list, self.network, self.lines) = (list, network, lines)
    index = PackedIndex((0..<network.count).map { network.lines.box(of: $0) })
  }

  /// Fragments of one line in one state.
  private struct Key: Hashable {
    let line: Int
    let status: BarrierStatus
  }

  /// What is found of one key.
  private struct Found {
    var contacts: [LineContact] = []
    var rows: Set<Int> = []
    var runs: Set<Int> = []
  }

  /// Returns the lines that a plan crosses, touches or runs beside, in the order of their ids.
  ///
  /// A line whose barriers are in different states has an entry for each state.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - bundleDistance: Within what distance lines form one bundle, in metres.
  ///   - parallelDistance: Within what distance they count as parallel, in metres.
  ///   - jobs: The greatest number of steps in work at once.
  ///   - isWanted: Whether a row counts, by default all.
  /// - Returns: An entry for each line and state.
  /// - Throws: `CancellationError`.
  /// - Complexity: What is near the plan is compared with it, each line by itself; the others cost a
  ///   look at the index of their boxes.
  package func contacts(
    of plan: Plan, bundleDistance: Double, parallelDistance: Double = parallelDistance,
    jobs: Int = 1, where isWanted: @escaping @Sendable (Int) -> Bool = { _ in true }
  ) async throws -> [MetLine] {
    let search = BesideSearch(plan)
    var found: [Key: Found] = [:]
    let met = try await network.overlay.contacts(
      of: plan.geometry, where: { isWanted($1) }, jobs: jobs)
    for contact in met { found[key(contact.other), default: Found()].contacts.append(contact) }
    for (row, runs) in search.runs(near: index, within: parallelDistance) where isWanted(row) {
      found[key(row), default: Found()].rows.insert(row)
      found[key(row), default: Found()].runs.formUnion(runs)
    }
    let rules = [bundleDistance, parallelDistance].map { BundleRule(distance: $0) }
    let all = found.sorted {
      ($0.key.line, $0.key.status.rawValue) < ($1.key.line, $1.key.status.rawValue)
    }
    return try await mapChunks(of: all.count, size: 4, jobs: jobs) { numbers in
      try numbers.compactMap { number in
        try Task.checkCancellation()
        return line(all[number].key, all[number].value, search, rules)
      }
    }.flatMap(\.self)
  }

  private func key(_ row: Int) -> Key {
    Key(line: lines.numbers[row], status: list.designs[row].status)
  }

  /// Puts together what is known of one line; nil where the plan neither meets it nor runs beside it.
  private func line(
    _ key: Key, _ found: Found, _ search: BesideSearch, _ rules: [BundleRule]
  ) -> MetLine? {
    let rows = found.rows.sorted()
    var barriers = LineColumn()
    for row in rows { barriers.append(row, of: network.lines) }
    let classes = rows.map { list.designs[$0].barrierClass }
    let beside = rules.map {
      search.stretches(beside: barriers, classes, along: found.runs.sorted(), $0)
    }
    if found.contacts.isEmpty && beside.allSatisfy(\.isEmpty) { return nil }
    let line = lines.lines[key.line]
    let known = Set(classes + found.contacts.map { list.designs[$0.other].barrierClass })
    return MetLine(
      id: line.id, label: line.label, status: key.status,
      classes: BarrierClass.allCases.filter(known.contains),
      contacts: found.contacts.map(contact), bundled: beside[0], parallel: beside[1])
  }

  private func contact(_ contact: LineContact) -> MetLine.Contact {
    MetLine.Contact(
      line: contact.line, chainage: contact.chainage, position: contact.from.position,
      isCrossing: contact.isCrossing, length: contact.length,
      barrier: list.ids[contact.other].description)
  }
}
