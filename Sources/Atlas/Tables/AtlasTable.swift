internal import Connectivity
package import Formats

/// The tables of an edition.
package enum AtlasTable: String, Sendable, CaseIterable {
  /// Barriers in ranges, divided at the borders of regions and countries.
  case pieces
  /// Where barriers pass into and out of ranges.
  case crossings
  /// Passages on barriers in ranges.
  case passages
  /// The parts of ranges that nothing divides.
  case patches
  /// Lengths by species, region, country and class.
  case summary
  /// How much of ranges hangs together.
  case connectivity
  /// What opening each line would bring.
  case importance

  /// What its rows have; `none` for tables of numbers alone.
  package var geometry: GeometryType {
    switch self {
    case .pieces: .lineString
    case .crossings, .passages: .point
    case .patches: .multiPolygon
    case .summary, .connectivity, .importance: .none
    }
  }

  /// The columns.
  package var fields: [Field] {
    switch self {
    case .pieces: Self.pieceFields
    case .crossings: Self.crossingFields
    case .passages: Self.passageFields
    case .patches: RangeTable.patches.fields
    case .summary: Self.summaryFields
    case .connectivity: RangeTable.connectivity.fields
    case .importance: RangeTable.importance.fields
    }
  }

  private static func fields(_ kind: Field.Kind, _ names: String...) -> [Field] {
    names.map { Field($0, kind) }
  }

  private static let pieceFields =
    fields(
      .text, "species", "scenario", "barrier_id", "line", "class", "status", "name", "country",
      "regions", "place")
    + fields(.real, "from_m", "to_m", "length_m") + fields(.boolean, "repeats")
    + fields(.real, "p", "p_low", "p_high")
    + fields(.text, "reading", "mode", "driver", "grade") + fields(.real, "completeness")

  private static let crossingFields =
    fields(.text, "species", "scenario", "barrier_id", "line", "class", "country", "regions")
    + fields(.real, "at_m") + fields(.text, "direction") + fields(.real, "lon", "lat", "p")
    + fields(.text, "reading")

  private static let passageFields =
    fields(.text, "species", "scenario", "barrier_id", "line", "class", "type")
    + fields(.real, "at_m", "lon", "lat", "width_m", "height_m", "length_m", "acceptance")
    + fields(.text, "fault")

  private static let summaryFields =
    fields(.text, "species", "scenario", "region", "country", "class")
    + fields(.real, "inside_m", "boundary_m", "repeated_m")
    + fields(.integer, "barriers", "lines", "crossings") + fields(.real, "p", "p_low", "p_high")
    + fields(.real, "absolute_m", "severe_m", "moderate_m", "slight_m", "minor_m")
    + fields(.text, "grade") + fields(.real, "prior_share", "override_share")
}
