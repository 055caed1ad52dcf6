#if GDAL
  internal import CGDAL

  /// Spatial references as the text that PROJ takes.
  enum GDALSpatialReference {
    /// Returns the authority code where the whole reference has one, else WKT 2; nil for none.
    static func text(of reference: OGRSpatialReferenceH?) -> String? {
      guard let reference else { return nil }
      if let name = OSRGetAuthorityName(reference, nil),
        let code = OSRGetAuthorityCode(reference, nil)
      {
        return "\(String(cString: name)):\(String(cString: code))"
      }
      var text: UnsafeMutablePointer<CChar>?
      defer { VSIFree(text) }
      let code = withOptions(["FORMAT=WKT2_2019"]) {
        OSRExportToWktEx(reference, &text, $0.constant)
      }
      guard code == OGRERR_NONE, let text, text.pointee != 0 else { return nil }
      return String(cString: text)
    }

    /// Whether the layer gives y before x, as the authority defines the axes; hardly any does.
    static func putsNorthFirst(_ reference: OGRSpatialReferenceH?) -> Bool {
      guard let reference,
        OSRGetAxisMappingStrategy(reference) != OAMS_TRADITIONAL_GIS_ORDER,
        OSREPSGTreatsAsLatLong(reference) != 0 || OSREPSGTreatsAsNorthingEasting(reference) != 0
      else { return false }
      var count: Int32 = 0
      guard let mapping = OSRGetDataAxisToSRSAxisMapping(reference, &count), count >= 2 else {
        return false
      }
      return mapping[0] == 1 && mapping[1] == 2
    }

    /// Calls `body` with the reference that `text` describes, x to the east.
    static func withReference<Result>(
      _ text: String, _ messages: GDALMessages,
      _ body: (OGRSpatialReferenceH) throws(GDALError) -> Result
    ) throws(GDALError) -> Result {
      let reference = try messages.unwrap("OSRNewSpatialReference") { OSRNewSpatialReference(nil) }
      defer { OSRRelease(reference) }
      OSRSetAxisMappingStrategy(reference, OAMS_TRADITIONAL_GIS_ORDER)
      try messages.check("OSRSetFromUserInput") { OSRSetFromUserInput(reference, text) }
      return try body(reference)
    }
  }
#endif
