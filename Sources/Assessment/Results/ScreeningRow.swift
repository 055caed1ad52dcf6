/// One criterion of the critical-habitat screening of IFC Performance Standard 6, for one species or for
/// the plan as a whole.
///
/// It screens and never decides: the wording is "potentially triggers; needs population data".
public struct ScreeningRow: Sendable, Hashable {
  /// What the data at hand say.
  public enum Outcome: String, Sendable, Hashable, CaseIterable {
    /// Potentially triggers; needs population data.
    case potential = "potentially triggers; needs population data"
    /// Nothing at hand points to it.
    case nothingFound = "nothing at hand points to it; needs population data"
    /// The data at hand cannot say.
    case notScreened = "not screened: no data"
  }

  /// The number of the criterion, 1…5.
  public let criterion: Int
  /// The id of the species; nil for criteria that are about none.
  public let species: String?
  /// What the data at hand say.
  public let outcome: Outcome
  /// What it rests on, in words with numbers.
  public let basis: String
}
