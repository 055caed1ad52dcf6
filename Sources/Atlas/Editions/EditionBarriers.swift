package import Formats
package import Geometry
internal import PROJBridge

/// The barriers of an edition, with the columns of ``BarrierTable``.
package struct EditionBarriers: Sendable {
  package let rows: FeatureBatch
  /// The geometries, a line for each row.
  package let lines: LineColumn

  /// Takes rows; one without a line has an empty one.
  package init(_ rows: FeatureBatch) {
    self.rows = rows
    var lines = LineColumn()
    for row in 0..<rows.count {
      if rows.geometry.kinds[row] == .line {
        lines.append(pathsOf: rows.geometry.slots[row], of: rows.geometry.lines)
      }
      lines.endRow()
    }
    self.lines = lines
  }

  /// The number of barriers.
  package var count: Int { rows.count }

  /// The text in a column of a row; empty where there is none.
  package func text(_ column: String, _ row: Int) -> String {
    rows.column(column)?[row].description ?? ""
  }

  /// All texts of a column.
  func texts(_ column: String) -> [String] {
    guard let column = rows.column(column) else { return Array(repeating: "", count: count) }
    return (0..<count).map { column[$0].description }
  }

  /// The length of a row on the ellipsoid, in metres.
  package func length(_ row: Int) -> Double { Geodesic.wgs84.length(ofRow: row, of: lines) }
}
