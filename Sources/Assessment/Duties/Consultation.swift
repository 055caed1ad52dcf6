public import Landscape
internal import Permeability

/// Whom the work programme asks to consult before a plan that touches species of CAMI is permitted
/// (activity 3.6 b and the checklist for reviewers).
public struct Consultation: Sendable, Hashable {
  /// A state on the other side: it shares a region that the plan meets, or a species whose range it
  /// enters.
  public struct RangeState: Sendable, Hashable {
    /// The state.
    public let country: Country
    /// The species of which it is a range state and whose ranges the plan enters, by their ids.
    public let species: [String]
    /// The regions of the work programme (PTCRs) that it shares and that the plan meets.
    public let regions: [Region]
  }

  /// The species whose Species Focal Points are asked, by their ids; none where the plan enters no range.
  public let species: [String]
  /// The range states of CAMI that the plan lies in, by the layer of countries and the attribute
  /// `country` of its lines; empty where neither says it.
  public let ownCountries: [Country]
  /// The range states on the other side, in alphabetical order. Where the own countries are not known,
  /// they are among them.
  public let rangeStates: [RangeState]

  /// Whether the CMS Secretariat is to be consulted: wherever a range or a region is met.
  public let includesSecretariat: Bool

  /// Nobody.
  static let none = Consultation([], [], countries: [])

  /// Finds whom to consult.
  ///
  /// - Parameters:
  ///   - species: The ids of the species whose ranges the plan enters.
  ///   - obligations: The regions that it meets.
  ///   - countries: The range states that it lies in.
  init(_ species: [String], _ obligations: [RegionObligation], countries: [Country]) {
    (self.species, ownCountries) = (species, countries)
    includesSecretariat = !species.isEmpty || !obligations.isEmpty
    let regions = obligations.compactMap(\.region)
    let met = species.compactMap { SpeciesRegistry.bundled.species(id: $0) }
    rangeStates = Country.all.filter { !countries.contains($0) }.compactMap { country in
      let own = met.filter { one in
        one.rangeStates.contains { $0.country == country.alpha2 && $0.mayHavePopulation }
      }
      let shared = regions.filter { $0.countries.contains(country) }
      if own.isEmpty && shared.isEmpty { return nil }
      return RangeState(country: country, species: own.map(\.id), regions: shared)
    }
  }
}

extension Alternative {
  /// The names of the countries that the plan lies in: by the layer of countries, then by what its lines
  /// say where the layer does not have that country.
  var countryNames: [String] {
    let crossed = contacts.areas.filter { $0.kind == .country && $0.isMet }.map(\.name)
    let known = crossed.compactMap(Country.named)
    return plan.lines.compactMap(\.design.country).reduce(into: crossed) { names, code in
      let name = Country.named(code)?.name ?? code
      let isKnown = Country.named(code).map(known.contains) ?? false
      if !isKnown, !names.contains(name) { names.append(name) }
    }
  }

  /// The range states of CAMI among them.
  var countries: [Country] { countryNames.compactMap(Country.named) }
}
