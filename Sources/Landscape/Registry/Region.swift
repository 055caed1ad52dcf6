internal import Formats

/// A Priority Transboundary Conservation Region (PTCR) of the CAMI work programme 2026–2032.
///
/// The work programme shows their boundaries as figures only, so there are none here: they come
/// from the user.
public struct Region: Sendable, Hashable, Identifiable {
  /// The number in the list of the work programme, 1...13.
  public let number: Int
  /// The name in the work programme.
  public let name: String
  /// The states that share it.
  public let countries: [Country]
  /// The ids of its target species.
  public let speciesIDs: [String]
  /// The numbers of its activities, those of the region first, then the cross-cutting ones.
  public let activityNumbers: [String]
  /// The other instruments of CMS that apply to it.
  public let instruments: [String]

  /// The number.
  public var id: Int { number }

  /// Its target species.
  public var species: [Species] {
    speciesIDs.compactMap { SpeciesRegistry.bundled.species(id: $0) }
  }

  /// Its activities, those of the region first, then the cross-cutting ones.
  public var activities: [Activity] { activityNumbers.compactMap(Activity.numbered) }

  /// The 13 regions, in the order of their numbers.
  public static let all: [Region] = BundledResource.registry(named: "ptcr.csv") { row in
    guard let number = try row.integer("number") else {
      throw FormatError(.badData, "a region without number", help: "give it one")
    }
    return Region(
      number: number, name: try row.text("name"),
      countries: try row.list("countries").compactMap(Country.named),
      speciesIDs: try row.list("species"), activityNumbers: try row.list("activities"),
      instruments: try row.list("instruments"))
  }

  private static let byKey = Dictionary(uniqueKeysWithValues: all.map { (searchKey($0.name), $0) })

  /// Returns the region with a number or a name; case, spaces and punctuation do not count.
  ///
  /// Both may stand together, with or without the word PTCR before them: `PTCR 2`,
  /// `PTCR-2: Northern and Eastern Ustyurt`. A number and a name of two regions match none; a number
  /// before words that are no region's name counts only behind the word PTCR.
  public static func matching(_ numberOrName: String) -> Region? {
    let key = searchKey(numberOrName)
    if let region = byKey[key] { return region }
    let isNamedPTCR = key.hasPrefix("ptcr")
    let words = (isNamedPTCR ? key.dropFirst(4) : key[...]).split(separator: " ", maxSplits: 1)
    guard let first = words.first else { return nil }
    guard let number = Int(first) else { return byKey[words.joined(separator: " ")] }
    let numbered = all.first { $0.number == number }
    guard words.count > 1 else { return numbered }
    guard let named = byKey[String(words[1])] else { return isNamedPTCR ? numbered : nil }
    return named.number == number ? named : nil
  }
}
