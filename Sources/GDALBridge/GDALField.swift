/// One attribute of a layer, as GDAL declares it.
package struct GDALField: Sendable, Hashable {
  /// What an attribute holds.
  package enum Kind: Sendable, Hashable {
    /// Whole numbers.
    case integer
    /// Floating-point numbers.
    case real
    /// True or false.
    case boolean
    /// Text.
    case text
    /// A day.
    case date
    /// A time of day, read as text.
    case time
    /// An instant.
    case dateTime
    /// Lists and binary data, which are not read; with GDAL's name of the type.
    case unsupported(String)
  }

  /// The name.
  package var name: String
  /// What the attribute holds.
  package var kind: Kind

  /// Describes an attribute.
  package init(_ name: String, _ kind: Kind) {
    self.name = name
    self.kind = kind
  }

  /// Whether the attribute can be read.
  package var isSupported: Bool {
    if case .unsupported = kind { false } else { true }
  }
}

#if GDAL
  internal import CGDAL

  extension GDALField {
    /// Reads a definition of GDAL's.
    init(_ definition: OGRFieldDefnH) {
      let type = OGR_Fld_GetType(definition)
      let kind: Kind =
        switch type {
        case OFTInteger:
          OGR_Fld_GetSubType(definition) == OFSTBoolean ? .boolean : .integer
        case OFTInteger64: .integer
        case OFTReal: .real
        case OFTString: .text
        case OFTDate: .date
        case OFTTime: .time
        case OFTDateTime: .dateTime
        default: .unsupported(OGR_GetFieldTypeName(type).map { String(cString: $0) } ?? "unknown")
        }
      self.init(OGR_Fld_GetNameRef(definition).map { String(cString: $0) } ?? "", kind)
    }
  }
#endif
