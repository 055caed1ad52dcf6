internal import Connectivity
package import Formats
package import Geometry
internal import Landscape

/// Writes the layers and tables of an edition from stored work units, unit by unit, so that the bytes
/// do not depend on what was computed when and where.
package struct EditionWriter {
  /// Adds styles and metadata to a layer that was written, or, behind all layers, to the whole file
  /// where there is none; with the box of what it holds, empty for numbers alone.
  package typealias Describer = (GeoPackageWriter, EditionLayer?, Box) throws(FormatError) -> Void

  private let plan: AtlasPlan
  private let store: UnitStore
  private let folder: String
  private let describe: Describer

  /// Prepares to write.
  ///
  /// - Parameters:
  ///   - plan: What the edition is made of; all units must be stored.
  ///   - store: Where they are.
  ///   - folder: Where files are written.
  ///   - describe: Adds styles and metadata to each layer and, in the end, to the whole file.
  package init(
    _ plan: AtlasPlan, _ store: UnitStore, into folder: String, describe: @escaping Describer
  ) {
    (self.plan, self.store, self.folder, self.describe) = (plan, store, folder, describe)
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
      var box = try addFeatures(to: writer, progress)
      for table in AtlasTable.allCases where table.geometry == .none {
        let layer = EditionLayer.table(table)
        try appendAll(of: table, to: try writer.addLayer(table.header(named: layer.name)))
        try describe(writer, layer, .empty)
      }
      box.formUnion(try addGround(to: writer))
      try describe(writer, nil, box)
      try writer.finish()
    } catch {
      writer.cancel()
      throw error
    }
  }

  /// Adds the layers of all units.
  ///
  /// - Returns: The box around them.
  private func addFeatures(
    to writer: GeoPackageWriter, _ progress: (Double) -> Void
  ) throws -> Box {
    var box = Box.empty
    for (number, unit) in plan.units.enumerated() where unit.subject.species != nil {
      progress(Double(number) / Double(plan.units.count))
      for table in AtlasTable.allCases where table.geometry != .none {
        try Task.checkCancellation()
        let (rows, layer) = (try store.rows(of: table, unit), EditionLayer.features(table, unit))
        if rows.count == 0 { continue }
        box.formUnion(
          try add(rows.numbered(from: 1), as: layer, table.header(named: layer.name), to: writer))
      }
    }
    return box
  }

  /// Adds the barriers and regions as they were read.
  ///
  /// - Returns: The box around them.
  private func addGround(to writer: GeoPackageWriter) throws(FormatError) -> Box {
    var box = try add(
      BarrierTable.rows(of: plan), as: .barriers,
      LayerHeader(
        name: BarrierTable.layer, geometryType: .multiLineString, crs: "EPSG:4326",
        fields: BarrierTable.fields), to: writer)
    let regions = RegionTable.rows(of: plan)
    if regions.count > 0 {
      box.formUnion(
        try add(
          regions, as: .regions,
          LayerHeader(
            name: RegionTable.layer, geometryType: .multiPolygon, crs: "EPSG:4326",
            fields: RegionTable.fields), to: writer))
    }
    return box
  }

  /// Adds a layer with what is said of it.
  ///
  /// - Returns: The box around it.
  private func add(
    _ rows: FeatureBatch, as layer: EditionLayer, _ header: LayerHeader,
    to writer: GeoPackageWriter
  ) throws(FormatError) -> Box {
    let box = (0..<rows.count).reduce(into: Box.empty) { $0.formUnion(rows.geometry.box(of: $1)) }
    try writer.addLayer(header).append(rows)
    try describe(writer, layer, box)
    return box
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
