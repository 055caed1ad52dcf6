/// A state where a species lives, may live or lived.
public struct RangeState: Sendable, Hashable {
  /// What is known of the species there.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    /// It lives there.
    case present
    /// It lives there again, or is being brought back.
    case reintroduced
    /// Single records, no known population.
    case records
    /// Reported, not confirmed.
    case reported
    /// It may live there.
    case uncertain
    /// Single animals stray there.
    case vagrant
    /// It lived there once.
    case historic
  }

  /// What the entry rests on.
  public enum Evidence: String, Sendable, Hashable, CaseIterable {
    /// The work programme names the species for a region (PTCR) that this state shares.
    case workProgramme = "work programme"
    /// Published elsewhere: the count of wild ass populations by state, CMS news, January 2023.
    case literature
    /// General knowledge, not verified.
    case recalled
  }

  /// The code of the state with two letters.
  public let country: String
  /// What is known of the species there.
  public let status: Status
  /// What the entry rests on.
  public let evidence: Evidence
}
