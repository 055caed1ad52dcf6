#if GDAL
  internal import CGDAL

  /// A dataset being written by one of GDAL's drivers.
  ///
  /// Not `Sendable`: it belongs to one task. Nothing is certain to be on the disk before ``close()``.
  package final class GDALOutput {
    private var handle: GDALDatasetH?
    private var hasTransaction = false
    let messages = GDALMessages()

    /// Creates a dataset.
    package init(driver: GDALDriver, path: String, options: [String]) throws(GDALError) {
      guard GDALLibrary.isReady, let creator = GDALGetDriverByName(driver.name) else {
        throw GDALError(step: "GDALGetDriverByName", messages: ["no driver \(driver.name)"])
      }
      handle = try messages.unwrap("GDALCreate") {
        withOptions(options) { GDALCreate(creator, path, 0, 0, 0, GDT_Unknown, $0.mutable) }
      }
      // Without a transaction of ours, databases make one of every feature: thirty times slower.
      hasTransaction = messages.collect {
        GDALDatasetTestCapability(handle, ODsCTransactions) != 0
          && GDALDatasetStartTransaction(handle, 0) == OGRERR_NONE
      }
    }

    deinit { closeHandle() }

    /// What GDAL warned of so far, for instance shortened values.
    package var warnings: [String] { messages.warnings }

    /// Adds a layer whose coordinates are x to the east, y to the north.
    package func addLayer(
      _ info: GDALLayerInfo, options: [String]
    ) throws(GDALError) -> GDALOutputLayer {
      let type = info.geometryCode == 100 ? wkbNone : OGRwkbGeometryType(UInt32(info.geometryCode))
      let create = { (reference: OGRSpatialReferenceH?) throws(GDALError) -> OGRLayerH in
        try self.messages.unwrap("GDALDatasetCreateLayer") {
          withOptions(options) {
            GDALDatasetCreateLayer(self.handle, info.name, reference, type, $0.mutable)
          }
        }
      }
      let layer: OGRLayerH
      if let crs = info.crs {
        layer = try GDALSpatialReference.withReference(crs, messages, create)
      } else {
        layer = try create(nil)
      }
      return try GDALOutputLayer(self, layer, info)
    }

    /// Writes what is still in memory and closes the files.
    package func close() throws(GDALError) {
      let before = messages.failureCount
      if hasTransaction {
        try messages.check("GDALDatasetCommitTransaction") { GDALDatasetCommitTransaction(handle) }
      }
      closeHandle()
      // GDALClose returns nothing before GDAL 3.7; what went wrong is in the messages.
      if messages.failureCount > before {
        throw GDALError(step: "GDALClose", messages: messages.takeFailures())
      }
    }

    /// Gives the dataset up without closing it, for a full disk, on which the DXF driver crashes when
    /// it is closed. What it holds is freed with the process.
    package func abandon() { handle = nil }

    private func closeHandle() {
      guard let handle else { return }
      messages.collect { GDALClose(handle) }
      self.handle = nil
    }
  }
#endif
