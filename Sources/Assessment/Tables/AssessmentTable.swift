package import Formats
internal import Geometry

/// One table of an assessment: a file of comma-separated values, a layer of the GeoPackage and a member of
/// the JSON alike.
package struct AssessmentTable: Sendable {
  /// Its name: of the layer, and of the file before `.csv`.
  package let name: String
  /// What its rows have; `none` for tables of numbers and words.
  package let geometryType: GeometryType
  /// What the columns hold.
  package let definitions: Definitions
  /// The columns.
  package let fields: [Field]
  /// The rows, without ids.
  package let rows: @Sendable (Assessment) -> FeatureBatch

  /// Describes a table.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - columns: The columns, in their order.
  ///   - geometryType: What every row has.
  ///   - place: Appends the geometry of a row.
  ///   - parts: What has a row each, in their order.
  init<Row: Sendable>(
    _ name: String, _ columns: [ColumnRule<Row>], _ geometryType: GeometryType = .none,
    place: @escaping @Sendable (Row, inout GeometryColumn) -> Void = { $1.appendNone() },
    of parts: @escaping @Sendable (Assessment) -> [Row]
  ) {
    (self.name, self.geometryType) = (name, geometryType)
    fields = columns.map(\.field)
    definitions = Definitions(
      "Columns of \(name).csv", columns.map { ($0.field.name, $0.meaning) })
    rows = { assessment in
      var batch = FeatureBatch(fields: columns.map(\.field))
      for row in parts(assessment) {
        place(row, &batch.geometry)
        batch.append(columns.map { $0.value(row) })
      }
      return batch
    }
  }

  /// The header of its layer.
  package var header: LayerHeader {
    LayerHeader(
      name: name, geometryType: geometryType, crs: geometryType == .none ? nil : "EPSG:4326",
      fields: fields)
  }

  /// All tables: those with places first.
  package static let all: [AssessmentTable] = [
    plans, stretches, crossings, contacts, structures, mitigation, areas, parallels, permeability,
    bundles, effects, routes, cumulative, variants, alternatives, obligations, consultation,
    screening,
    checklist,
  ]
}

extension Assessment {
  /// A part of every alternative, one after the other.
  package func parts<Part: Sendable>(_ part: (Alternative) -> [Part]) -> [OfPlan<Part>] {
    alternatives.flatMap { alternative in
      part(alternative).map { OfPlan(alternative: alternative, part: $0) }
    }
  }
}
