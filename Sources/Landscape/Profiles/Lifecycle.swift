/// What OpenStreetMap writes before a tag or as its value when a thing is not simply there.
enum Lifecycle {
  private static let words: [String: BarrierStatus] = [
    "construction": .construction, "proposed": .planned, "planned": .planned,
    "disused": .disused, "abandoned": .abandoned,
    "razed": .razed, "removed": .razed, "demolished": .razed, "dismantled": .razed,
  ]

  private static let prefixes = words.sorted { $0.key < $1.key }

  /// What `railway=construction` without more detail is.
  private static let usual = ["railway": "rail", "highway": "unclassified"]

  /// A tag without its life cycle.
  struct Tag {
    let value: String
    let status: BarrierStatus?
  }

  /// Returns the value of a tag and the status that it carries.
  ///
  /// - `railway=rail` exists;
  /// - `railway=construction` with `construction=light_rail` is a light rail being built, and a
  ///   railway without more detail;
  /// - `construction:railway=rail` is a railway being built.
  static func tag(_ key: String, of tags: RowTags) -> Tag? {
    if let value = tags[key]?.word {
      guard let status = words[value] else { return Tag(value: value, status: nil) }
      guard let inner = tags[value]?.word ?? usual[key] else { return nil }
      return Tag(value: inner, status: status)
    }
    guard tags.hasPrefixes else { return nil }
    for (prefix, status) in prefixes {
      if let value = tags["\(prefix):\(key)"]?.word { return Tag(value: value, status: status) }
    }
    return nil
  }
}
