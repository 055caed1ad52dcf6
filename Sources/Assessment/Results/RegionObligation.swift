public import Landscape

/// What the work programme of CAMI asks for in a region that a plan meets.
public struct RegionObligation: Sendable, Hashable {
  /// The name of the region in the atlas.
  public let name: String
  /// The Priority Transboundary Conservation Region (PTCR) of that name; nil for any other region.
  public let region: Region?
  /// Whether the plan only comes within the effect distance of it.
  public let isNear: Bool
  /// The species of the assessment whose ranges the plan meets, and that the work programme names for the
  /// region, by their ids.
  public let targetSpecies: [String]
  /// The other species whose ranges the plan meets in the region.
  public let otherSpecies: [String]
  /// Species that the work programme names for the region and for which the atlas has no range.
  public let speciesWithoutRange: [String]

  /// The activities that apply, those of the region first.
  public var activities: [Activity] { region?.activities ?? Activity.all.filter(\.isCrossCutting) }
  /// The other instruments of CMS that the work programme names for the region.
  public var instruments: [String] { region?.instruments ?? [] }
}
