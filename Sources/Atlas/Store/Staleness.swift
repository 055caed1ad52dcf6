/// Whether the result of a unit is stored, and if not, what changed.
package enum Staleness: Sendable, Equatable {
  /// The store has its result.
  case current
  /// No result of it is stored, whatever it was made from.
  case never
  /// Results are stored, but of something else: what differs from the nearest.
  case stale(Set<Cause>)

  /// What a result depends on.
  package enum Cause: String, Sendable, CaseIterable, Comparable {
    /// Barriers, ranges, regions or countries.
    case data
    /// The model or the settings.
    case parameters
    /// The program.
    case program

    package static func < (one: Cause, other: Cause) -> Bool {
      allCases.firstIndex(of: one) ?? 0 < allCases.firstIndex(of: other) ?? 0
    }
  }
}

extension UnitIdentity {
  /// What differs between two.
  package func causes(against other: UnitIdentity) -> Set<Staleness.Cause> {
    var causes: Set<Staleness.Cause> = []
    if data != other.data { causes.insert(.data) }
    if parameters != other.parameters { causes.insert(.parameters) }
    if program != other.program { causes.insert(.program) }
    return causes
  }
}

extension AtlasBuild {
  /// Says of every unit whether its result is stored, and if not, why.
  package func staleness() -> [(unit: WorkUnit, state: Staleness)] {
    let notes = Dictionary(grouping: store.notes(), by: \.slug)
    return plan.units.map { unit in
      if store.holds(unit) { return (unit, .current) }
      let causes = (notes[unit.slug] ?? []).map { unit.identity.causes(against: $0.identity) }
        .filter { !$0.isEmpty }
      let least = causes.min { one, other in
        one.count == other.count
          ? one.sorted().lexicographicallyPrecedes(other.sorted()) : one.count < other.count
      }
      return (unit, least.map(Staleness.stale) ?? .never)
    }
  }
}
