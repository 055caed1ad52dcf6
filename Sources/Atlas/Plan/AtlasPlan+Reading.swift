internal import Connectivity
package import Geometry
internal import Landscape

/// What pages say of a plan beside its results.
extension AtlasPlan {
  /// The scenarios, with what is told of them.
  package var scenarios: [(name: String, description: String)] {
    data.scenarios.map { ($0.name, $0.description) }
  }

  /// The regions by name, with their polygons.
  package var regionAreas: [(name: String, polygons: PolygonColumn)] {
    regions.map { ($0.name, $0.polygons) }
  }

  /// The countries by name, with their polygons.
  package var countryAreas: [(name: String, polygons: PolygonColumn)] {
    data.countries.names.indices.map { (data.countries.names[$0], data.countries.polygons(of: $0)) }
  }

  /// Whether any of the data are drawings and no survey.
  package var isSchematic: Bool { data.sources.contains(where: \.isSchematic) }

  /// The seed of random movements and draws.
  package var seed: UInt64 { configuration.ranges.seed }
}
