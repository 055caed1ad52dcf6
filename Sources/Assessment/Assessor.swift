internal import Atlas
internal import Connectivity
internal import Formats
internal import Geometry
internal import Landscape
internal import Overlay
internal import Permeability

/// Puts an assessment together, range by range.
struct Assessor {
  var alternatives: [Alternative]
  let atlas: LoadedAtlas
  let settings: AssessmentSettings
  private var ranges: [PlanRange] = []
  /// The lines of today that matter most in every range, by their ids.
  private var importantLines: [String: [String]] = [:]

  /// Finds what the alternatives meet.
  init(
    _ plans: [Plan], _ atlas: LoadedAtlas, _ settings: AssessmentSettings, jobs: Int
  ) async throws {
    (self.atlas, self.settings) = (atlas, settings)
    alternatives = plans.map(Alternative.init)
    let data = atlas.plan.data
    let areas = try await AreaContacts(
      atlas.areas + settings.areas.map { NamedArea(.further, $0.name, $0.polygons) }, jobs: jobs)
    let barriers = BarrierContacts(data.ground.list, data.ground.network, data.ground.lines)
    let today = data.scenarios[atlas.today]
    for number in plans.indices {
      alternatives[number].contacts = PlanContacts(
        areas: try await areas.contacts(
          of: plans[number], zone: settings.effectDistance ?? atlas.effectDistance, jobs: jobs),
        lines: try await barriers.contacts(
          of: plans[number], bundleDistance: atlas.plan.model.bundleDistance, jobs: jobs
        ) { row in
          data.ground.list.designs[row].status == .planned
            || today.design(of: row, in: data.ground.list.designs) != nil
        })
    }
  }

  /// Where the lines of an alternative run through an area or along its boundary, line by line; empty where
  /// it does not meet it.
  private func stretches(
    of alternative: Int, in area: UnitAreas.Area
  ) -> [[ClosedRange<Double>]] {
    let kind: CrossedArea.Kind = area.subject.species == nil ? .region : .range
    let alternative = alternatives[alternative]
    let met = alternative.contacts.areas.first { $0.kind == kind && $0.name == area.name }
    guard let met, met.insideLength + met.boundaryLength > 0 else { return [] }
    return alternative.plan.lines.indices.map { line in
      met.stretches.filter { $0.line == line && $0.place != .near && $0.to > $0.from }
        .map { $0.from...$0.to }.joined
    }
  }

  private func touched(where isWanted: (UnitAreas.Area) -> Bool) -> [UnitAreas.Area] {
    atlas.plan.rows.areas.filter { area in
      isWanted(area) && alternatives.indices.contains { !stretches(of: $0, in: area).isEmpty }
    }
  }

  /// The ranges that any alternative meets.
  var touchedRanges: [UnitAreas.Area] { touched { $0.subject.species != nil } }

  /// Assesses all alternatives in one range.
  mutating func assess(_ area: UnitAreas.Area, jobs: Int) async throws {
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
    for alternative in alternatives.indices {
      let inside = stretches(of: alternative, in: area)
      if inside.isEmpty { continue }
      let effects = try await range.effects(
        of: alternative, from: known.today,
        known.lines.isEmpty ? nil : known.lines.map(\.gain), jobs: jobs)
      alternatives[alternative].effects += effects
      alternatives[alternative].inAtlas.formUnion(barriers.own(of: alternative))
      score(alternative, in: range, inside)
      if let routes {
        alternatives[alternative].routes += range.effects(
          on: routes, named: settings.routes.names, of: alternative)
      }
      guard let effect = effects.first(where: { $0.region == nil }) else { continue }
      if settings.isCumulative {
        alternatives[alternative].cumulative.append(
          try await range.cumulative(of: alternative, effect, jobs: jobs))
      }
      if settings.triesVariants {
        try await tryVariants(of: alternative, effect, in: range, jobs: jobs)
      }
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
    of alternative: Int, _ effect: RangeEffect, in range: PlanRange, jobs: Int
  ) async throws {
    let lines = alternatives[alternative].plan.lines
    let changed = DesignVariant.Kind.allCases.map { kind in
      lines.enumerated().reduce(into: PlanRange.Rebuilt()) {
        $0[$1.offset] = kind.applied(to: $1.element)
      }
    }
    let kinds = changed.indices.filter { !changed[$0].isEmpty }
    let effects = try await range.effects(
      of: kinds.map { changed[$0] }, alternative, from: effect.after.connectedArea.central,
      jobs: jobs)
    for (index, effect) in zip(kinds, effects) {
      alternatives[alternative].add(effect, of: DesignVariant.Kind.allCases[index])
    }
  }

  /// Looks for the passages that would open the ranges best.
  mutating func findMitigation(jobs: Int) async throws {
    guard settings.mitigation.count > 0 else { return }
    for alternative in alternatives.indices {
      let plan = alternatives[alternative].plan
      alternatives[alternative].mitigation = try await passages(alternative, jobs: jobs) {
        $0.places(along: alternative, of: plan, settings.mitigation)
      }
      let count = settings.mitigation.existingLines
      if count == 0 { continue }
      alternatives[alternative].restoration = try await passages(alternative, jobs: jobs) {
        $0.places(beside: alternative, among: importantLines[$0.species] ?? [], count: count)
      }
    }
  }

  /// The best passages at some places of every range.
  private func passages(
    _ alternative: Int, jobs: Int, at places: (PlanRange) -> [PassageSearch.Place]
  ) async throws -> [MitigationStep] {
    let effects = alternatives[alternative].effects.filter { $0.region == nil }
    let touched = ranges.compactMap { range in
      effects.first { $0.species == range.species }.map { effect in
        (
          range: range, today: effect.before.connectedArea.central,
          with: effect.after.connectedArea.central, places: places(range)
        )
      }
    }
    var search = PassageSearch(touched, alternative: alternative, settings.mitigation)
    return try await search.steps(jobs: jobs)
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
