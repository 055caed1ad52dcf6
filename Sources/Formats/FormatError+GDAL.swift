extension FormatError {
  /// Says that a dataset has no layer of a name, and which it has.
  init(noLayer layer: String, in path: String, layers: [LayerHeader]) {
    let names = layers.map(\.name)
    let help =
      nearest(to: layer, in: names).map { "did you mean \(path):\($0)?" }
      ?? (names.isEmpty ? "the file has no layers" : "it has: \(names.joined(separator: ", "))")
    self.init(.usage, "\(path) has no layer \(layer)", help: help)
  }
}

#if GDAL
  internal import Foundation
  internal import GDALBridge

  extension FormatError {
    /// Says why a dataset could not be opened.
    init(opening path: String, _ error: GDALError) {
      if let parts = ShapefileParts(path: path), parts.existing("shx") == nil {
        self.init(
          .badData, "\(path) lacks its index, the .shx file of the same name",
          help: "get the .shx from the source of the data, or rebuild it: "
            + "ogr2ogr --config SHAPE_RESTORE_SHX YES repaired.shp \(path)")
        return
      }
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
        self.init(
          .badData, "\(path) is a folder and no dataset", help: "give the name of a file in it")
        return
      }
      let isUnknown = error.messages.contains { $0.contains("not recognized as") }
      self.init(
        .badData,
        isUnknown ? "\(path) is in no format that is known here" : "cannot read \(path): \(error)",
        help: isUnknown
          ? "known are GeoPackage, GeoJSON, CSV, Shapefile, FlatGeobuf, KML, GPX, DXF, OSM PBF, "
            + "FileGDB and what ogrinfo --formats lists; ZIP archives must hold files at the top"
          : "get the file again from its source; ogrinfo \(path) shows what GDAL can read")
    }
  }
#endif
