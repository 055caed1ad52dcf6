/// What a first walk over a GeoJSON input found: where the features are and what they hold.
struct GeoJSONIndex {
  /// The byte at which every feature starts.
  var features: [Int] = []
  /// The attributes.
  var schema = GeoJSONSchema()
  /// The geometries.
  var geometry = ObservedGeometry()
  /// Whether a feature has an id that is not a whole number.
  var hasTextIDs = false
  /// The name of the collection, where it has one.
  var name: String?
  /// What the `crs` member says; the outer optional is whether there is one.
  var crs: GeoJSONCRS = .absent
  /// What the `xy_coordinate_resolution` member of GDAL says.
  var resolution: Double?
  /// The number of JSON texts: more than one for a sequence.
  var textCount = 0
}
