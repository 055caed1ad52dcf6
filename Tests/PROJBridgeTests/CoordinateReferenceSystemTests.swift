import Geometry
import PROJBridge
import Testing

private let esriWKT =
  #"GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],"#
  + #"PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]"#
private let gdalWKT =
  #"GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],"#
  + #"PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]]"#

@Test(arguments: [
  "EPSG:4326", "epsg:4326", "4326", " 4326\n", "OGC:CRS84", "CRS84", "WGS 84", "EPSG:4979",
  "urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:OGC::CRS84", "urn:ogc:def:crs:EPSG::4326",
  "http://www.opengis.net/def/crs/OGC/1.3/CRS84", "+proj=longlat +datum=WGS84 +no_defs",
  "+proj=longlat +datum=WGS84 +no_defs +type=crs", "+init=epsg:4326", esriWKT, gdalWKT,
])
func `every way to write longitude and latitude on WGS 84 is recognized`(text: String) throws {
  let crs = try CoordinateReferenceSystem(text)
  #expect(crs.isWGS84LongitudeLatitude && crs.isGeographic)
  #expect(crs.wholeTurn == 360)
  #expect(crs.authorityCode != nil)
}

@Test(arguments: [
  "EPSG:4258", "EPSG:4284", "EPSG:4267", "+proj=longlat +ellps=WGS84",
  "+proj=longlat +datum=WGS84 +pm=paris", "EPSG:4807",
])
func `other datums and meridians are geographic, but not WGS 84`(text: String) throws {
  let crs = try CoordinateReferenceSystem(text)
  #expect(crs.isGeographic && !crs.isWGS84LongitudeLatitude)
}

@Test func `gons make a turn of 400`() throws {
  #expect(try CoordinateReferenceSystem("EPSG:4807").wholeTurn == 400)
}

@Test func `a projected system says what it is`() throws {
  let crs = try CoordinateReferenceSystem("EPSG:32640")
  #expect(crs.name == "WGS 84 / UTM zone 40N")
  #expect(crs.authorityCode == "EPSG:32640")
  #expect(!crs.isGeographic && !crs.isWGS84LongitudeLatitude && crs.wholeTurn == nil)
  #expect(crs.areaOfUse?.minX == 54 && crs.areaOfUse?.maxX == 60 && crs.areaOfUse?.maxY == 84)
  #expect(crs.wkt1?.hasPrefix("PROJCS[") == true)
  #expect(crs.wkt2.hasPrefix("PROJCRS["))
}

@Test(arguments: ["EPSG:32640", "EPSG:3857", "EPSG:28412", "EPSG:4284", "ESRI:102025"])
func `WKT and PROJJSON say the same as the code`(code: String) throws {
  let crs = try CoordinateReferenceSystem(code)
  for text in [crs.wkt2, crs.projJSON] + (crs.wkt1.map { [$0] } ?? []) {
    let copy = try CoordinateReferenceSystem(text)
    #expect(copy.name == crs.name)
    #expect(copy.authorityCode == code)
  }
}

@Test func `a definition without code is identified where PROJ is sure`() throws {
  let esri =
    #"PROJCS["WGS_1984_UTM_Zone_40N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984","#
    + #"SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],"#
    + #"UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],"#
    + #"PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],"#
    + #"PARAMETER["Central_Meridian",57.0],PARAMETER["Scale_Factor",0.9996],"#
    + #"PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]"#
  #expect(try CoordinateReferenceSystem(esri).authorityCode == "EPSG:32640")
  let own = try CoordinateReferenceSystem("+proj=laea +lat_0=45 +lon_0=80 +datum=WGS84")
  #expect(own.authorityCode == nil)
}

@Test func `a bound system and the horizontal part of a compound one count`() throws {
  let bound = "+proj=longlat +ellps=krass +towgs84=23.57,-140.95,-79.8,0,0.35,0.79,-0.22"
  #expect(try CoordinateReferenceSystem(bound).isGeographic)
  #expect(try CoordinateReferenceSystem("EPSG:32640+5773").authorityCode == "EPSG:32640")
}

@Test(arguments: [
  "", "nonsense", "EPSG:432666", "WGS", "UTM zone 40N", "EPSG:5773", "EPSG:4978", "+proj=nonsense",
  "GEOGCS[\"broken", "{\"type\": 7}", "+proj=utm +zone=99", "EPSG:", "999999999999999999999",
])
func `what is no horizontal system is refused with a reason`(text: String) {
  let error = #expect(throws: PROJError.self) { _ = try CoordinateReferenceSystem(text) }
  #expect(error?.message.isEmpty == false)
  #expect(error?.message != "no message")
}

@Test func `the versions of PROJ and its database are known`() {
  #expect(PROJVersion.library.first?.isNumber == true)
  #expect(PROJVersion.database?.isEmpty == false)
}
