/// A species of the Central Asian Mammals Initiative.
public struct Species: Sendable, Hashable, Identifiable {
  /// A list of species that CAMI has worked with.
  public enum List: Sendable, Hashable {
    /// Table 1 of the work programme 2026–2032: 17 species.
    case workProgramme2026
    /// The programme of work 2014–2020 alone: three more species, optional here.
    case programmeOfWork2014
  }

  /// The word that stands for it everywhere in Kulan, for instance `snow_leopard`.
  public let id: String
  /// The common name, other ones in parentheses.
  public let commonName: String
  /// The scientific name that CMS uses, after Mammal Species of the World, 3rd edition.
  public let scientificName: String
  /// The scientific name of today with remarks on where it comes from.
  public let currentName: String
  /// The appendices of CMS, as the work programme prints them.
  public let appendix: String
  /// The list that it stands on.
  public let list: List
  /// How it moves, in words.
  public let movement: String
  /// Remarks, discrepancies among them.
  public let notes: String
  /// The states where it lives, may live or lived.
  public let rangeStates: [RangeState]

  /// The scientific names of today alone: one, or several where it was split.
  public var currentNames: [String] {
    currentName.prefix { $0 != "(" }.split(separator: " and ").map { name in
      name.split(separator: " ").joined(separator: " ")
    }
  }
}
