internal import Atlas
internal import Formats

/// What the atlas knows of a range today, from its stored work unit.
struct KnownRange: Sendable {
  /// How much hangs together, by region, nil for the whole range.
  let today: [String?: Connectedness]
  /// The lines of the range by what opening each would bring, in km² of ECA, the greatest gain first; none
  /// where the atlas ranks none.
  let lines: [(id: String, gain: Double)]

  /// Reads a range.
  ///
  /// - Throws: `badData` where the stored unit is broken.
  init(_ species: String, in atlas: LoadedAtlas) throws(FormatError) {
    guard let unit = atlas.unit(of: species) else {
      (today, lines) = ([:], [])
      return
    }
    let (measures, ranks) = (
      try atlas.build.store.rows(of: .connectivity, unit),
      try atlas.build.store.rows(of: .importance, unit)
    )
    today = (0..<measures.count).reduce(into: [:]) { found, number in
      let row = TableRow(number, of: measures)
      found[row.text("region")] = Connectedness(row)
    }
    lines = (0..<ranks.count).compactMap { number in
      let row = TableRow(number, of: ranks)
      guard row.text("region") == nil, let id = row.text("barrier"),
        let gain = row.number("delta_eca_km2")
      else { return nil }
      return (id, gain)
    }
  }
}
