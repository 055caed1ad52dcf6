#if GDAL
  internal import CGDAL

  /// What one driver for vector data says of itself.
  package struct GDALDriver: Sendable, Hashable {
    /// The name by which GDAL knows it, for instance `ESRI Shapefile`.
    package let name: String
    /// The extensions of its files, without dots.
    package let extensions: [String]
    /// Whether it can create files.
    package let canCreate: Bool
    /// Whether one file can hold several layers.
    package let holdsSeveralLayers: Bool
    /// The attribute types it can write, for instance `Integer64`; empty where it does not say.
    package let fieldTypes: [String]

    /// Reads what a driver says of itself; nil when it is not for vector data.
    init?(handle: GDALDriverH) {
      func item(_ key: String) -> String? {
        GDALGetMetadataItem(handle, key, nil).map { String(cString: $0) }
      }
      func words(_ key: String) -> [String] {
        item(key)?.split(separator: " ").map(String.init) ?? []
      }
      guard item(GDAL_DCAP_VECTOR) == "YES", let name = GDALGetDriverShortName(handle) else {
        return nil
      }
      self.name = String(cString: name)
      extensions = words(
        item(GDAL_DMD_EXTENSIONS) == nil ? GDAL_DMD_EXTENSION : GDAL_DMD_EXTENSIONS)
      canCreate = item(GDAL_DCAP_CREATE) == "YES"
      holdsSeveralLayers = item(GDAL_DCAP_MULTIPLE_VECTOR_LAYERS) == "YES"
      fieldTypes = words(GDAL_DMD_CREATIONFIELDDATATYPES)
    }
  }
#endif
