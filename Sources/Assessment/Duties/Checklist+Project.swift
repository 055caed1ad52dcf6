internal import Formats
internal import Landscape
internal import Permeability

extension Checklist {
  /// What is to be built: the plan and the attributes of its lines.
  var project: Account {
    var account = Account()
    let lines = alternative.plan.lines
    account.has(
      "alignment: \(counted(lines.count, "line")), "
        + "\(grouped(alternative.plan.length / 1000, decimals: 1)) km")
    let classes = lines.map(\.design.barrierClass.rawValue).once.joined(separator: ", ")
    let statuses = lines.map(\.design.status.rawValue).once.joined(separator: ", ")
    account.has("class: \(classes); status: \(statuses)")
    noteStructures(&account)
    noteFences(&account)
    noteTraffic(&account)
    let defaults = alternative.permeability.flatMap(\.score.defaults).once
    if !defaults.isEmpty {
      let names = defaults.map { "\($0.attribute) (\($0.value))" }.once.sorted()
      account.has("defaults taken for: \(names.joined(separator: ", "))")
    }
    let parallel = alternative.contacts.lines.filter { !$0.parallel.isEmpty }.map(\.label).once
    let distance = grouped(BarrierContacts.parallelDistance / 1000, decimals: 0)
    account.has(
      "lines of the atlas parallel within \(distance) km: "
        + (parallel.isEmpty ? "none" : parallel.joined(separator: ", ")))
    return account
  }

  private func noteStructures(_ account: inout Account) {
    let structures = alternative.plan.lines.flatMap(\.structures)
    let telling = structures.count { $0.passage.design.fault == nil }
    account.note(
      structures.isEmpty
        ? nil
        : "\(counted(structures.count, "structure")), \(grouped(telling)) with dimensions that say enough",
      orLacks: "structures: type, width, height, length, position")
    let faults = structures.count - telling
    if faults > 0 {
      account.lacks("dimensions of \(counted(faults, "structure")) that count nothing without them")
    }
    let lost = alternative.plan.structures.read - alternative.plan.structures.placed
    if lost > 0 { account.lacks("the place of \(counted(lost, "structure")) that lie on no line") }
  }

  private func noteFences(_ account: inout Account) {
    let designs = alternative.plan.lines.map(\.design)
    let unknown = designs.contains {
      [.road, .railway].contains($0.barrierClass.family) && !$0.isFenced && $0.fencing == nil
    }
    if unknown { account.lacks("whether fences run along it (fenced)") }
    let fences = designs.filter(\.isFenced).map(\.fence)
    if fences.isEmpty { return }
    for (name, value) in Self.fenceAttributes {
      let values = fences.map(value)
      let known = values.compactMap(\.self).once
      if !known.isEmpty { account.has("\(name): \(known.joined(separator: ", "))") }
      if values.contains(nil) { account.lacks("fences: \(name)") }
    }
  }

  private static let fenceAttributes: [(String, @Sendable (FenceDesign) -> String?)] = [
    ("h_top_cm", { $0.topHeight?.shortText }), ("g_bottom_cm", { $0.bottomGap?.shortText }),
    ("mesh", { $0.isMesh.map { "\($0)" } }), ("barbed_top", { $0.hasBarbedTop.map { "\($0)" } }),
    ("barbed_bottom", { $0.hasBarbedBottom.map { "\($0)" } }),
  ]

  private func noteTraffic(_ account: inout Account) {
    let designs = alternative.plan.lines.map(\.design)
    let railways = designs.filter { $0.barrierClass.family == .railway }
    let roads = designs.filter { $0.barrierClass.family == .road }
    note("trains_per_day", railways.map(\.railway.trains), &account)
    note("aadt", roads.map(\.road.traffic), &account)
    if !railways.isEmpty || !roads.isEmpty { account.lacks("traffic by year") }
    note("embankment_m", railways.map(\.railway.embankment), &account)
  }

  /// Notes a number of some lines, and that it is missing where any of them has none.
  private func note(_ name: String, _ values: [Double?], _ account: inout Account) {
    let known = values.compactMap(\.self).once.map(\.shortText)
    if !known.isEmpty { account.has("\(name): \(known.joined(separator: ", "))") }
    if values.contains(nil) { account.lacks(name) }
  }
}
