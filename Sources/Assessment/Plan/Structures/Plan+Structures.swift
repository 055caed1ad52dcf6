internal import Permeability

extension Plan {
  /// Returns the plan with the structures that are meant for it.
  ///
  /// - Parameters:
  ///   - list: The structures.
  ///   - plans: The names of all alternatives, in lower case.
  ///   - distance: How far from a line a place may lie, in metres.
  /// - Returns: The plan with them, and what became of them in its notes.
  func with(_ list: StructureList, among plans: Set<String>, distance: Double) -> Plan {
    let placer = StructurePlacer(list.rows, on: self, among: plans, distance: distance)
    var account = StructureAccount()
    account.read = list.count
    account.placed = placer.placed.reduce(0) { $0 + $1.count }
    account.usable = placer.placed.joined().count { $0.passage.design.fault == nil }
    let lines = zip(lines, placer.placed).map { line, structures in
      PlannedLine(
        id: line.id, name: line.name, design: line.design, length: line.length,
        structures: line.structures + structures)
    }
    let isShared = plans.count > 1 && list.rows.contains { $0.owner == nil }
    let shared =
      isShared ? ["structures that name no plan count for every alternative"] : []
    return Plan(
      name, source: source, geometry: geometry, lines: lines, structures: account,
      notes: notes + list.notes + placer.notes + shared)
  }
}
