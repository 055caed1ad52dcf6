internal import Geometry
internal import PROJBridge

/// Brings the features of one layer to longitude and latitude on WGS 84 and to valid geometry, in
/// the same way for every format and command:
///
/// - coordinates of other systems are transformed, with vertices added until no edge strays more
///   than 1 m; those that are in longitude and latitude already stay as they are, to the last bit;
/// - features over ±180 degrees are split there, and closed around a pole;
/// - invalid polygons are repaired by the structure method of GEOS;
/// - features that cannot be used are set aside with the reason.
///
/// What was done is in ``report``. The result does not depend on the number of jobs.
public struct LayerCleaner: Sendable {
  /// What the cleaned layer says of itself.
  public let header: LayerHeader
  /// What was done so far.
  public private(set) var report: CleaningReport
  private let options: CleaningOptions
  private let transformations: TransformationPool?
  private let areaOfUse: Box?

  /// Prepares to clean the batches of a layer.
  ///
  /// - Parameters:
  ///   - header: What the layer says of itself.
  ///   - path: The file that it lies in, for messages.
  ///   - options: How to clean.
  /// - Throws: When the layer has geometry but no coordinate reference system, or one that PROJ
  ///   does not understand.
  public init(
    header: LayerHeader, path: String, options: CleaningOptions = CleaningOptions()
  ) throws(FormatError) {
    self.options = options
    var report = CleaningReport()
    var cleaned = header
    let hasGeometry = header.geometryType != .none
    let crs = hasGeometry ? try Self.crs(of: header, path: path, options: options) : nil
    var transformation: Transformation?
    if let crs {
      report.crs = crs.authorityCode.map { "\(crs.name) (\($0))" } ?? crs.name
      cleaned.crs = "EPSG:4326"
      if !crs.isWGS84LongitudeLatitude {
        transformation = try Self.transformation(
          from: crs, layer: header.name, path: path, options)
        cleaned.extent = nil
      }
    }
    if transformation?.isBallpark == true {
      report.notes.append(
        "the datum of \(report.crs) is unknown: positions may be off by some hundred metres")
    }
    report.isTransformed = transformation != nil
    areaOfUse = transformation == nil ? nil : crs?.areaOfUse
    transformations = transformation.map(TransformationPool.init)
    self.report = report
    self.header = cleaned
  }

  /// Cleans the next features of the layer.
  ///
  /// - Parameter batch: Features with coordinates as they are in the file.
  /// - Returns: The usable features in their order; `rejected` also lists the others.
  /// - Throws: `CancellationError`, and ``FormatError`` when PROJ fails as a whole.
  public mutating func clean(_ batch: FeatureBatch) async throws -> FeatureBatch {
    let (geometry, options, areaOfUse) = (batch.geometry, options, areaOfUse)
    let transformations = transformations
    // Few rows of many vertices are as much work as many rows of few.
    let size = min(16, max(1, 16_384 * batch.count / max(geometry.vertexCount, 1)))
    let chunks = try await mapChunks(of: batch.count, size: size, jobs: options.jobs) { rows in
      func clean(with transformation: Transformation?) -> [CleanedRow] {
        let cleaner = RowCleaner(
          transformation: transformation, areaOfUse: areaOfUse, options: options)
        return rows.map { cleaner.clean(row: $0, of: geometry) }
      }
      guard let transformations else { return clean(with: nil) }
      return try transformations.withTransformation { clean(with: $0) }
    }
    return apply(chunks.flatMap(\.self), to: batch)
  }

  /// Puts together what the chunks made, and takes it into the report.
  private mutating func apply(_ rows: [CleanedRow], to batch: FeatureBatch) -> FeatureBatch {
    var result = batch
    for (row, cleaned) in rows.enumerated() {
      note(cleaned, id: batch.ids[row].description, rejected: &result.rejected)
    }
    report.rejections += result.rejected
    guard rows.contains(where: { $0.geometry != nil || $0.rejection != nil }) else { return result }
    result.geometry = GeometryColumn()
    for (row, cleaned) in rows.enumerated() {
      if cleaned.rejection != nil {
        result.geometry.appendNone()
      } else if let geometry = cleaned.geometry {
        result.geometry.append(0, of: geometry)
      } else {
        result.geometry.append(row, of: batch.geometry)
      }
    }
    return result.filtered(rows.map { $0.rejection == nil })
  }

  private mutating func note(_ row: CleanedRow, id: String, rejected: inout [Rejection]) {
    if let reason = row.rejection { rejected.append(Rejection(id: id, reason: reason)) }
    if !row.repairs.isEmpty {
      report.repairs.append(
        CleaningReport.Repair(
          id: id, reason: row.repairs.joined(separator: "; "), areaBefore: row.areaBefore,
          areaAfter: row.areaAfter))
    }
    switch row.antimeridian {
    case .none: break
    case .shifted: report.shiftedFeatures += 1
    case .split: report.antimeridianSplits.append(id)
    }
    report.addedVertices += row.addedVertices
    if row.isOutsideAreaOfUse { report.featuresOutsideAreaOfUse += 1 }
  }
}

extension LayerCleaner {
  /// Reads the coordinate reference system that the options or the layer give.
  private static func crs(
    of header: LayerHeader, path: String, options: CleaningOptions
  ) throws(FormatError) -> CoordinateReferenceSystem {
    let help =
      "give the CRS of the coordinates, for instance \(options.sourceCRSOption) EPSG:32640"
    guard let text = options.sourceCRS ?? header.crs else {
      throw FormatError(
        .badData, "layer \(header.name) of \(path) does not say which CRS it is in", help: help)
    }
    do {
      return try CoordinateReferenceSystem(text)
    } catch {
      if options.sourceCRS != nil {
        throw FormatError(.usage, "\(text) is not a CRS: \(error.message)", help: help)
      }
      throw FormatError(
        .badData,
        "the CRS of layer \(header.name) of \(path) is not understood: \(error.message)",
        help: help)
    }
  }

  private static func transformation(
    from crs: CoordinateReferenceSystem, layer: String, path: String, _ options: CleaningOptions
  ) throws(FormatError) -> Transformation {
    do {
      return try Transformation(from: crs)
    } catch {
      throw FormatError(
        .badData,
        "PROJ knows no way from \(crs.name), the CRS of layer \(layer) of \(path), to longitude "
          + "and latitude: \(error.message)",
        help: "transform the layer first, or give another CRS with \(options.sourceCRSOption)")
    }
  }
}
