#if GDAL
  internal import Foundation
  internal import GDALBridge

  /// A dataset of any format that GDAL writes, chosen by the extension of its name.
  public final class GDALWriter: DatasetWriter {
    /// The path that will exist after `finish()`.
    public let path: String
    /// What was changed to fit the format, for instance shortened names.
    public var notes: [String] { fieldNotes + (output?.warnings ?? lastWarnings) }

    private let files: PendingFolder
    private let rules: GDALFormatRules
    private var output: GDALOutput?
    private var fieldNotes: [String] = []
    private var lastWarnings: [String] = []
    private var layerCount = 0

    /// Starts a dataset.
    ///
    /// - Throws: `usage` for an unknown extension, `cannotWrite` when the place is taken.
    public init(path: String, overwrite: Bool) throws(FormatError) {
      self.path = path
      rules = try Self.rules(for: path)
      files = try PendingFolder(path: path, overwrite: overwrite)
      do {
        output = try GDALOutput(
          driver: rules.driver, path: files.temporaryPath, options: rules.datasetOptions)
      } catch {
        throw FormatError(writing: path, error)
      }
    }

    deinit { cancel() }

    /// Checks that a dataset can be created, without creating it.
    static func checkCreation(of path: String, overwrite: Bool) throws(FormatError) {
      _ = try rules(for: path)
      try PendingFolder.check(path, overwrite: overwrite)
    }

    private static func rules(for path: String) throws(FormatError) -> GDALFormatRules {
      let pathExtension = InputFormat.pathExtension(path)
      guard let rules = GDALFormatRules(extension: pathExtension) else {
        throw FormatError(unknownExtension: pathExtension, of: path)
      }
      return rules
    }

    /// Adds a layer.
    ///
    /// - Throws: `usage` when the format holds only one layer, or only longitude and latitude.
    public func addLayer(_ header: LayerHeader) throws(FormatError) -> any LayerWriter {
      guard let output else {
        throw FormatError(.usage, "\(path) is finished already", help: "create another file")
      }
      guard layerCount == 0 || rules.holdsSeveralLayers else {
        throw FormatError(
          .usage, "\(path) cannot hold more than one layer",
          help: "write each layer into a file of its own, or all into a GeoPackage")
      }
      layerCount += 1
      if rules.needsLongitudeLatitude {
        try header.requireLongitudeLatitude(of: path, rules.driver.name)
      }
      do throws(GDALError) {
        var info = GDALLayerInfo(
          name: header.name, geometryCode: rules.geometryType(for: header.geometryType).code,
          crs: header.crs, fields: fields(for: header))
        if rules.driver.name == "DXF" { info.name = "entities" }
        let layer = try output.addLayer(info, options: rules.layerOptions)
        return GDALLayerWriter(path, layer, info.fields.map(\.kind))
      } catch {
        throw FormatError(writing: path, error)
      }
    }

    /// Names and types the attributes as the format can hold them, and notes what is changed.
    private func fields(for header: LayerHeader) -> [GDALField] {
      var names = UniqueNames(
        limit: rules.nameLimit, ignoresCase: rules.driver.name == "ESRI Shapefile")
      let format = rules.driver.name
      return header.fields.map { field in
        let kind = rules.kind(for: field.kind)
        let name = names.name(for: field.name)
        if case .unsupported = kind {
          fieldNotes.append("attribute \(field.name) is left out: \(format) holds none")
        } else if name != field.name {
          fieldNotes.append("attribute \(field.name) is written as \(name)")
        }
        if kind == .text && field.kind != .text {
          fieldNotes.append("attribute \(name) is written as text: \(format) has no such type")
        }
        return GDALField(name, kind)
      }
    }

    /// Writes everything under the temporary name.
    public func complete() throws(FormatError) {
      guard let output else { return }
      do {
        try files.requireSpace()
      } catch {
        cancel()
        throw error
      }
      do {
        try output.close()
      } catch {
        cancel()
        throw FormatError(writing: path, error)
      }
      try files.requireSpace()  // closing wrote what was left
      lastWarnings = output.warnings
      self.output = nil
    }

    /// Gives the completed dataset its name.
    public func publish() throws(FormatError) { try files.commit() }

    /// Removes what was written.
    public func cancel() {
      if (try? files.requireSpace()) == nil { output?.abandon() }
      output = nil
      files.discard()
    }
  }

  extension FormatError {
    /// Says why a dataset could not be written.
    init(writing path: String, _ error: GDALError) {
      let text = error.description
      let isMixture = ["Attempt to write", "geometry type", "Geometry type"].contains {
        text.contains($0)
      }
      self.init(
        .cannotWrite, "cannot write \(path): \(text)",
        help: isMixture
          ? "the format does not hold this kind or mixture of geometry; write a GeoPackage instead"
          : "check the space on the disk, or write a GeoPackage instead")
    }

    /// Says that no format has an extension, and which there are.
    init(unknownExtension pathExtension: String, of path: String) {
      let own = ["gpkg", "geojson", "geojsonl", "csv", "fgb", "shp"]
      let known = own + GDALFormatRules.writableExtensions
      let suggestion = nearest(to: pathExtension, in: known).map { "did you mean .\($0)? " } ?? ""
      self.init(
        .usage,
        pathExtension.isEmpty
          ? "'\(path)' has no extension that names a format"
          : "\(path): no format has the extension .\(pathExtension)",
        help: suggestion + "use .gpkg, .geojson, .geojsonl, .csv, .fgb, .shp, .kml, .dxf, .gpx or "
          + "another that ogrinfo --formats lists as writable")
    }
  }
#endif
