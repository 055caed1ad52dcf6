package import Formats
internal import Geometry

/// The regions of an edition, as they were read.
package enum RegionTable {
  /// The name of the layer.
  package static let layer = "regions"

  /// The columns.
  package static let fields = [Field("name", .text)]

  /// What the columns hold.
  package static let definitions = Definitions(
    "Columns of the layer regions", ["name": "the name of the region"])

  /// A row for each region of a plan.
  static func rows(of plan: AtlasPlan) -> FeatureBatch {
    var batch = FeatureBatch(fields: fields)
    var polygons = PolygonColumn()
    for region in plan.regions {
      for row in 0..<region.polygons.count {
        polygons.append(partsOf: row, of: region.polygons)
      }
      polygons.endRow()
      batch.append([.text(region.name)])
    }
    batch.geometry = GeometryColumn(polygons)
    return batch.numbered(from: 1)
  }
}
