internal import Formats
internal import Permeability

/// How many barriers were read and how they score.
struct ScoreCounts: Sendable {
  /// Those that were scored.
  var barriers = 0
  /// Those of them on which passages lie.
  var withPassages = 0
  /// Those left out because they are planned.
  var planned = 0
  /// Features that are no barriers.
  var withoutClass = 0
  /// Barriers that passages name.
  var named: Set<String> = []
  /// Barriers for which something was known better.
  var overridden: Set<String> = []
  /// Scores by mode.
  var modes: [Score.Mode: Int] = [:]
  /// Annual or only scores by species and reading.
  var readings: [Key: Int] = [:]

  struct Key: Hashable, Sendable {
    let species: String
    let season: String
    let reading: Reading
  }

  mutating func add(_ score: Score) {
    modes[score.mode, default: 0] += 1
    let key = Key(species: score.species, season: score.season, reading: score.reading)
    readings[key, default: 0] += 1
  }

  static func += (total: inout ScoreCounts, part: ScoreCounts) {
    total.barriers += part.barriers
    total.planned += part.planned
    total.withPassages += part.withPassages
    total.withoutClass += part.withoutClass
    total.named.formUnion(part.named)
    total.overridden.formUnion(part.overridden)
    total.modes.merge(part.modes, uniquingKeysWith: +)
    total.readings.merge(part.readings, uniquingKeysWith: +)
  }

  /// The number of barriers by species and reading, in the order of the request.
  func table(species: [String], seasons: [String]) -> TextTable {
    var table = TextTable(
      [TextTable.Column("species"), TextTable.Column("season")]
        + Reading.allCases.map { TextTable.Column($0.rawValue, isQuantity: true) })
    for one in species {
      for season in seasons {
        table.append(
          [.text(one), .text(season)]
            + Reading.allCases.map { reading in
              .integer(
                Int64(readings[Key(species: one, season: season, reading: reading)] ?? 0))
            })
      }
    }
    return table
  }
}
