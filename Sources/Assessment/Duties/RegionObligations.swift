public import Landscape

/// Finds what the work programme asks for in the regions that a plan meets.
///
/// In a region of the work programme (PTCR) its own activities apply and the cross-cutting ones, in any
/// other region the cross-cutting ones. A region within the effect distance counts, marked as near.
struct RegionObligations {
  /// What applies, region by region, in the order of the contacts.
  let all: [RegionObligation]

  /// - Parameters:
  ///   - contacts: The areas that the plan meets.
  ///   - species: The ids of the species of which the atlas has a range.
  init(_ contacts: [CrossedArea], species: [String]) {
    let ranges = contacts.filter { $0.kind == .range && $0.isMet }
    all = contacts.filter { $0.kind == .region || $0.kind == .further }.map { area in
      let region = Self.region(of: area)
      let targets = region?.speciesIDs ?? []
      let here = ranges.filter { area.shares(with: $0) { $0 != .near } }.map(\.name)
      return RegionObligation(
        name: area.name, region: region, isNear: !area.isMet,
        targetSpecies: ranges.map(\.name).filter(targets.contains),
        otherSpecies: here.filter { !targets.contains($0) },
        speciesWithoutRange: targets.filter { !species.contains($0) })
    }
  }

  /// The PTCR that an area is by its name. The number of a protected area is no number of a PTCR.
  private static func region(of area: CrossedArea) -> Region? {
    area.kind == .further && Int(area.name) != nil ? nil : Region.matching(area.name)
  }
}

extension Alternative {
  /// All activities of the work programme that apply, each once: those of regions first, then the
  /// cross-cutting ones.
  ///
  /// The cross-cutting ones apply wherever the plan meets a range or a region; a plan that meets neither
  /// has none.
  public var activities: [Activity] {
    let found = Set(obligations.flatMap(\.activities))
    let isConcerned = !obligations.isEmpty || !metSpecies.isEmpty
    return Activity.all.filter { !$0.isCrossCutting && found.contains($0) }
      + (isConcerned ? Activity.all.filter(\.isCrossCutting) : [])
  }
}
