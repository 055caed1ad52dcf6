package import Formats
internal import Landscape

/// The model as a user wants it: for which species, with which numbers, and what is taken for granted
/// of all barriers.
package struct BarrierModel: Sendable {
  /// The ids of species.
  package let species: [String]
  package let scorer: Scorer
  package let overrides: Overrides
  /// What is taken for granted where a source does not say it.
  package let settings: DesignSettings
  /// What all fences are rebuilt to; nil to leave them as they are.
  package let rebuilt: DesignProfile?

  /// Puts a model together.
  ///
  /// - Throws: `badData` for overrides of a season that is none of the year.
  package init(
    species: [String], scorer: Scorer, overrides: Overrides = Overrides(),
    settings: DesignSettings, rebuilt: DesignProfile? = nil
  ) throws(FormatError) {
    (self.species, self.scorer, self.overrides) = (species, scorer, overrides)
    (self.settings, self.rebuilt) = (settings, rebuilt)
    let seasons = Self.seasons(of: scorer)
    if let stranger = overrides.seasons.subtracting(seasons).min() {
      throw FormatError(
        .badData, "the overrides name the season '\(stranger)', which is none of the year",
        help: "the seasons are \(seasons.joined(separator: ", "))")
    }
  }

  /// The barrier as it is to be scored.
  package func rebuilding(_ design: BarrierDesign) -> BarrierDesign {
    rebuilt?.rebuilding(design) ?? design
  }

  /// The seasons that a word asks for, the whole year among them.
  ///
  /// - Throws: `usage` for a word that is neither a season nor `each`.
  package func seasons(_ word: String, of option: String) throws(FormatError) -> [String] {
    let all = Self.seasons(of: scorer)
    if word == "each" { return all }
    if all.contains(word) { return [word] }
    throw FormatError(
      .usage, "\(option) cannot be '\(word)'",
      help: "write \(all.joined(separator: ", ")), or each for all of them")
  }

  private static func seasons(of scorer: Scorer) -> [String] {
    [Season.annual] + scorer.seasons.map(\.id)
  }

  /// Returns the ids of species by any of their names; all of the registry where none are named.
  ///
  /// - Throws: `usage` for a name that the registry does not know.
  package static func species(named names: [String]) throws(FormatError) -> [String] {
    let registry = SpeciesRegistry.bundled
    if names.isEmpty { return registry.species.map(\.id) }
    var ids: [String] = []
    for name in names {
      let id = try registry.species(named: name).id
      if !ids.contains(id) { ids.append(id) }
    }
    return ids
  }
}
