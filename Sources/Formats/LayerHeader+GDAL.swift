#if GDAL
  internal import GDALBridge

  extension LayerHeader {
    /// Says in our terms what GDAL says of a layer.
    init(_ info: GDALLayerInfo) {
      var names = UniqueNames()
      var fields: [Field] = []
      var notes: [String] = []
      for field in info.fields {
        guard let kind = Field.Kind(field.kind) else {
          notes.append("attribute \(field.name) is left out: \(field.kind.name)")
          continue
        }
        let name = names.name(for: field.name)
        if name != field.name {
          notes.append("a second attribute \(field.name) is read as \(name)")
        }
        fields.append(Field(name, kind))
      }
      self.init(
        name: info.name, geometryType: GeometryType(code: info.geometryCode), crs: info.crs,
        fields: fields)
      featureCount = info.featureCount
      extent = info.extent
      self.notes = notes
    }
  }

  extension Field.Kind {
    /// The kind in which an attribute of GDAL's is held; nil when it cannot be.
    fileprivate init?(_ kind: GDALField.Kind) {
      switch kind {
      case .integer: self = .integer
      case .real: self = .real
      case .boolean: self = .boolean
      case .text, .time: self = .text
      case .date: self = .date
      case .dateTime: self = .dateTime
      case .unsupported: return nil
      }
    }
  }

  extension GDALField.Kind {
    fileprivate var name: String {
      if case .unsupported(let type) = self { "Kulan does not hold the type \(type)" } else { "" }
    }
  }

  extension GeometryType {
    /// The codes of well-known binary, and 100 for a table without geometry.
    private static let codes: [Int: GeometryType] = [
      1: .point, 2: .lineString, 3: .polygon, 4: .multiPoint, 5: .multiLineString,
      6: .multiPolygon, 100: .none,
    ]

    fileprivate init(code: Int) { self = Self.codes[code] ?? .unknown }

    /// The code in well-known binary: 0 for any mixture, 100 for a table without geometry.
    var code: Int { Self.codes.first { $0.value == self }?.key ?? 0 }
  }
#endif
