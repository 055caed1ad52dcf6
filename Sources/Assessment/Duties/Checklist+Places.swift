internal import Atlas
internal import Formats
internal import Landscape

extension Checklist {
  /// Which species are concerned: the ranges of the atlas and what is known of their layers.
  var species: Account {
    var account = Account()
    let met = alternative.metSpecies
    account.has(
      "\(counted(atlas.species.count, "range")) in the atlas; entered: "
        + (met.isEmpty ? "none" : names(ofSpecies: met)))
    for source in atlas.plan.data.sources where source.role == AtlasSourceRecord.ranges {
      note(source, &account)
    }
    account.note(
      settings.routes.names.isEmpty
        ? nil
        : counted(
          settings.routes.names.count, "migration route or track", "migration routes or tracks"),
      orLacks: "corridors, tracks or routes")
    noteMissingRanges(&account)
    for (text, lack) in populations(of: met) {
      account.note(text, orLacks: lack)
    }
    return account
  }

  /// Notes which codes of the Red List a layer was filtered by, and whether it says its date.
  private func note(_ source: AtlasSourceRecord, _ account: inout Account) {
    let profile = source.record?.profile
    if let profile, profile.mapped.contains(where: { $0.field == "presence" }) {
      let core = RangeFilter.core
      let codes = [
        ("presence", core.presence), ("origin", core.origin), ("seasonal", core.seasonal),
      ].map { name, codes in "\(name) \(codes.sorted().map(String.init).joined(separator: " "))" }
      let left = profile.excluded.reduce(0) { $0 + $1.count }
      account.has(
        "\(source.source.fileName): \(codes.joined(separator: ", ")) used, "
          + "\(counted(left, "feature")) left out")
    } else {
      account.lacks("presence, origin and season of the ranges of \(source.source.fileName)")
    }
    account.note(
      source.credit.flatMap { Self.saysYear($0) ? "\(source.source.fileName): \($0)" : nil },
      orLacks: "the date of the ranges of \(source.source.fileName)")
  }

  /// Whether a text holds a year of our time.
  static func saysYear(_ text: String) -> Bool {
    text.split { !$0.isNumber }.contains { word in
      word.count == 4 && Int(word).map((1900...2100).contains) == true
    }
  }

  /// Notes species of the work programme that live where the plan lies and of which there is no range.
  private func noteMissingRanges(_ account: inout Account) {
    let unknown = Species.ofWorkProgramme.filter { !atlas.species.contains($0.id) }
    let countries = alternative.countries
    if countries.isEmpty {
      if unknown.isEmpty { return }
      account.lacks(
        "ranges of \(counted(unknown.count, "species", "species")) of the work programme; the country is "
          + "not known, so that nobody can tell which of them live there")
      return
    }
    for country in countries {
      let living = unknown.filter { one in
        one.rangeStates.contains { $0.country == country.alpha2 && $0.mayHavePopulation }
      }
      if living.isEmpty { continue }
      account.lacks(
        "no range of species of \(country.name): \(names(ofSpecies: living.map(\.id)))")
    }
  }

  /// What was supplied of the populations of species, and what is missing without it.
  private func populations(of species: [String]) -> [(supplied: String?, missing: String)] {
    species.flatMap { id -> [(supplied: String?, missing: String)] in
      let (name, entry) = (names(ofSpecies: [id]), settings.redList[id])
      return [
        (
          entry.map { "\(name): category \($0.category.rawValue), assessed \($0.assessed)" },
          "\(name): Red List category"
        ),
        (
          entry?.populationShare.map { "\(name): \($0.shortText) % of the world population" },
          "\(name): population data"
        ),
      ]
    }
  }

  /// Which areas are concerned: regions, further areas, countries, and what applies in them.
  var areas: Account {
    var account = Account()
    note(.region, "regions", atlas.regions.isEmpty ? nil : atlas.regions.count, &account) {
      "no regions (PTCRs) in the atlas"
    }
    note(
      .further, "protected and other areas", settings.areas.isEmpty ? nil : settings.areas.count,
      &account
    ) {
      "protected areas, OECMs and KBAs"
    }
    let countries = atlas.plan.rows.countries.count
    note(.country, "countries", countries == 0 ? nil : countries, &account) {
      "no layer of countries"
    }
    let activities = alternative.activities
    if !activities.isEmpty {
      account.has(
        "\(counted(activities.count, "activity", "activities")) of the work programme apply")
    }
    return account
  }

  private func note(
    _ kind: CrossedArea.Kind, _ noun: String, _ count: Int?, _ account: inout Account,
    orLacks missing: () -> String
  ) {
    guard let count else { return account.lacks(missing()) }
    let found = alternative.contacts.areas.filter { $0.kind == kind }
    let words = found.map { $0.isMet ? $0.name : "\($0.name) (near)" }
    account.has(
      "\(noun): \(words.isEmpty ? "none" : words.joined(separator: ", ")) of \(grouped(count)) looked at"
    )
  }

  /// Who is asked.
  var consultation: Account {
    var account = Account()
    let bodies = alternative.consultation
    if bodies.includesSecretariat { account.has("to be consulted: the CMS Secretariat") }
    if !bodies.species.isEmpty {
      account.has("to be consulted: Species Focal Points of \(names(ofSpecies: bodies.species))")
    }
    if !bodies.rangeStates.isEmpty {
      let states = bodies.rangeStates.map(\.country.name).joined(separator: ", ")
      account.has("to be consulted: range states \(states)")
    }
    if bodies.ownCountries.isEmpty { account.lacks("the country that the plan lies in") }
    return account
  }
}

extension AtlasSourceRecord {
  /// The role of sources of ranges.
  fileprivate static let ranges = "ranges"
}
