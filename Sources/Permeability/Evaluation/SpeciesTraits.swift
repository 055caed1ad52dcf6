/// What the model knows of a species beside its numbers.
struct SpeciesTraits: Sendable, Hashable {
  /// The id.
  let id: String
  /// Whether it is a cat, which climbs over what lies on the ground.
  let climbs: Bool
  /// Whether it comes near barriers more often in winter.
  let comesNearInWinter: Bool

  private static let cats: Set<String> = [
    "asiatic_cheetah", "eurasian_lynx", "pallas_cat", "persian_leopard", "snow_leopard",
  ]

  init(_ id: String) {
    self.id = id
    climbs = Self.cats.contains(id)
    comesNearInWinter = Season.comeNearInWinter.contains(id)
  }
}
