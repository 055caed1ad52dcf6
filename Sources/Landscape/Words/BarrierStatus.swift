/// The closed list of what state a barrier can be in.
public enum BarrierStatus: String, Sendable, Hashable, CaseIterable {
  /// It stands and is in use.
  case existing
  /// It is being built.
  case construction
  /// It is planned or proposed.
  case planned
  /// It stands and is out of use.
  case disused
  /// It is left to decay.
  case abandoned
  /// It is gone.
  case razed

  /// Returns the status that a word of some source means, or nil for one that means none of them.
  ///
  /// Case, spaces, hyphens and underscores do not count: `Under construction` is construction.
  public init?(reading word: String) {
    guard let status = Self.words[searchKey(word)] else { return nil }
    self = status
  }

  private static let words: [String: BarrierStatus] = {
    let synonyms: [(BarrierStatus, [String])] = [
      (.existing, ["existing", "operational", "in use", "in operation", "built", "completed"]),
      (.construction, ["construction", "under construction"]),
      (.planned, ["planned", "proposed"]),
      (.disused, ["disused", "out of use"]),
      (.abandoned, ["abandoned"]),
      (.razed, ["razed", "removed", "demolished", "dismantled"]),
    ]
    return synonyms.reduce(into: [:]) { table, row in
      for word in row.1 { table[word] = row.0 }
    }
  }()
}
