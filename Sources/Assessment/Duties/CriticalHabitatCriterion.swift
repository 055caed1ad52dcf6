/// A criterion for critical habitat of IFC Performance Standard 6 (PS6), and what the data at hand can
/// say of it.
public enum CriticalHabitatCriterion: Int, Sendable, Hashable, CaseIterable {
  /// Critically endangered and endangered species.
  case threatenedSpecies = 1
  /// Endemic species and those of a restricted range.
  case restrictedRange
  /// Migratory and congregatory species.
  case migratorySpecies
  /// Threatened or unique ecosystems.
  case threatenedEcosystems
  /// Key evolutionary processes.
  case evolutionaryProcesses

  /// Where the thresholds come from.
  public static let source =
    "IFC Performance Standard 6 and Guidance Note 6 (2012, updated 27 June 2019). Thresholds are "
    + "recalled and were not checked against the text; the ecologically appropriate area of analysis "
    + "is for the reviewer to define."

  /// What PS6 asks for in critical habitat, from memory as well.
  public static let requirements =
    "In critical habitat PS6 asks (recalled) for: no viable alternative outside of it; no measurable "
    + "adverse impact on its values; no net reduction of critically endangered and endangered "
    + "populations; robust long-term monitoring; net gains through a biodiversity action plan. In "
    + "natural habitat: no net loss where feasible."

  /// The greatest area of a restricted range, in km².
  static let restrictedArea = 50_000.0

  /// The share of the world population from which the criterion is met, in percent; nil for criteria of no
  /// species. Numbers of reproductive units are asked for as well by 1 and 2.
  var leastShare: Double? {
    switch self {
    case .threatenedSpecies: 0.5
    case .restrictedRange: 10
    case .migratorySpecies: 1
    case .threatenedEcosystems, .evolutionaryProcesses: nil
    }
  }

  /// The name of the criterion.
  public var title: String {
    switch self {
    case .threatenedSpecies: "critically endangered and endangered species"
    case .restrictedRange: "endemic species and restricted ranges"
    case .migratorySpecies: "migratory and congregatory species"
    case .threatenedEcosystems: "threatened ecosystems"
    case .evolutionaryProcesses: "evolutionary processes"
    }
  }

  /// The threshold, as recalled.
  public var threshold: String {
    switch self {
    case .threatenedSpecies:
      "(a) at least 0.5 % of the world population and 5 reproductive units of a CR or EN species; (b) "
        + "concentrations of a VU species whose loss would lead to uplisting and then meet (a); (c) where "
        + "appropriate, nationally or regionally important concentrations of EN or CR species"
    case .restrictedRange:
      "a range of at most 50,000 km² with at least 10 % of the world population and 10 reproductive units"
    case .migratorySpecies:
      "(a) at least 1 % of the world population, cyclically or regularly, at any stage of life; (b) at "
        + "least 10 % during environmental stress"
    case .threatenedEcosystems: "at least 5 % of the world extent of a CR or EN type of ecosystem"
    case .evolutionaryProcesses: "case by case"
    }
  }
}
