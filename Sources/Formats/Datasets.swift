internal import Foundation

/// Opens and creates datasets by what is in the file and by its extension.
///
/// GeoPackage, GeoJSON and CSV are read and written by Kulan itself, every other format by GDAL.
public enum Datasets {
  /// Opens a file, a folder that is a dataset, a ZIP archive, or `-` for GeoJSON on standard input.
  ///
  /// - Parameters:
  ///   - path: The path, or a name below `/vsizip/`, `/vsitar/` or `/vsigzip/`.
  ///   - sql: A query whose result is then the only layer; any format is then read through GDAL.
  /// - Returns: The open dataset.
  /// - Throws: `missingInput` when there is no such file, `badData` when it cannot be read.
  public static func open(
    _ path: String, sql: String? = nil
  ) throws(FormatError) -> any DatasetReader {
    if path == "-" { return try openStandardInput(sql) }
    let isVirtual = ["/vsizip/", "/vsitar/", "/vsigzip/"].contains { path.hasPrefix($0) }
    let format = isVirtual ? .gdal : try InputFormat(of: path)
    if sql != nil { return try openWithGDAL(path, sql: sql) }
    return switch format {
    case .geoPackage: try GeoPackageReader(path: path)
    case .geoJSON: try GeoJSONReader(path: path)
    case .csv: try CSVReader(path: path)
    case .gdal: try openWithGDAL(path, sql: nil)
    }
  }

  private static func openStandardInput(_ sql: String?) throws(FormatError) -> any DatasetReader {
    if sql == nil { return try GeoJSONReader(path: "-") }
    throw FormatError(
      .usage, "a query cannot read standard input", help: "write the input into a file first")
  }

  private static func openWithGDAL(
    _ path: String, sql: String?
  ) throws(FormatError) -> any DatasetReader {
    #if GDAL
      return try GDALReader(path: path, sql: sql)
    #else
      throw FormatError(needsGDAL: sql == nil ? "reading \(path)" : "a query in SQL")
    #endif
  }

  /// Creates a file in the format that its extension names.
  ///
  /// - Parameters:
  ///   - path: The path; `.gpkg`, `.geojson`, `.geojsonl`, `.csv`, any extension of GDAL's, or `-`
  ///     for GeoJSON on standard output.
  ///   - overwrite: Whether a file that exists is replaced; else it is an error.
  /// - Returns: The dataset, which appears when it is finished.
  /// - Throws: `usage` for an unknown extension, `cannotWrite` when the file cannot be written.
  public static func create(
    _ path: String, overwrite: Bool
  ) throws(FormatError) -> any DatasetWriter {
    if path == "-" {
      return try GeoJSONWriter(path: path, overwrite: overwrite, isSequence: false)
    }
    switch InputFormat(extensionOf: path) {
    case .geoJSON:
      return try GeoJSONWriter(
        path: path, overwrite: overwrite, isSequence: InputFormat.isSequence(path))
    case .geoPackage: return try GeoPackageWriter(path: path, overwrite: overwrite)
    case .csv:
      let dialect: CSVDialect = InputFormat.pathExtension(path) == "tsv" ? .tabs : .standard
      return try CSVWriter(path: path, overwrite: overwrite, dialect: dialect)
    case .gdal, nil:
      #if GDAL
        return try GDALWriter(path: path, overwrite: overwrite)
      #else
        throw FormatError(needsGDAL: "writing \(path)")
      #endif
    }
  }
}

extension Datasets {
  /// Checks that ``create(_:overwrite:)`` would find the format and the place, and writes nothing.
  ///
  /// - Throws: What `create` would throw.
  public static func checkCreation(of path: String, overwrite: Bool) throws(FormatError) {
    if path == "-" { return }
    switch InputFormat(extensionOf: path) {
    case .geoJSON, .geoPackage, .csv: try PendingPaths.check(path, overwrite: overwrite)
    case .gdal, nil:
      #if GDAL
        try GDALWriter.checkCreation(of: path, overwrite: overwrite)
      #else
        throw FormatError(needsGDAL: "writing \(path)")
      #endif
    }
  }
}

extension FormatError {
  /// Says that a build without GDAL cannot do something.
  init(needsGDAL task: String) {
    self.init(
      .usage, "\(task) needs GDAL, which this build was made without",
      help: "install libgdal-dev and build again, or use GeoPackage: "
        + "ogr2ogr converted.gpkg FILE makes one from any format")
  }
}
