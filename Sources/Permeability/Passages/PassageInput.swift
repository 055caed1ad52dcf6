package import Formats
package import Landscape

/// Layers of passages, and how they are to be found along barriers.
package struct PassageInput: Sendable {
  /// One layer and how its attributes are read.
  package struct Source: Sendable {
    package var query: LayerQuery
    package var profile: ProfileChoice

    /// Names a layer.
    package init(_ query: LayerQuery, profile: ProfileChoice = .automatic) {
      (self.query, self.profile) = (query, profile)
    }
  }

  package var sources: [Source]
  /// How far from a barrier a passage may lie, in metres.
  package var distance: Double
  /// The way through one where the source does not say it, in metres.
  package var usualLength: Double?
  /// How far apart openings are of which nothing else is known, in metres; nil without any.
  package var gapSpacing: Double?
  /// The year that is scored; nil where no passage is new.
  package var year: Int?

  /// The distance that is taken where nobody names one, in metres.
  package static let usualDistance = 50.0

  /// Asks for the passages of some layers.
  package init(
    _ sources: [Source], distance: Double = usualDistance, usualLength: Double? = nil,
    gapSpacing: Double? = nil, year: Int? = nil
  ) {
    (self.sources, self.distance, self.usualLength) = (sources, distance, usualLength)
    (self.gapSpacing, self.year) = (gapSpacing, year)
  }
}
