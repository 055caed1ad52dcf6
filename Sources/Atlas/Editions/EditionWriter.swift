internal import Connectivity
package import Formats
internal import Geometry
internal import Landscape

/// Writes the layers and tables of an edition from stored work units, unit by unit, so that the bytes
/// do not depend on what was computed when and where.
package struct EditionWriter {
  private let plan: AtlasPlan
  private let store: UnitStore
  private let folder: String
  /// Returns the styles of the layer of a table and a unit, the default one first.
  private let styles: (AtlasTable, WorkUnit) -> [LayerStyle]

  /// Prepares to write.
  ///
  /// - Parameters:
  ///   - plan: What the edition is made of; all units must be stored.
  ///   - store: Where they are.
  ///   - folder: Where files are written.
  ///   - styles: Returns the styles of the layer of a table and a unit, the default one first.
  package init(
    _ plan: AtlasPlan, _ store: UnitStore, into folder: String,
    styles: @escaping (AtlasTable, WorkUnit) -> [LayerStyle]
  ) {
    (self.plan, self.store, self.folder, self.styles) = (plan, store, folder, styles)
  }

  /// The name of a layer of one unit.
  package static func layer(_ table: AtlasTable, _ unit: WorkUnit) -> String {
    "\(table.rawValue)_\(unit.slug)"
  }

  /// The moment that all files carry.
  private var timestamp: String { "\(plan.configuration.date)T00:00:00.000Z" }

  /// Writes everything but the page and the manifest.
  ///
  /// - Parameter progress: Called with the part that is done.
  /// - Throws: `cannotWrite` where the disk refuses, `badData` where a stored unit is broken;
  ///   `CancellationError`.
  package func write(progress: (Double) -> Void) throws {
    try writeGeoPackage { progress(0.7 * $0) }
    if plan.configuration.outputs.writesCSV {
      for (number, table) in AtlasTable.allCases.enumerated() {
        progress(0.7 + 0.3 * Double(number) / Double(AtlasTable.allCases.count))
        try writeCSV(table)
      }
    }
  }

  private func path(_ file: EditionFile) -> String { "\(folder)/\(file.rawValue)" }

  private func writeGeoPackage(_ progress: (Double) -> Void) throws {
    let writer = try GeoPackageWriter(
      path: path(.geoPackage), overwrite: true, timestamp: timestamp)
    do {
      for (number, unit) in plan.units.enumerated() where unit.subject.species != nil {
        progress(Double(number) / Double(plan.units.count))
        for table in AtlasTable.allCases where table.geometry != .none {
          try Task.checkCancellation()
          let rows = try store.rows(of: table, unit)
          if rows.count > 0 { try add(rows, of: table, unit, to: writer) }
        }
      }
      for table in AtlasTable.allCases where table.geometry == .none {
        let layer = try writer.addLayer(table.header(named: table.rawValue))
        try appendAll(of: table, to: layer)
      }
      try addGround(to: writer)
      try writer.finish()
    } catch {
      writer.cancel()
      throw error
    }
  }

  private func add(
    _ rows: FeatureBatch, of table: AtlasTable, _ unit: WorkUnit, to writer: GeoPackageWriter
  ) throws(FormatError) {
    let name = Self.layer(table, unit)
    try writer.addLayer(table.header(named: name)).append(rows.numbered(from: 1))
    for (number, style) in styles(table, unit).enumerated() {
      try writer.addStyle(style, to: name, isDefault: number == 0)
    }
  }

  /// Adds the barriers and regions as they were read.
  private func addGround(to writer: GeoPackageWriter) throws(FormatError) {
    let barriers = LayerHeader(
      name: BarrierTable.layer, geometryType: .multiLineString, crs: "EPSG:4326",
      fields: BarrierTable.fields)
    try writer.addLayer(barriers).append(BarrierTable.rows(of: plan))
    let rows = RegionTable.rows(of: plan)
    guard rows.count > 0 else { return }
    let regions = LayerHeader(
      name: RegionTable.layer, geometryType: .multiPolygon, crs: "EPSG:4326",
      fields: RegionTable.fields)
    try writer.addLayer(regions).append(rows)
  }

  private func writeCSV(_ table: AtlasTable) throws {
    let writer = try Datasets.create(path(EditionFile(table)), overwrite: true)
    do {
      var header = table.header(named: table.rawValue)
      (header.geometryType, header.crs) = (.none, nil)
      let layer = try writer.addLayer(header)
      try appendAll(of: table, to: layer)
      try writer.finish()
    } catch {
      writer.cancel()
      throw error
    }
  }

  /// Appends the rows of all units.
  private func appendAll(of table: AtlasTable, to layer: any LayerWriter) throws {
    var next: Int64 = 1
    for unit in plan.units {
      try Task.checkCancellation()
      let rows = try store.rows(of: table, unit).numbered(from: next)
      next += Int64(rows.count)
      if rows.count > 0 { try layer.append(rows) }
    }
  }
}
