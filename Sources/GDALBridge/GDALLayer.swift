package import Geometry

/// What a layer says of itself, in GDAL's terms.
package struct GDALLayerInfo: Sendable, Equatable {
  /// The name of the layer.
  package var name: String
  /// The declared geometry type as its code in well-known binary without dimensions: 0 for any
  /// mixture, 1...6 for the plain types, 100 for a table without geometry.
  package var geometryCode: Int
  /// The coordinate reference system as authority code or WKT 2; nil where there is none.
  package var crs: String?
  /// All attributes, unsupported ones included.
  package var fields: [GDALField]
  /// The number of features, where it is known without reading them.
  package var featureCount: Int?
  /// The extent, where it is known without reading the features.
  package var extent: Box?

  /// Describes a layer.
  package init(name: String, geometryCode: Int, crs: String?, fields: [GDALField]) {
    self.name = name
    self.geometryCode = geometryCode
    self.crs = crs
    self.fields = fields
  }
}

#if GDAL
  internal import CGDAL

  /// One layer of an open dataset, which it keeps open.
  package final class GDALLayer {
    /// The dataset of the layer.
    package let dataset: GDALDataset
    let handle: OGRLayerH
    /// Whether `handle` is the result of a query, which the dataset wants back.
    private let isResult: Bool
    /// What the layer says of itself.
    package let info: GDALLayerInfo

    init(_ dataset: GDALDataset, _ handle: OGRLayerH, isResult: Bool) {
      self.dataset = dataset
      self.handle = handle
      self.isResult = isResult
      info = dataset.messages.collect {
        GDALLayerInfo(handle, countsByReading: dataset.countsByReading)
      }
    }

    deinit {
      guard isResult else { return }
      dataset.messages.collect { GDALDatasetReleaseResultSet(dataset.handle, handle) }
    }
  }

  extension GDALLayerInfo {
    init(_ handle: OGRLayerH, countsByReading: Bool) {
      let definition = OGR_L_GetLayerDefn(handle)
      self.init(
        name: OGR_L_GetName(handle).map { String(cString: $0) } ?? "",
        geometryCode: Self.plainCode(OGR_L_GetGeomType(handle)),
        crs: GDALSpatialReference.text(of: OGR_L_GetSpatialRef(handle)),
        fields: (0..<OGR_FD_GetFieldCount(definition)).compactMap { index in
          OGR_FD_GetFieldDefn(definition, index).map { GDALField($0) }
        })
      if countsByReading || OGR_L_TestCapability(handle, OLCFastFeatureCount) != 0 {
        let count = OGR_L_GetFeatureCount(handle, countsByReading ? 1 : 0)
        featureCount = count >= 0 ? Int(count) : nil
      }
      var box = OGREnvelope()
      let isKnown = OGR_L_TestCapability(handle, OLCFastGetExtent) != 0
      if isKnown, featureCount != 0, OGR_L_GetExtent(handle, &box, 0) == OGRERR_NONE {
        extent = Box(minX: box.MinX, minY: box.MinY, maxX: box.MaxX, maxY: box.MaxY)
      }
    }

    /// Returns the plain type that a type becomes when its curves are made straight.
    private static func plainCode(_ type: OGRwkbGeometryType) -> Int {
      if type == wkbNone { return 100 }
      let plain = OGR_GT_Flatten(OGR_GT_GetLinear(type))
      return switch plain {
      case wkbPoint, wkbLineString, wkbPolygon, wkbMultiPoint, wkbMultiLineString,
        wkbMultiPolygon:
        Int(plain.rawValue)
      case wkbTriangle: 3
      case wkbPolyhedralSurface, wkbTIN: 6
      default: 0
      }
    }
  }
#endif
