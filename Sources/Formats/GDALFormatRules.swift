#if GDAL
  internal import GDALBridge

  /// What one of GDAL's drivers needs to be told, and what it cannot hold.
  struct GDALFormatRules {
    /// The driver.
    let driver: GDALDriver
    /// Options for the file.
    private(set) var datasetOptions: [String] = []
    /// Options for each layer.
    private(set) var layerOptions: [String] = []
    /// The greatest number of bytes in the name of an attribute.
    private(set) var nameLimit = Int.max
    /// Whether coordinates must be longitude and latitude on WGS 84.
    private(set) var needsLongitudeLatitude = false
    /// Whether single and multi-geometries may not be mixed in one layer.
    private(set) var needsMulti = false
    /// Kinds that the driver changes on the way, so that they are written as text.
    private var kindsAsText: Set<Field.Kind> = []
    /// Whether several layers can be written at once.
    private(set) var holdsSeveralLayers: Bool
    /// Whether features can have attributes of the user's.
    private(set) var holdsAttributes = true

    /// Drivers that are preferred to others with the same extension: KML to LIBKML, whose time grows
    /// with the square of the number of features.
    private static let preferred = ["KML", "LIBKML", "OpenFileGDB", "ESRI Shapefile", "GML"]

    /// Finds the driver that writes files with an extension; nil when there is none.
    init?(extension pathExtension: String) {
      let drivers = GDALLibrary.drivers.filter {
        $0.canCreate && $0.extensions.contains(pathExtension)
      }
      let best = Self.preferred.lazy.compactMap { name in drivers.first { $0.name == name } }.first
      guard let driver = best ?? drivers.first else { return nil }
      self.driver = driver
      // KML would put the features of all layers into the one that was begun last.
      holdsSeveralLayers = driver.holdsSeveralLayers && driver.name != "KML"
      switch driver.name {
      case "ESRI Shapefile":
        layerOptions = ["ENCODING=UTF-8"]
        nameLimit = 10
      case "MapInfo File": layerOptions = ["ENCODING=UTF-8"]
      case "FlatGeobuf":
        needsMulti = true
        kindsAsText = [.date]  // it has instants only
      case "OpenFileGDB": kindsAsText = [.date, .dateTime]  // GDAL 3.6 writes them a second off
      case "LIBKML", "KML": needsLongitudeLatitude = true
      case "GPX":
        datasetOptions = ["GPX_USE_EXTENSIONS=YES"]
        needsLongitudeLatitude = true
        needsMulti = true  // lines become tracks, as recorded, and not routes, as planned
        kindsAsText = [.date, .dateTime]  // extensions hold text alone
      case "DXF": holdsAttributes = false
      default: break
      }
    }

    /// The extensions that some driver writes, without dots.
    static var writableExtensions: [String] {
      Set(GDALLibrary.drivers.filter(\.canCreate).flatMap(\.extensions)).sorted()
    }

    /// Returns the type in which the driver can hold attributes of a kind.
    func kind(for kind: Field.Kind) -> GDALField.Kind {
      if !holdsAttributes { return .unsupported(driver.name) }
      if kindsAsText.contains(kind) { return .text }
      switch kind {
      case .integer: return holds("Integer64") ? .integer : .real
      case .real: return .real
      case .boolean: return .boolean
      case .text: return .text
      case .date: return holds("Date") ? .date : .text
      case .dateTime: return holds("DateTime") ? .dateTime : .text
      }
    }

    private func holds(_ type: String) -> Bool {
      driver.fieldTypes.isEmpty || driver.fieldTypes.contains(type)
    }

    /// Returns the type in which a layer is written.
    func geometryType(for type: GeometryType) -> GeometryType {
      guard needsMulti else { return type }
      return switch type {
      case .lineString: .multiLineString
      case .polygon: .multiPolygon
      // Points of GPX are single by definition.
      case .point where driver.name != "GPX": .multiPoint
      default: type
      }
    }
  }
#endif
