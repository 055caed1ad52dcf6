/// A species that a name stands for, and how it was recognised.
public struct SpeciesMatch: Sendable, Hashable {
  /// What the name turned out to be.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The id of the species in Kulan.
    case id
    /// The scientific name that CMS uses.
    case cmsName = "name used by CMS"
    /// The scientific name of today.
    case currentName = "current name"
    /// Another scientific name that was or is in use.
    case synonym
    /// A common name.
    case commonName = "common name"
    /// A subspecies of it.
    case subspecies
    /// A species of a genus that CMS lists as a whole.
    case genus
  }

  /// The species.
  public let species: Species
  /// How it was recognised.
  public let kind: Kind
}
