public import Formats

/// The species of CAMI, to be found under any name that data give them.
public struct SpeciesRegistry: Sendable {
  /// The species: 17 of the work programme in its order, then three of the older list.
  public let species: [Species]
  private var byID: [String: Int] = [:]
  private var byName: [String: (index: Int, kind: SpeciesMatch.Kind)] = [:]
  private var genera: [String: Int] = [:]
  private var spellings: [String] = []

  /// The registry that the binary carries with it.
  public static let bundled = SpeciesRegistry()

  private init() {
    let states = Dictionary(grouping: Self.rangeStates, by: \.speciesID)
    species = Self.readSpecies(states: states.mapValues { $0.map(\.state) })
    for (index, one) in species.enumerated() {
      byID[one.id] = index
      add(one.id, index, .id)
      add(one.scientificName, index, .cmsName)
      for name in one.currentNames { add(name, index, .currentName) }
      for name in Self.commonNames(in: one.commonName) { add(name, index, .commonName) }
      if let genus = Self.wholeGenus(one.scientificName) { genera[genus] = index }
    }
    for name in Self.otherNames {
      guard let index = byID[name.speciesID] else { continue }
      add(name.name, index, name.kind)
    }
  }

  /// Returns the species with an id.
  public func species(id: String) -> Species? { byID[id].map { species[$0] } }

  /// Returns the species that a name stands for, or nil.
  ///
  /// Ids, the names that CMS uses, the names of today, other scientific names and common names
  /// match; case, underscores, punctuation, the author and year of a name do not count. Failing
  /// that, a name of three words is taken as a subspecies of its first two, and any species of a
  /// genus that CMS lists as a whole (`Saiga spp.`) as that. A wider taxon never matches:
  /// `Panthera pardus` may be any leopard.
  public func match(_ name: String) -> SpeciesMatch? {
    let words = Self.words(of: Self.withoutAuthor(name))
    for candidate in [Self.words(of: name), words] {
      if let found = byName[candidate.joined(separator: " ")] {
        return SpeciesMatch(species: species[found.index], kind: found.kind)
      }
    }
    guard words.count >= 2 else { return nil }
    if words.count == 3, !Self.domestic.contains(words[2]),
      let (index, kind) = byName[words[0] + " " + words[1]], kind.isScientific
    {
      return SpeciesMatch(species: species[index], kind: .subspecies)
    }
    return genera[words[0]].map { SpeciesMatch(species: species[$0], kind: .genus) }
  }

  /// Returns the species that a user named.
  ///
  /// - Throws: `usage`, naming the one that is spelt most alike.
  public func species(named name: String) throws(FormatError) -> Species {
    if let match = match(name) { return match.species }
    let near = suggestion(for: name).map { "did you mean \($0)? " } ?? ""
    throw FormatError(
      .usage, "no species of CAMI has the name '\(name)'",
      help: near + "`kulan registry species` lists them")
  }

  /// Returns the known name that is spelt most alike, for a name that does not match.
  public func suggestion(for name: String) -> String? {
    nearest(to: Self.words(of: Self.withoutAuthor(name)).joined(separator: " "), in: spellings)
  }

  private mutating func add(_ name: String, _ index: Int, _ kind: SpeciesMatch.Kind) {
    spellings.append(name)
    let key = Self.words(of: name).joined(separator: " ")
    // The first meaning stays: ids before scientific names before common names.
    if byName[key] == nil { byName[key] = (index, kind) }
  }
}

extension SpeciesMatch.Kind {
  /// Whether a subspecies can be named after it.
  fileprivate var isScientific: Bool { [.cmsName, .currentName, .synonym].contains(self) }
}

// MARK: - Names

extension SpeciesRegistry {
  /// Epithets of the domestic forms, which the wild species must not be taken for.
  private static let domestic: Set<String> = ["caballus", "domestica", "domesticus"]

  /// Words between the parts of a scientific name that say nothing.
  private static let ranks: Set<String> = ["ssp", "subsp", "spp", "sp", "cf", "aff", "x"]

  /// Returns the words of a name as the registry compares them.
  private static func words(of name: String) -> [String] {
    let words = searchKey(name).split(separator: " ").map(String.init)
    let telling = words.filter { !ranks.contains($0) }
    return telling.count == 1 && words.count > 1 ? [words[0], "spp"] : telling
  }

  /// Returns a name without `Linnaeus, 1758` at its end: words from the third on that begin with a
  /// capital letter behind a species in lower case, and everything from a year on.
  private static func withoutAuthor(_ name: String) -> String {
    let words = name.split { $0 == " " || $0 == "_" }
    guard words.count > 2, words[1].first?.isLowercase == true else { return name }
    let end = words.indices.dropFirst(2).first { index in
      words[index].first?.isUppercase == true || words[index].first?.isNumber == true
        || words[index] == "&" || words[index] == "et"
    }
    guard let end, words[0].first?.isUppercase == true else { return name }
    return words[..<end].joined(separator: " ")
  }

  /// Returns the genus of a name such as `Saiga spp.`
  private static func wholeGenus(_ name: String) -> String? {
    let words = words(of: name)
    return words.count == 2 && words[1] == "spp" ? words[0] : nil
  }

  /// Returns the names in `Asiatic wild ass (kulan, khulan, onager)`.
  private static func commonNames(in text: String) -> [String] {
    text.split { "(),".contains($0) }
      .map { $0.split(separator: " ").joined(separator: " ") }
      .filter { !$0.isEmpty }
  }
}

// MARK: - Bundled tables

extension SpeciesRegistry {
  private static let rangeStates = BundledResource.registry(named: "range-states.csv") { row in
    (
      speciesID: try row.text("species_id"),
      state: RangeState(
        country: try row.text("country"),
        status: try row.word("status", of: RangeState.Status.self),
        evidence: try row.word("evidence", of: RangeState.Evidence.self))
    )
  }

  private static let otherNames = BundledResource.registry(named: "species-names.csv") { row in
    let kind: SpeciesMatch.Kind =
      try row.text("kind") == "scientific" ? .synonym : .commonName
    return (speciesID: try row.text("species_id"), name: try row.text("name"), kind: kind)
  }

  private static func readSpecies(states: [String: [RangeState]]) -> [Species] {
    BundledResource.registry(named: "species.csv") { row in
      let id = try row.text("species_id")
      return Species(
        id: id, commonName: try row.text("common_name"),
        scientificName: try row.text("scientific_name_msw3_cms"),
        currentName: try row.text("current_name"), appendix: try row.text("cms_appendix"),
        list: try row.integer("no") == nil ? .programmeOfWork2014 : .workProgramme2026,
        movement: try row.text("movement_type"), notes: try row.text("notes"),
        rangeStates: states[id] ?? [])
    }
  }
}
