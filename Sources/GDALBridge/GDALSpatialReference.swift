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
