package import Formats

/// A part of the year and how much of the encounters with barriers fall into it.
public struct Season: Sendable, Hashable {
  /// The word that stands for it.
  public let id: String
  /// The share of the year's encounters, before winter exposure is allowed for.
  public let weight: Double
  /// Whether snow lies: fences are lower over drifts, and traffic is that of the yearly mean.
  public let hasSnow: Bool
  /// Whether canals are frozen.
  public let isFrozen: Bool

  /// Makes a season.
  public init(_ id: String, weight: Double, hasSnow: Bool, isFrozen: Bool = false) {
    (self.id, self.weight, self.hasSnow, self.isFrozen) = (id, weight, hasSnow, isFrozen)
  }

  /// November to March, and the rest of the year, with equal weights.
  public static let usual = [
    Season("snow", weight: 0.5, hasSnow: true), Season("snow_free", weight: 0.5, hasSnow: false),
  ]

  /// What rows say that stand for the whole year.
  public static let annual = "annual"

  /// The species that come near barriers more often in winter.
  static let comeNearInWinter: Set<String> = ["mongolian_gazelle", "asiatic_wild_ass", "saiga"]
}

extension Season {
  /// Reads `winter:0.6:snow:frozen`.
  ///
  /// - Parameters:
  ///   - words: A word for each season; the usual year where there is none.
  ///   - option: Where they were given, for messages.
  /// - Returns: The seasons in their order.
  /// - Throws: `usage` for a word that cannot be read or an id that comes twice.
  package static func parse(
    _ words: [String], of option: String
  ) throws(FormatError) -> [Season] {
    if words.isEmpty { return usual }
    var seasons: [Season] = []
    for word in words {
      let parts = word.split(separator: ":").map(String.init)
      let marks = Set(parts.dropFirst(2))
      guard parts.count >= 2, let share = Double(parts[1]), share >= 0, share.isFinite,
        marks.isSubset(of: ["snow", "frozen"]), parts[0] != annual, parts[0] != "each",
        !seasons.contains(where: { $0.id == parts[0] })
      else {
        throw FormatError(
          .usage, "\(option) cannot have '\(word)'",
          help: "write ID:SHARE, each id once, as in winter:0.6:snow:frozen summer:0.4")
      }
      seasons.append(
        Season(
          parts[0], weight: share, hasSnow: marks.contains("snow"),
          isFrozen: marks.contains("frozen")))
    }
    return seasons
  }
}
