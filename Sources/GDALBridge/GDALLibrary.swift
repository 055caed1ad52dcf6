#if GDAL
  internal import CGDAL
#endif

/// The GDAL library this build was made with, if any.
package enum GDALLibrary {
  /// The version, for instance `3.6.2`; nil in a build without GDAL.
  package static var version: String? {
    #if GDAL
      GDALVersionInfo("RELEASE_NAME").map { String(cString: $0) }
    #else
      nil
    #endif
  }
}

#if GDAL
  extension GDALLibrary {
    /// Registers all drivers, once in a process, and keeps PROJ inside GDAL off the network.
    static let isReady: Bool = {
      GDALAllRegister()
      OSRSetPROJEnableNetwork(0)
      return true
    }()

    /// The drivers for vector data, in GDAL's order.
    package static let drivers: [GDALDriver] = {
      guard isReady else { return [] }
      return (0..<GDALGetDriverCount()).compactMap { index in
        GDALGetDriver(index).flatMap(GDALDriver.init(handle:))
      }
    }()
  }
#endif
