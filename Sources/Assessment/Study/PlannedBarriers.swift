internal import Atlas
internal import Connectivity
internal import Formats
internal import Geometry
internal import Landscape
internal import Overlay
internal import Permeability

/// The barriers of one range with the lines of all alternatives behind them.
struct PlannedBarriers: Sendable {
  /// One line of an alternative among the barriers.
  struct Line: Sendable {
    /// Its row.
    let row: Int
    /// Where its chainage begins there, in metres: above 0 where its start was carried on to a line that
    /// it nearly meets.
    let shift: Double
  }

  let list: BarrierList
  let network: BarrierNetwork
  let lines: BarrierLines
  let passages: [Int: BarrierPassages.Own]
  /// Which barriers are there today.
  let isExisting: [Bool]
  /// The rows of everything that the atlas has as planned, line by line, with what readers call it.
  private let planned: [(label: String, rows: Set<Int>)]
  /// The lines of every alternative.
  let plans: [[Line]]

  /// Collects what lies in a range.
  ///
  /// - Parameters:
  ///   - area: The range.
  ///   - atlas: What is known of it.
  ///   - scenario: The number of the scenario that is today.
  ///   - alternatives: The plans.
  ///   - jobs: The greatest number of steps in work at once.
  /// - Throws: `CancellationError`.
  init(
    in area: UnitAreas.Area, of atlas: AtlasPlan, today scenario: Int, _ alternatives: [Plan],
    jobs: Int
  ) async throws {
    let (ground, today) = (atlas.data.ground, atlas.data.scenarios[scenario])
    let designs = ground.list.designs
    let rows = ground.withNeighbours(area.rows) {
      today.design(of: $0, in: designs) != nil || designs[$0].status == .planned
    }
    var list = ground.list.subset(rows) { today.design(of: $0, in: designs) ?? designs[$0] }
    isExisting = rows.map { today.design(of: $0, in: designs) != nil }
    var column = LineColumn()
    for row in rows { column.append(row, of: ground.network.lines) }
    for plan in alternatives {
      let geometry = GeometryColumn(plan.geometry)
      for (row, line) in plan.lines.enumerated() {
        list.add("\(plan.name)/\(line.id)", line.design, name: line.name, row, of: geometry)
        column.append(row, of: plan.geometry)
      }
    }
    if let tolerance = atlas.configuration.ranges.bridgedGaps {
      column =
        GapBridges(column, families: list.designs.map(\.barrierClass.family), tolerance: tolerance)
        .lines
    }
    self.list = list
    plans = Self.places(of: alternatives, behind: rows.count, in: column)
    let bundles = Bundles(
      of: column, families: list.designs.map(\.barrierClass),
      rule: BundleRule(distance: atlas.model.bundleDistance))
    network = try await BarrierNetwork(column, bundles: bundles, jobs: jobs)
    lines = ground.lines.subset(rows).adding(Self.lines(of: alternatives, plans))
    passages = Self.passages(alternatives, plans, column).merging(
      rows.enumerated().compactMap { number, row in ground.passages[row].map { (number, $0) } }
    ) { own, _ in own }
    let isPlanned = isExisting.map { !$0 }
    planned = lines.lines.compactMap { line in
      let rows = line.rows.filter { $0 < isPlanned.count && isPlanned[$0] }
      return rows.isEmpty ? nil : (line.label, Set(rows))
    }
  }

  /// Where the lines of all alternatives stand, and by how much their starts were carried on.
  private static func places(
    of alternatives: [Plan], behind count: Int, in column: LineColumn
  ) -> [[Line]] {
    var next = count
    return alternatives.map { plan in
      plan.lines.indices.map { number in
        defer { next += 1 }
        let start = plan.geometry.paths.positions(
          of: plan.geometry.pathIndices(of: number).lowerBound
        )
        .first
        let shifted = column.chainage(ofEarly: start, inRow: next)
        return Line(row: next, shift: shifted)
      }
    }
  }

  private static func lines(
    of alternatives: [Plan], _ plans: [[Line]]
  ) -> [(label: String, family: BarrierFamily, rows: [Int], length: Double)] {
    zip(alternatives, plans).map { plan, lines in
      (
        plan.name, plan.lines.first?.design.barrierClass.family ?? .railway, lines.map(\.row),
        plan.length
      )
    }
  }

  private static func passages(
    _ alternatives: [Plan], _ plans: [[Line]], _ column: LineColumn
  ) -> [Int: BarrierPassages.Own] {
    var found: [Int: BarrierPassages.Own] = [:]
    for (plan, lines) in zip(alternatives, plans) {
      for (line, place) in zip(plan.lines, lines) where !line.structures.isEmpty {
        found[place.row] = BarrierPassages.Own(
          passages: line.passages.map { PassageOnLine($0.design, at: $0.chainage + place.shift) },
          length: column.geodesicLength(ofRow: place.row))
      }
    }
    return found
  }

  /// The scenario of today.
  var today: RangeScenario { scenario("today") { _ in false } }

  /// Today with an alternative, and with all else that is planned where asked for.
  func scenario(with alternative: Int, andOthers: Bool = false) -> RangeScenario {
    let own = Set(plans[alternative].map(\.row))
    let more = andOthers ? Set(others(than: alternative).flatMap(\.rows)) : []
    return scenario("with the plan") { own.contains($0) || more.contains($0) }
  }

  /// What else is planned, line by line: all that the atlas has as planned but the plan itself.
  func others(than alternative: Int) -> [(label: String, rows: Set<Int>)] {
    planned.filter { !isSame($0.rows, as: alternative) }
  }

  /// What readers call the lines of the atlas that are the plan itself.
  func own(of alternative: Int) -> [String] {
    planned.filter { isSame($0.rows, as: alternative) }.map(\.label)
  }

  /// Whether a plan runs beside a planned line of its kind for more than half of that one: then the atlas
  /// has the plan already.
  private func isSame(_ rows: Set<Int>, as alternative: Int) -> Bool {
    let own = Set(plans[alternative].map(\.row))
    var (length, common) = (0.0, 0.0)
    for row in rows.sorted() {
      let family = list.designs[row].barrierClass.family
      let same = own.filter { list.designs[$0].barrierClass.family == family }
      length += network.lines.geodesicLength(ofRow: row)
      for stretch in network.bundles.stretches(of: row)
      where !same.isDisjoint(with: stretch.twins + stretch.companions) {
        common += stretch.length
      }
    }
    return common > length / 2
  }

  private func scenario(_ name: String, _ isAdded: (Int) -> Bool) -> RangeScenario {
    RangeScenario(
      name,
      isPresent: (0..<list.count).map { row in
        (row < isExisting.count && isExisting[row]) || isAdded(row)
      })
  }
}

extension LineColumn {
  /// How far along a row a position lies that is its first or second vertex, in metres.
  fileprivate func chainage(ofEarly position: Position?, inRow row: Int) -> Double {
    let path = pathIndices(of: row).lowerBound
    let vertices = paths.vertices(of: path)
    guard vertices.count > 1, let position, paths.position(at: vertices.lowerBound) != position
    else { return 0 }
    return LengthMeasure.geodesic.distance(paths.position(at: vertices.lowerBound), position)
  }
}
