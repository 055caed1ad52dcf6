internal import Landscape

/// What `atlas.gpkg` holds, for those who style and describe it.
package enum EditionLayer: Sendable {
  /// The features of a table in one unit.
  case features(AtlasTable, WorkUnit)
  /// A table of numbers, of all units.
  case table(AtlasTable)
  /// The barriers, as they were read.
  case barriers
  /// The regions, as they were read.
  case regions

  /// The name of the layer.
  package var name: String {
    switch self {
    case .features(let table, let unit): "\(table.rawValue)_\(unit.slug)"
    case .table(let table): table.rawValue
    case .barriers: BarrierTable.layer
    case .regions: RegionTable.layer
    }
  }
}
