internal import Formats
internal import Geometry
internal import Overlay
internal import Permeability

/// Puts structures on the lines of one plan.
///
/// Chainage goes before place: where a source has both, the place is compared. A structure that names
/// no plan counts for every alternative; on a plan of several lines it belongs to the one near which
/// its place is.
struct StructurePlacer {
  /// The structures on every line, by chainage.
  private(set) var placed: [[PlannedStructure]]
  /// What a reader should know.
  private(set) var notes: [String] = []
  private let plan: Plan
  private let chainage: Chainage
  private let distance: Double
  /// What a number without a unit is multiplied with to make metres.
  private let scale: Double
  /// How far place and chainage are from each other, where a source has both.
  private var offsets: [Double] = []
  private var farAway: [String] = []

  /// Places structures.
  ///
  /// - Parameters:
  ///   - rows: The structures.
  ///   - plan: The plan.
  ///   - plans: The names of all alternatives, in lower case.
  ///   - distance: How far from a line a place may lie, in metres.
  init(_ rows: [StructureRow], on plan: Plan, among plans: Set<String>, distance: Double) {
    self.plan = plan
    self.distance = distance
    chainage = Chainage(plan.geometry, by: .geodesic)
    placed = Array(repeating: [], count: plan.lines.count)
    let numbers = rows.compactMap { row -> Double? in
      if case .number(let number) = row.mark { number } else { nil }
    }
    let longest = plan.lines.map(\.length).max() ?? 0
    let isKilometres = numbers.allSatisfy { $0 <= 1.05 * longest / 1000 }
    scale = isKilometres ? 1000 : 1
    if !numbers.isEmpty {
      notes.append("chainages without a unit are read as \(isKilometres ? "kilometres" : "metres")")
    }
    for row in rows { place(row, among: plans) }
    for line in placed.indices {
      placed[line].sort { ($0.passage.chainage, $0.id) < ($1.passage.chainage, $1.id) }
    }
    summarise()
  }

  /// The lines that a structure may belong to; nil for one that belongs to another plan.
  private mutating func lines(of row: StructureRow, among plans: Set<String>) -> [Int]? {
    guard let owner = row.owner?.lowercased() else { return Array(plan.lines.indices) }
    if owner == plan.name.lowercased() { return Array(plan.lines.indices) }
    let own = plan.lines.indices.filter {
      plan.lines[$0].id.lowercased() == owner || plan.lines[$0].name?.lowercased() == owner
    }
    if !own.isEmpty { return own }
    if !plans.contains(owner) {
      setAside(row, "there is no plan or line '\(row.owner ?? "")'")
    }
    return nil
  }

  private mutating func place(_ row: StructureRow, among plans: Set<String>) {
    guard let lines = lines(of: row, among: plans) else { return }
    guard let mark = row.mark else { return placeByPosition(row, lines) }
    let metres =
      switch mark {
      case .metres(let metres): metres
      case .number(let number): number * scale
      }
    guard let line = line(of: row, at: metres, among: lines) else { return }
    let length = chainage.lengths[line]
    // The end is written with the digits that a list has room for.
    guard metres <= length + 1 else {
      return setAside(
        row,
        "\(grouped(metres / 1000, decimals: 3)) km is beyond the end of the line, "
          + "\(grouped(length / 1000, decimals: 3)) km")
    }
    let position = plan.geometry.position(at: metres, ofRow: line, chainage)
    if let given = row.position { offsets.append(LengthMeasure.geodesic.distance(given, position)) }
    add(row, at: min(metres, length), position, to: line)
  }

  /// The line that a chainage is on: the only one, or the one on which it is nearest to the place.
  private mutating func line(
    of row: StructureRow, at metres: Double, among lines: [Int]
  ) -> Int? {
    if lines.count == 1 { return lines[0] }
    guard let given = row.position else {
      setAside(row, "the plan has several lines: name one in a column 'line'")
      return nil
    }
    let distances = lines.map { line in
      LengthMeasure.geodesic.distance(
        given, plan.geometry.position(at: metres, ofRow: line, chainage))
    }
    return zip(distances, lines).min { $0 < $1 }?.1
  }

  private mutating func placeByPosition(_ row: StructureRow, _ lines: [Int]) {
    guard let position = row.position else { return }
    let site = PassageSites([position], tolerance: distance)
    var isOnLine = false
    for line in lines {
      guard let place = site.places(on: line, of: plan.geometry)?.places.first else { continue }
      add(row, at: place.chainage, position, to: line)
      isOnLine = true
    }
    if !isOnLine { farAway.append(row.id) }
  }

  private mutating func add(
    _ row: StructureRow, at metres: Double, _ position: Position, to line: Int
  ) {
    placed[line].append(
      PlannedStructure(id: row.id, PassageOnLine(row.design, at: metres), position: position))
  }

  private mutating func setAside(_ row: StructureRow, _ reason: String) {
    notes.append("structure \(row.id) was set aside: \(reason)")
  }

  private mutating func summarise() {
    if !farAway.isEmpty {
      notes.append(
        "structures farther than \(grouped(distance, decimals: 0)) m from every line: "
          + farAway.joined(separator: ", "))
    }
    let sorted = offsets.sorted()
    if let greatest = sorted.last, greatest > distance {
      notes.append(
        "chainage and place of structures differ by \(grouped(sorted[sorted.count / 2], decimals: 0))"
          + " m in the median and \(grouped(greatest, decimals: 0)) m at most; chainage counts")
    }
    var faults: [String: Int] = [:]
    for structure in placed.joined() {
      if let fault = structure.passage.design.fault { faults[fault, default: 0] += 1 }
    }
    notes += faults.sorted { $0.key < $1.key }.map { "structures that count nothing, \($0): \($1)" }
  }
}
