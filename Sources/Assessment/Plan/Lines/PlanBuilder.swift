internal import Formats
internal import Geometry
internal import Landscape
internal import Overlay
internal import Permeability

/// Puts the lines of a plan together from joined pieces.
struct PlanBuilder {
  /// The lines, a row for each.
  private(set) var geometry = LineColumn()
  /// What is planned along each.
  private(set) var lines: [PlannedLine] = []

  /// Takes chains in their order; those of one feature are numbered.
  init(_ chains: [PlanJoiner.Chain]) {
    let parts = Dictionary(grouping: chains, by: \.first.feature).mapValues(\.count)
    var numbers: [String: Int] = [:]
    var names = UniqueNames()
    for chain in chains {
      for position in chain.positions { geometry.paths.append(x: position.x, y: position.y) }
      geometry.paths.endPath()
      geometry.endRow()
      let feature = chain.first.feature
      numbers[feature, default: 0] += 1
      let isPart = parts[feature] ?? 1 > 1
      let id = isPart ? "\(feature)-\(numbers[feature] ?? 1)" : feature
      lines.append(
        PlannedLine(
          id: names.name(for: id), name: chain.first.name, design: chain.first.design, length: 0))
    }
    let lengths = Chainage(geometry, by: .geodesic).lengths
    lines = zip(lines, lengths).map { line, length in
      PlannedLine(id: line.id, name: line.name, design: line.design, length: length)
    }
  }

  /// Refuses what is no plan.
  ///
  /// - Throws: `usage` where a line is neither planned nor under construction.
  func requirePlanned() throws(FormatError) {
    let statuses: Set<BarrierStatus> = [.planned, .construction]
    guard let line = lines.first(where: { !statuses.contains($0.design.status) }) else { return }
    throw FormatError(
      .usage, "a plan cannot be \(line.design.status.rawValue)",
      help: "leave status away: it is planned; or write status=construction")
  }
}
