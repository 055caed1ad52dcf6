/// A range state of the Central Asian Mammals Initiative.
public struct Country: Sendable, Hashable, Identifiable {
  /// The code of ISO 3166-1 with two letters.
  public let alpha2: String
  /// The code of ISO 3166-1 with three letters.
  public let alpha3: String
  /// The name as in the work programme, without forms of government.
  public let name: String
  /// Other names in English.
  public let otherNames: [String]
  /// Whether the state is a party to CMS, as the work programme 2026–2032 prints it.
  public let isParty: Bool

  /// The code with two letters.
  public var id: String { alpha2 }

  /// The 14 range states, in alphabetical order.
  public static let all: [Country] = BundledResource.registry(named: "countries.csv") { row in
    Country(
      alpha2: try row.text("alpha2"), alpha3: try row.text("alpha3"), name: try row.text("name"),
      otherNames: try row.list("other_names"), isParty: try row.text("cms_party") == "yes")
  }

  private static let byKey: [String: Country] = all.reduce(into: [:]) { table, country in
    for word in [country.alpha2, country.alpha3, country.name] + country.otherNames {
      table[searchKey(word)] = country
    }
  }

  /// Returns the range state with a code or name, whatever its case; nil for any other state.
  public static func named(_ codeOrName: String) -> Country? { byKey[searchKey(codeOrName)] }
}
