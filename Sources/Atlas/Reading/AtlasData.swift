package import Connectivity
package import Formats
internal import Geometry
package import Landscape
internal import Overlay
internal import Permeability

/// Everything that an atlas is made of, read and surveyed.
package struct AtlasData: Sendable {
  package let ranges: NamedPolygons
  package let regions: NamedPolygons
  package let countries: NamedPolygons
  package let ground: BarrierGround
  /// What becomes of barriers in every scenario.
  package let scenarios: [AtlasScenario]
  /// The source of every barrier, its place in ``sources``.
  let sourceNumbers: [Int32]
  /// What happened to the features of each source.
  package let sources: [AtlasSourceRecord]
  /// What a reader should look at.
  package let warnings: [String]
}

/// What happened to the features of one file.
package struct AtlasSourceRecord: Sendable {
  /// The part of the configuration that names it, for instance `sources.barriers[0]`.
  package let key: String
  /// What its features are: `barriers`, `ranges` and so on.
  package let role: String
  /// Its path and layer, as the configuration names them.
  package let source: SourceSpec
  /// What ids of its features begin with.
  package let name: String
  /// Whom to name as the source.
  package let credit: String?
  package let licence: String?
  /// Whether the data are a drawing and no survey.
  package let isSchematic: Bool
  /// How many features were read and used, what was repaired and set aside; nil for passages, which
  /// keep no such account.
  package let record: InputRecord?
}
