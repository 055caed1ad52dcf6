internal import Landscape
internal import Permeability

/// A place where a plan meets a criterion that no plan may meet.
public struct GateFinding: Sendable, Hashable {
  /// The criterion.
  public let criterion: GateCriterion
  /// The name of the plan.
  public let plan: String
  /// The id of the species; nil for what is about none.
  public let species: String?
  /// The region or route; nil for the whole range.
  public let place: String?
  /// The value that meets the criterion.
  public let value: Double
}

extension Assessment {
  /// Returns where plans meet criteria, plan by plan, in the order of the criteria.
  public func findings(of criteria: [GateCriterion]) -> [GateFinding] {
    alternatives.flatMap { alternative in
      criteria.flatMap { criterion in
        alternative.values(of: criterion.measure, in: criterion.scope).filter {
          criterion.isBelow ? $0.value < criterion.limit : $0.value > criterion.limit
        }.map {
          GateFinding(
            criterion: criterion, plan: alternative.plan.name, species: $0.species,
            place: $0.place, value: $0.value)
        }
      }
    }
  }
}

extension Alternative {
  typealias PlacedValue = (species: String?, place: String?, value: Double)

  /// What a criterion looks at.
  func values(of measure: GateCriterion.Measure, in scope: GateCriterion.Scope) -> [PlacedValue] {
    switch measure {
    case .permeability: return leastPermeabilities(in: scope)
    case .route: return routes.map { ($0.species, $0.route, $0.after.central) }
    case .areaLoss: return values(in: scope) { $0.relativeLoss.central }
    case .movementLoss: return values(in: scope) { $0.movementLoss?.central }
    case .cutOff: return values(in: scope) { $0.cutOff }
    case .length:
      return areas(in: scope).map { area -> PlacedValue in
        let length = area.insideLength / 1000
        return area.kind == .range ? (area.name, nil, length) : (nil, area.name, length)
      }
    }
  }

  private func values(
    in scope: GateCriterion.Scope, _ value: (RangeEffect) -> Double?
  ) -> [PlacedValue] {
    effects(in: scope).compactMap { effect -> PlacedValue? in
      value(effect).map { (effect.species, effect.region, $0) }
    }
  }

  private func effects(in scope: GateCriterion.Scope) -> [RangeEffect] {
    effects.filter { effect in
      scope == .range ? effect.region == nil : effect.region.map { scope.covers($0) } ?? false
    }
  }

  private func areas(in scope: GateCriterion.Scope) -> [CrossedArea] {
    contacts.areas.filter { area in
      area.insideLength + area.boundaryLength > 0
        && (scope == .range ? area.kind == .range : area.kind == .region && scope.covers(area.name))
    }
  }

  /// The least permeability of every species in its range, or in the part of it in every region.
  private func leastPermeabilities(in scope: GateCriterion.Scope) -> [PlacedValue] {
    let ranges = contacts.areas.filter { $0.kind == .range }
    return profiles.keys.sorted().flatMap { species -> [PlacedValue] in
      guard let range = ranges.first(where: { $0.name == species }) else { return [] }
      let places: [CrossedArea?] = scope == .range ? [nil] : areas(in: scope)
      return places.compactMap { place in
        leastPermeability(of: species, in: [range] + (place.map { [$0] } ?? []))
          .map { (species, place?.name, $0) }
      }
    }
  }

  /// The least permeability where the plan lies in all of some areas; nil where that is nowhere.
  private func leastPermeability(of species: String, in areas: [CrossedArea]) -> Double? {
    var least: Double?
    for (line, parts) in (profiles[species] ?? []).enumerated() {
      for part in parts {
        let common = areas.reduce([part.stretch]) { stretches, area in
          stretches.flatMap { stretch in
            area.stretches.filter { $0.line == line && $0.place != .near }.compactMap {
              let (from, to) = (max($0.from, stretch.lowerBound), min($0.to, stretch.upperBound))
              return from < to ? from...to : nil
            }
          }
        }
        if !common.isEmpty { least = min(least ?? 1, part.permeability.central) }
      }
    }
    return least
  }
}

extension GateCriterion.Scope {
  /// Whether a region of the atlas belongs to the scope.
  fileprivate func covers(_ region: String) -> Bool {
    self == .region || Region.matching(region) != nil
  }
}
