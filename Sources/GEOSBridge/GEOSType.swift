/// The types of `GEOSGeomTypes`, with the numbers that GEOS gives them.
enum GEOSType: Int32 {
  case point = 0
  case lineString = 1
  case linearRing = 2
  case polygon = 3
  case multiPoint = 4
  case multiLineString = 5
  case multiPolygon = 6
  case geometryCollection = 7
}
