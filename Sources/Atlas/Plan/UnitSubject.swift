/// What a work unit is about.
package enum UnitSubject: Sendable, Hashable {
  /// The range of a species, by its id.
  case range(species: String)
  /// A region, by its name, whatever lives there.
  case region(name: String)

  /// The species, if it is about one.
  package var species: String? {
    if case .range(let species) = self { species } else { nil }
  }

  /// How messages and the store call it.
  package var label: String {
    switch self {
    case .range(let species): species
    case .region(let name): "region \(name)"
    }
  }
}
