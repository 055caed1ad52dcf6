/// The files of an edition.
package enum EditionFile: String, Sendable, CaseIterable {
  /// All layers, for QGIS.
  case geoPackage = "atlas.gpkg"
  case pieces = "pieces.csv"
  case crossings = "crossings.csv"
  case passages = "passages.csv"
  case patches = "patches.csv"
  case summary = "summary.csv"
  case connectivity = "connectivity.csv"
  case importance = "importance.csv"
  /// Features that were set aside, with the reason.
  case rejected = "rejected.csv"
  /// The overview.
  case page = "index.html"
  /// What the columns hold.
  case dictionary = "data-dictionary.md"
  /// What the edition was made from, and the hashes of all other files.
  case manifest = "manifest.json"

  /// The names of all files.
  package static let names = Set(allCases.map(\.rawValue))

  /// The file of a table.
  package init(_ table: AtlasTable) {
    self =
      switch table {
      case .pieces: .pieces
      case .crossings: .crossings
      case .passages: .passages
      case .patches: .patches
      case .summary: .summary
      case .connectivity: .connectivity
      case .importance: .importance
      }
  }
}
