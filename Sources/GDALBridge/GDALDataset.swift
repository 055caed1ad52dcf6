#if GDAL
  internal import CGDAL

  /// An open dataset of any vector format, read-only.
  ///
  /// Not `Sendable`: a dataset belongs to one task. Layers share its cursor state in some formats,
  /// so open it once for every layer that is read at the same time.
  package final class GDALDataset {
    let handle: GDALDatasetH
    let messages = GDALMessages()
    /// The name of the driver, for instance `ESRI Shapefile`.
    package let driver: String

    /// Opens a dataset for reading: a path, or a name below `/vsizip/` and the like.
    package init(reading name: String) throws(GDALError) {
      guard GDALLibrary.isReady else { throw GDALError(step: "GDALAllRegister", messages: []) }
      let flags = UInt32(GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR)
      handle = try messages.unwrap("GDALOpenEx") { GDALOpenEx(name, flags, nil, nil, nil) }
      driver =
        GDALGetDatasetDriver(handle).flatMap(GDALGetDriverShortName).map { String(cString: $0) }
        ?? ""
    }

    deinit { messages.collect { GDALClose(handle) } }

    /// What GDAL complained of so far without giving up.
    package var warnings: [String] { messages.failures + messages.warnings }

    /// Whether features may be counted by reading them: GPX declares five layers and fills one.
    var countsByReading: Bool { driver == "GPX" }

    /// The layers, in the order of the file.
    package var layers: [GDALLayer] {
      (0..<GDALDatasetGetLayerCount(handle)).compactMap { index in
        messages.collect { GDALDatasetGetLayer(handle, index) }
          .map { GDALLayer(self, $0, isResult: false) }
      }
    }

    /// Returns one layer, ready to be read from its start.
    package func layer(named name: String) throws(GDALError) -> GDALLayer {
      let layer = try messages.unwrap("GDALDatasetGetLayerByName") {
        GDALDatasetGetLayerByName(handle, name)
      }
      if driver == "OSM" {
        // Else the features of all other layers pile up in memory while this one is read.
        let command = "SET interest_layers = \(name)"
        _ = messages.collect { GDALDatasetExecuteSQL(handle, command, nil, nil) }
      }
      return GDALLayer(self, layer, isResult: false)
    }

    /// Returns the result of a query in the SQL of the format or in GDAL's own, which keep dates
    /// and geometry; what they do not understand, such as groups, is left to the SQL of SQLite.
    package func query(_ sql: String) throws(GDALError) -> GDALLayer {
      do {
        return try query(sql, dialect: nil)
      } catch {
        return try query(sql, dialect: "SQLITE")
      }
    }

    private func query(_ sql: String, dialect: String?) throws(GDALError) -> GDALLayer {
      let result = try messages.unwrap("GDALDatasetExecuteSQL") {
        GDALDatasetExecuteSQL(handle, sql, nil, dialect)
      }
      return GDALLayer(self, result, isResult: true)
    }
  }
#endif
