package import Geometry

/// A named area that a plan may cross: everything of one species, one region, one country.
package struct NamedArea: Sendable {
  /// What it is.
  package let kind: CrossedArea.Kind
  /// What it is called; for a range the id of its species.
  package let name: String
  /// Its polygons, a row for each feature; they may overlap, and their union counts.
  package let polygons: PolygonColumn

  /// Names an area.
  package init(_ kind: CrossedArea.Kind, _ name: String, _ polygons: PolygonColumn) {
    (self.kind, self.name, self.polygons) = (kind, name, polygons)
  }
}
