extension LayerHeader {
  /// Whether the coordinates are longitude and latitude on WGS 84, as far as the name of the system
  /// says.
  var isLongitudeLatitude: Bool {
    guard let crs else { return false }
    return ["EPSG:4326", "OGC:CRS84"].contains(GeoJSONCRS.authorityCode(crs).uppercased())
  }

  /// Refuses geometry in other coordinates, for an output whose format knows no others.
  ///
  /// - Parameters:
  ///   - path: The output.
  ///   - format: The name of its format.
  /// - Throws: `usage`.
  func requireLongitudeLatitude(of path: String, _ format: String) throws(FormatError) {
    if geometryType == .none || isLongitudeLatitude { return }
    throw FormatError(
      .usage,
      "\(path): \(format) holds longitude and latitude on WGS 84, and the layer '\(name)' is "
        + (crs.map { "in \($0.prefix(60))" } ?? "in no known system"),
      help: "transform it to EPSG:4326 first, or write a GeoPackage")
  }
}
