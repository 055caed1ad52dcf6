#if GDAL
  internal import CGDAL

  /// Reads features one at a time.
  package final class OGRFeatureCursor: FeatureCursor {
    private let layer: GDALLayer
    private let messages: GDALMessages
    private let fields: [GDALField]
    private var feature: OGRFeatureH?
    private var wkb = UnsafeMutableRawBufferPointer.allocate(byteCount: 4096, alignment: 8)
    private var failuresBefore = 0
    /// What GDAL complained of while it read this feature, if anything.
    package private(set) var complaint: String?

    /// Starts before the first feature of `layer`.
    package init(_ layer: GDALLayer) {
      self.layer = layer
      messages = layer.dataset.messages
      fields = layer.info.fields
      messages.collect { OGR_L_ResetReading(layer.handle) }
      _ = messages.takeFailures()
      failuresBefore = messages.failureCount
    }

    deinit {
      OGR_F_Destroy(feature)
      wkb.deallocate()
    }

    package func catchingMessages<Result, Failure: Error>(
      _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result { try messages.collect(body) }

    package func advance() throws(GDALError) -> Bool {
      OGR_F_Destroy(feature)
      feature = OGR_L_GetNextFeature(layer.handle)
      complaint = nil
      guard messages.failureCount > failuresBefore else { return feature != nil }
      failuresBefore = messages.failureCount
      let failures = messages.takeFailures()
      if feature == nil { throw GDALError(step: "OGR_L_GetNextFeature", messages: failures) }
      complaint = failures.joined(separator: "; ")
      return true
    }

    package var id: Int64 { OGR_F_GetFID(feature) }

    package func withWKB<Failure: Error>(
      _ body: (RawSpan?) throws(Failure) -> Void
    ) throws(Failure) {
      guard let geometry = OGR_F_GetGeometryRef(feature), OGR_G_IsEmpty(geometry) == 0 else {
        return try body(nil)
      }
      let count = OGR_G_WkbSizeEx(geometry)
      if count > wkb.count {
        wkb.deallocate()
        wkb = .allocate(byteCount: 2 * count, alignment: 8)
      }
      guard OGR_G_ExportToIsoWkb(geometry, wkbNDR, wkb.baseAddress) == OGRERR_NONE else {
        return try body(nil)
      }
      try body(RawSpan(_unsafeBytes: wkb[..<count]))
    }

    private func hasValue(_ field: Int) -> Bool {
      OGR_F_IsFieldSetAndNotNull(feature, Int32(field)) != 0
    }

    package func integer(at field: Int) -> Int64? {
      hasValue(field) ? OGR_F_GetFieldAsInteger64(feature, Int32(field)) : nil
    }

    package func real(at field: Int) -> Double? {
      hasValue(field) ? OGR_F_GetFieldAsDouble(feature, Int32(field)) : nil
    }

    package func boolean(at field: Int) -> Bool? {
      hasValue(field) ? OGR_F_GetFieldAsInteger(feature, Int32(field)) != 0 : nil
    }

    package func withText(at field: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) -> Bool {
      guard hasValue(field), let text = OGR_F_GetFieldAsString(feature, Int32(field)) else {
        return false
      }
      let count = strlen(text)
      text.withMemoryRebound(to: UInt8.self, capacity: count) {
        body(UnsafeBufferPointer(start: $0, count: count))
      }
      return true
    }

    package func isoText(at field: Int) -> String? {
      guard hasValue(field) else { return nil }
      var (year, month, day, hour, minute, zone) = (
        Int32(), Int32(), Int32(), Int32(), Int32(), Int32()
      )
      var second: Float = 0
      guard
        OGR_F_GetFieldAsDateTimeEx(
          feature, Int32(field), &year, &month, &day, &hour, &minute, &second, &zone) != 0
      else { return nil }
      let inDay =
        (Int(hour) * 3600 + Int(minute) * 60) * 1000 + Int((Double(second) * 1000).rounded())
      switch fields[field].kind {
      case .date: return ISOTime.date(year: Int(year), month: Int(month), day: Int(day))
      case .time: return ISOTime.time(milliseconds: inDay)
      default:
        // 100 is UTC, one step a quarter of an hour; 0 and 1 say nothing and are taken as UTC.
        let offset = zone > 1 ? Int(zone - 100) * 900_000 : 0
        let days = ISOTime.daysSince1970(year: Int(year), month: Int(month), day: Int(day))
        return ISOTime.instant(millisecondsSince1970: days * 86_400_000 + inDay - offset)
      }
    }
  }
#endif
