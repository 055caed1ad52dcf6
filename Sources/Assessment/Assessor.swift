internal import Atlas
internal import Connectivity
internal import Formats
internal import Geometry
internal import Landscape
internal import Overlay
internal import Permeability

/// Puts an assessment together, range by range.
struct Assessor {
  private(set) var alternatives: [Alternative]
  private let atlas: LoadedAtlas
  private let settings: AssessmentSettings
  /// Where every line of every alternative runs through every area, in metres along it; in the order of the
  /// areas of the atlas.
  private let stretches: [[[[ClosedRange<Double>]]]]
  private var ranges: [PlanRange] = []
  /// The lines of today that matter most in every range, by their ids.
  private var importantLines: [String: [String]] = [:]

  /// Finds which ranges and regions the alternatives meet.
  init(
    _ plans: [Plan], _ atlas: LoadedAtlas, _ settings: AssessmentSettings, jobs: Int
  ) async throws {
    alternatives = plans.map(Alternative.init)
    (self.atlas, self.settings) = (atlas, settings)
    var found: [[[[ClosedRange<Double>]]]] = []
    for plan in plans {
      found.append(
        try await Self.stretches(of: plan, in: atlas.plan.rows.areas.map(\.polygons), jobs: jobs))
    }
    stretches = found
  }

  /// Where the lines of a plan run through areas or along their boundaries: by area, then by line.
  private static func stretches(
    of plan: Plan, in areas: [PolygonColumn], jobs: Int
  ) async throws -> [[[ClosedRange<Double>]]] {
    var polygons = PolygonColumn()
    var groups: [Int] = []
    for (number, area) in areas.enumerated() {
      for row in 0..<area.count {
        polygons.append(partsOf: row, of: area)
        polygons.endRow()
        groups.append(number)
      }
    }
    let cuts = try await PolygonOverlay(polygons, measuredBy: .geodesic, jobs: jobs)
      .cut(plan.geometry, jobs: jobs)
    let mosaic = LineMosaic(
      cuts, of: plan.geometry, groups: groups, marks: [:], markGroup: areas.count)
    var found = areas.map { _ in plan.lines.map { _ in [ClosedRange<Double>]() } }
    for stretch in mosaic.stretches where stretch.to > stretch.from {
      for holder in stretch.holders where holder.group < areas.count {
        found[holder.group][stretch.line].append(stretch.from...stretch.to)
      }
    }
    return found.map { $0.map(\.joined) }
  }

  /// Whether any line of an alternative meets an area.
  private func isTouched(_ area: Int, by alternative: Int) -> Bool {
    stretches[alternative][area].contains { !$0.isEmpty }
  }

  private func touched(where isWanted: (UnitAreas.Area) -> Bool) -> [UnitAreas.Area] {
    atlas.plan.rows.areas.enumerated().filter { number, area in
      isWanted(area) && alternatives.indices.contains { isTouched(number, by: $0) }
    }.map(\.element)
  }

  /// The ranges that any alternative meets.
  var touchedRanges: [UnitAreas.Area] { touched { $0.subject.species != nil } }

  private func number(of area: UnitAreas.Area) -> Int? {
    atlas.plan.rows.areas.firstIndex { $0.subject == area.subject }
  }

  /// Assesses all alternatives in one range.
  mutating func assess(_ area: UnitAreas.Area, jobs: Int) async throws {
    guard let number = number(of: area) else { return }
    let barriers = try await PlannedBarriers(
      in: area, of: atlas.plan, today: atlas.today, alternatives.map(\.plan), jobs: jobs)
    let box = area.box
    let range = try await PlanRange(
      area, regions: touched { $0.subject.species == nil && $0.box.meets(box) }, barriers,
      of: atlas.plan, jobs: jobs)
    let known = try KnownRange(area.name, in: atlas)
    importantLines[area.name] = known.lines.map(\.id)
    let routes =
      settings.routes.names.isEmpty
      ? nil : try await range.obstacles(of: settings.routes.lines, jobs: jobs)
    for alternative in alternatives.indices where isTouched(number, by: alternative) {
      alternatives[alternative].effects += try await range.effects(
        of: alternative, from: known.today, known.lines.map(\.gain), jobs: jobs)
      score(alternative, in: range, stretches[alternative][number])
      if let routes {
        alternatives[alternative].routes += range.effects(
          on: routes, named: settings.routes.names, of: alternative)
      }
      if settings.isCumulative {
        alternatives[alternative].cumulative.append(
          try await range.cumulative(of: alternative, jobs: jobs))
      }
      if settings.triesVariants { try await tryVariants(of: alternative, in: range, jobs: jobs) }
    }
    ranges.append(range)
  }

  private mutating func score(
    _ alternative: Int, in range: PlanRange, _ inside: [[ClosedRange<Double>]]
  ) {
    let plan = alternatives[alternative].plan
    let seasons = [nil] + range.model.scorer.seasons.map(\.id)
    for (number, line) in plan.lines.enumerated() where !inside[number].isEmpty {
      alternatives[alternative].permeability += seasons.compactMap {
        range.permeability(of: line, number, in: inside[number], season: $0)
      }
    }
    alternatives[alternative].profiles[range.species] = plan.lines.map {
      range.profile(of: $0, season: range.season)
    }
    alternatives[alternative].bundles += range.bundles(of: alternative)
  }

  private mutating func tryVariants(
    of alternative: Int, in range: PlanRange, jobs: Int
  ) async throws {
    let lines = alternatives[alternative].plan.lines
    let changed = DesignVariant.Kind.allCases.map { kind in
      lines.enumerated().reduce(into: PlanRange.Rebuilt()) {
        $0[$1.offset] = kind.applied(to: $1.element)
      }
    }
    let kinds = changed.indices.filter { !changed[$0].isEmpty }
    let effects = try await range.effects(
      of: kinds.map { changed[$0] }, alternative, jobs: jobs)
    for (index, effect) in zip(kinds, effects) {
      alternatives[alternative].add(effect, of: DesignVariant.Kind.allCases[index])
    }
  }

  /// Looks for the passages that would open the ranges best.
  mutating func findMitigation(jobs: Int) async throws {
    guard settings.mitigation.count > 0 else { return }
    for alternative in alternatives.indices {
      let effects = alternatives[alternative].effects.filter { $0.region == nil }
      let touched = ranges.compactMap { range in
        effects.first { $0.species == range.species }.map { effect in
          (
            range: range, today: effect.before.connectedArea.central,
            with: effect.after.connectedArea.central, lines: importantLines[range.species] ?? []
          )
        }
      }
      var search = PassageSearch(
        touched, alternative: alternative, alternatives[alternative].plan, settings.mitigation)
      alternatives[alternative].mitigation = try await search.steps(jobs: jobs)
    }
  }
}

extension Alternative {
  /// Adds what a variant does to one more range.
  fileprivate mutating func add(_ effect: DesignVariant.Effect, of kind: DesignVariant.Kind) {
    if let index = variants.firstIndex(where: { $0.kind == kind }) {
      variants[index] = DesignVariant(kind: kind, effects: variants[index].effects + [effect])
    } else {
      variants.append(DesignVariant(kind: kind, effects: [effect]))
    }
  }
}

extension [ClosedRange<Double>] {
  /// Stretches in their order, those that touch each other as one.
  fileprivate var joined: [ClosedRange<Double>] {
    sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { joined, next in
      if let last = joined.last, next.lowerBound <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound...Swift.max(last.upperBound, next.upperBound)
      } else {
        joined.append(next)
      }
    }
  }
}
