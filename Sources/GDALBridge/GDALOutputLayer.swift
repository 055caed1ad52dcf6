#if GDAL
  internal import CGDAL
  package import Geometry

  /// One layer being written by one of GDAL's drivers.
  ///
  /// A feature is begun, its attributes are set, and it is ended with its geometry.
  package final class GDALOutputLayer {
    private let output: GDALOutput
    private let handle: OGRLayerH
    private let definition: OGRFeatureDefnH?
    /// The place of every attribute in the layer; nil for one that the format cannot hold.
    private let places: [Int32?]
    private let asMulti: Bool
    private var feature: OGRFeatureH?
    private var wkb: [UInt8] = []

    init(_ output: GDALOutput, _ handle: OGRLayerH, _ info: GDALLayerInfo) throws(GDALError) {
      self.output = output
      self.handle = handle
      asMulti = (4...6).contains(info.geometryCode)
      var places: [Int32?] = []
      let ownCount = OGR_FD_GetFieldCount(OGR_L_GetLayerDefn(handle))
      for field in info.fields {
        places.append(try Self.place(of: field, in: handle, ownCount, output.messages))
      }
      self.places = places
      definition = OGR_L_GetLayerDefn(handle)
    }

    deinit { OGR_F_Destroy(feature) }

    /// Creates a field, unless it is one of the first `ownCount`, which the format has by itself.
    private static func place(
      of field: GDALField, in layer: OGRLayerH, _ ownCount: Int32, _ messages: GDALMessages
    ) throws(GDALError) -> Int32? {
      let existing = OGR_FD_GetFieldIndex(OGR_L_GetLayerDefn(layer), field.name)
      if (0..<ownCount).contains(existing) { return existing }
      if case .unsupported = field.kind { return nil }
      let definition = OGR_Fld_Create(field.name, field.kind.type)
      defer { OGR_Fld_Destroy(definition) }
      if field.kind == .boolean { OGR_Fld_SetSubType(definition, OFSTBoolean) }
      try messages.check("OGR_L_CreateField") { OGR_L_CreateField(layer, definition, 1) }
      // The driver may have changed the name, so the field is the last one.
      return OGR_FD_GetFieldCount(OGR_L_GetLayerDefn(layer)) - 1
    }

    /// Calls `body` with every message of GDAL caught; to be wrapped around a run of features.
    package func catchingMessages<Result, Failure: Error>(
      _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result { try output.messages.collect(body) }

    /// Begins a feature without attributes.
    package func beginFeature() {
      OGR_F_Destroy(feature)
      feature = OGR_F_Create(definition)
    }

    /// Sets a whole number.
    package func set(_ number: Int64, at field: Int) {
      if let place = places[field] { OGR_F_SetFieldInteger64(feature, place, number) }
    }

    /// Sets a number.
    package func set(_ number: Double, at field: Int) {
      if let place = places[field] { OGR_F_SetFieldDouble(feature, place, number) }
    }

    /// Sets a text, or a date or instant given as ISO 8601 text.
    package func set(_ text: String, at field: Int) {
      if let place = places[field] { OGR_F_SetFieldString(feature, place, text) }
    }

    /// Sets an attribute to null.
    package func setNull(at field: Int) {
      if let place = places[field] { OGR_F_SetFieldNull(feature, place) }
    }

    /// Ends the feature with one row of `column` as its geometry.
    package func endFeature(row: Int, of column: GeometryColumn) throws(GDALError) {
      if column.kinds[row] != .none {
        wkb.removeAll(keepingCapacity: true)
        column.appendWKB(of: row, asMulti: asMulti, to: &wkb)
        var geometry: OGRGeometryH?
        let result = wkb.withUnsafeBytes {
          OGR_G_CreateFromWkbEx($0.baseAddress, nil, &geometry, $0.count)
        }
        guard result == OGRERR_NONE, let geometry else { throw failure("OGR_G_CreateFromWkbEx") }
        OGR_F_SetGeometryDirectly(feature, geometry)  // the feature owns it from here on
      }
      guard OGR_L_CreateFeature(handle, feature) == OGRERR_NONE else {
        throw failure("OGR_L_CreateFeature")
      }
    }

    private func failure(_ step: String) -> GDALError {
      GDALError(step: step, messages: output.messages.takeFailures())
    }
  }

  extension GDALField.Kind {
    fileprivate var type: OGRFieldType {
      switch self {
      case .integer: OFTInteger64
      case .boolean: OFTInteger
      case .real: OFTReal
      case .date: OFTDate
      case .time: OFTTime
      case .dateTime: OFTDateTime
      case .text, .unsupported: OFTString
      }
    }
  }
#endif
