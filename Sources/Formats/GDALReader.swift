#if GDAL
  internal import Foundation
  internal import GDALBridge

  /// A dataset of any vector format, read through GDAL.
  public final class GDALReader: DatasetReader {
    /// The path that was opened.
    public let path: String
    /// GDAL's name of the format, for instance `ESRI Shapefile`.
    public let format: String
    /// What the layers say of themselves, or the one result of the query.
    public let layers: [LayerHeader]

    private let sql: String?
    /// The dataset that was opened to look at the layers; the first layer to be read gets it, so
    /// that a file with one layer is opened once.
    private var dataset: GDALDataset?

    /// How features come out of GDAL.
    package enum Way: Sendable, Hashable, CaseIterable {
      /// One at a time.
      case features
      /// As Arrow record batches.
      case arrow
    }

    /// Opens a dataset.
    ///
    /// - Parameters:
    ///   - path: A file or folder, a ZIP archive of files, or a name below `/vsizip/`,
    ///     `/vsitar/` or `/vsigzip/`.
    ///   - sql: A query in the SQL of the format, GDAL's own or SQLite's, whose result is then the
    ///     only layer.
    /// - Throws: When GDAL cannot read the dataset or refuses the query.
    public init(path: String, sql: String? = nil) throws(FormatError) {
      self.path = path
      self.sql = sql
      let dataset = try Self.open(path)
      format = dataset.driver
      let parts = format == "ESRI Shapefile" ? ShapefileParts(path: path) : nil
      let found = try Self.look(at: dataset, path, sql)
      layers = found.map { layer in
        var header = LayerHeader(layer.info)
        header.notes += parts?.notes ?? []
        header.notes += dataset.warnings
        return header
      }
      self.dataset = dataset
    }

    /// Opens one layer for reading from its start, in the way that is faster for its format.
    public func open(layer: String) throws(FormatError) -> any LayerReader {
      // Measured with GDAL 3.6: streams save time with FlatGeobuf and cost time with Shapefile.
      // Before GDAL 3.8.3 they mix up truth values (OSGeo/gdal pull request 8999), and in GDAL 3.6
      // they drop the zones of instants.
      let fields = layers.first { $0.name == layer }?.fields ?? []
      let isStreamed =
        format == "FlatGeobuf" && !fields.contains { [.boolean, .dateTime].contains($0.kind) }
      return try open(layer: layer, by: isStreamed ? .arrow : .features)
    }

    /// Opens one layer for reading from its start in a given way.
    package func open(layer: String, by way: Way) throws(FormatError) -> any LayerReader {
      guard let header = layers.first(where: { $0.name == layer }) else {
        throw FormatError(noLayer: layer, in: path, layers: layers)
      }
      // Layers of one open dataset can disturb each other, so that every reader has its own.
      let dataset = if let unused = self.dataset { unused } else { try Self.open(path) }
      self.dataset = nil
      do throws(GDALError) {
        let layer = if let sql { try dataset.query(sql) } else { try dataset.layer(named: layer) }
        return try GDALLayerReader(path, header, layer, by: way)
      } catch {
        throw FormatError(
          .badData, "cannot read \(path), layer \(layer): \(error)",
          help: "get the file again from its source")
      }
    }

    private static func look(
      at dataset: GDALDataset, _ path: String, _ sql: String?
    ) throws(FormatError) -> [GDALLayer] {
      guard let sql else { return dataset.layers }
      do {
        return [try dataset.query(sql)]
      } catch {
        throw FormatError(
          .usage, "the query on \(path) failed: \(error)",
          help: "check the names of layers and columns; kulan inspect \(path) lists them")
      }
    }

    private static func open(_ path: String) throws(FormatError) -> GDALDataset {
      let isArchive = path.lowercased().hasSuffix(".zip") && !path.hasPrefix("/vsi")
      do {
        return try GDALDataset(reading: isArchive ? "/vsizip/\(path)" : path)
      } catch {
        throw FormatError(opening: path, error)
      }
    }
  }
#endif
