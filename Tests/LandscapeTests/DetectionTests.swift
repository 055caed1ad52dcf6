import Formats
import Geometry
import Landscape
import TestSupport
import Testing

/// The columns of every layer of the shared real data, and what they must be taken for.
private let realLayers: [(type: GeometryType, columns: String, profile: String?, content: String)] =
  [
    (
      .multiPolygon,
      "SOVEREIGNT SOV_A3 ADM0_A3 ADMIN NAME NAME_LONG ISO_A2 ISO_A3 POP_EST CONTINENT REGION_UN "
        + "SUBREGION NAME_RU NAME_ZH NAME_EN TYPE", "natural-earth", "countries of Natural Earth"
    ),
    (
      .multiLineString,
      "rwdb_rr_id mult_track electric other_code category disp_scale add featurecla scalerank "
        + "natlscale part continent", "natural-earth", "a theme of Natural Earth"
    ),
    (
      .unknown,
      "featurecla name comment adm0_usa adm0_left adm0_right adm0_a3_l adm0_a3_r sov_a3_l sov_a3_r "
        + "type labelrank scalerank min_zoom min_label note adm0_abr_l adm0_abr_r",
      "natural-earth", "a theme of Natural Earth"
    ),
    (
      .unknown,
      "dissolve scalerank featurecla name name_alt rivernum note min_zoom name_en min_label",
      "natural-earth", "a theme of Natural Earth"
    ),
    (
      .point,
      "scalerank natscale labelrank featurecla name namepar namealt nameascii adm0cap capalt capin "
        + "worldcity megacity sov0name sov_a3 adm0name adm0_a3 adm1name iso_a2 note latitude "
        + "longitude pop_max pop_min", "natural-earth", "a theme of Natural Earth"
    ),
    (
      .multiPolygon, "class name area_km2", "openmaptiles", "protected areas of vector tiles"
    ),
    (
      .lineString, "class structure service name", "openmaptiles",
      "roads or railways of vector tiles"
    ),
    (
      .lineString, "class structure oneway name", "openmaptiles",
      "roads or railways of vector tiles"
    ),
    (
      .lineString, "osm_id code fclass name layer bridge tunnel", "osm", "a Geofabrik layer"
    ),
    (.point, "osm_id code fclass name country", "osm", "a Geofabrik layer"),
    (
      .lineString,
      "osm_id name highway waterway aerialway barrier man_made railway z_order other_tags", "osm",
      "features with OpenStreetMap tags"
    ),
    (
      .multiPolygon,
      "osm_id osm_way_id name type aeroway amenity admin_level barrier boundary building landuse "
        + "leisure man_made military natural other_tags", "osm", "features with OpenStreetMap tags"
    ),
    (
      .lineString, "name barrier fence_type height_m status", "osm",
      "features with OpenStreetMap tags"
    ),
    (
      .polygon,
      "id_no sci_name presence origin seasonal compiler yrcompiled citation subspecies subpop "
        + "source island tax_comm dist_comm generalisd legend kingdom phylum class order_ family "
        + "genus category marine terrestria freshwater SHAPE_Leng SHAPE_Area", "iucn",
      "ranges of the IUCN Red List"
    ),
    (
      .multiPolygon, "ptcr_id name countries note", "canonical",
      "regions with the number of the work programme"
    ),
    (.lineString, "name status tracks gauge_mm fenced", "canonical", "barriers without a class"),
    (
      .none, "structure_id chainage_km lon lat type width_m height_m", "canonical",
      "passages in Kulan's columns"
    ),
    // Columns as other data have them
    (
      .multiPolygon, "BINOMIAL PRESENCE ORIGIN SEASONAL", "iucn", "ranges of the IUCN Red List"
    ),
    (
      .multiPolygon,
      "WDPAID WDPA_PID PA_DEF NAME ORIG_NAME DESIG DESIG_ENG DESIG_TYPE IUCN_CAT STATUS STATUS_YR "
        + "ISO3 PARENT_ISO3", "wdpa", "protected areas of the WDPA"
    ),
    (
      .multiPolygon, "SITE_ID SITE_PID NAME_ENG NAME DESIG STATUS ISO3 PRNT_ISO3", "wdpa",
      "protected areas of the WDPA"
    ),
    (.lineString, "GP_RTP GP_REX GP_RSU GP_RCY", "grip4", "roads of GRIP4"),
    (.lineString, "id class status name country", "canonical", "barriers in Kulan's columns"),
    (.lineString, "Name Description", nil, ""),
    (.polygon, "name note", nil, ""),
  ]

@Test(arguments: realLayers)
func `the columns of a layer choose the profile`(
  type: GeometryType, columns: String, profile: String?, content: String
) {
  let fields = columns.split(separator: " ").map { Field(String($0), .text) }
  let detection = Profile.detect(fields: fields, geometryType: type)
  #expect(detection?.profile.name == profile)
  #expect(detection.map(\.content) == (profile == nil ? nil : content))
  if let detection { #expect(detection.signs.allSatisfy(fields.map(\.name).contains)) }
}

@Test func `a detection says why, and how sure it is`() throws {
  let range = header(["SCI_NAME", "PRESENCE"], .polygon)
  let sure = try #require(Profile.detect(fields: range.fields, geometryType: .polygon))
  #expect(sure.isCertain)
  #expect(
    sure.reason == "ranges of the IUCN Red List: it has the columns SCI_NAME, PRESENCE")
  #expect(sure.alternatives.isEmpty)
  let line = header(["status"], .lineString)
  let unsure = try #require(Profile.detect(fields: line.fields, geometryType: .lineString))
  #expect(!unsure.isCertain)
  #expect(
    unsure.reason
      == "barriers without a class: it has the column status; this is not certain")
}

@Test func `a layer that two profiles know names the other one`() throws {
  let both = header(["highway", "featurecla"], .lineString)
  let detection = try #require(Profile.detect(fields: both.fields, geometryType: .lineString))
  #expect(detection.profile.name == "osm")
  #expect(detection.alternatives == ["natural-earth"])
}

@Test func `profiles are found by name, and misspelt ones suggest the right one`() throws {
  #expect(
    Profile.all.map(\.name) == [
      "iucn", "wdpa", "osm", "openmaptiles", "natural-earth", "grip4", "canonical",
    ])
  for profile in Profile.all { #expect(try Profile.named(profile.id).name == profile.name) }
  let error = #expect(throws: FormatError.self) { try Profile.named("openmaptile") }
  #expect(error?.kind == .usage)
  #expect(error?.help.contains("did you mean 'openmaptiles'?") == true)
}

@Test func `a profile by name refuses a layer without its columns`() throws {
  let iucn = try Profile.named("iucn")
  let error = #expect(throws: FormatError.self) {
    _ = try ProfileMapper(iucn, header: header(["name"], .polygon))
  }
  #expect(error?.kind == .badData)
  #expect(error?.problem.contains("sci_name or binomial, and presence") == true)
}

@Test(arguments: SchematicData.layers.map(\.name))
func `every schematic layer maps without anything unknown`(name: String) throws {
  let layer = try #require(SchematicData.layer(named: name))
  let reader = try GeoJSONReader(bytes: layer.bytes, name: name)
  let header = try #require(reader.layers.first)
  let detection = Profile.detect(fields: header.fields, geometryType: header.geometryType)
  guard let detection else {
    #expect(["rivers", "lakes"].contains(name))
    return
  }
  var mapper = try ProfileMapper(detection.profile, header: header)
  let batches = try reader.open(layer: header.name)
  while let batch = try batches.next(limit: 7) { _ = mapper.map(batch) }
  #expect(mapper.report.unknown.isEmpty)
  #expect(mapper.report.featureCount == header.featureCount)
  let role: FeatureRole =
    switch name {
    case "countries": .country
    case "regions": .region
    case "ranges": .range
    case "protected-areas": .protectedArea
    default: .barrier
    }
  #expect(mapper.report.roles.map(\.role) == [role])
  let excluded = ["ranges": 9, "protected-areas": 1][name] ?? 0
  #expect(mapper.report.excluded.map(\.count).reduce(0, +) == excluded)
}

#if GDAL
  /// Real files and what profile must read them.
  private let realFiles = [
    ("natural-earth/ne_10m_admin_0_countries.fgb", "natural-earth"),
    ("natural-earth/ne_10m_railroads.fgb", "natural-earth"),
    ("natural-earth/ne_10m_rivers_lake_centerlines.fgb", "natural-earth"),
    ("osm-central-asia/mongolia_rail.fgb", "openmaptiles"),
    ("osm-central-asia/mongolia_roads.fgb", "openmaptiles"),
    ("osm-central-asia/uzbekistan_protected_areas.fgb", "openmaptiles"),
    ("osm-uzbekistan-railways-shp/uzbekistan_railways.shp", "osm"),
    ("synthetic-cami/ranges_iucn_schema.shp", "iucn"),
    ("synthetic-cami/ptcr_schematic.gpkg", "canonical"),
    ("synthetic-cami/border_fences_schematic.geojson", "osm"),
  ]

  @Test(
    .enabled(if: TestFiles.hasSharedData, Comment(rawValue: TestFiles.needsSharedData)),
    arguments: realFiles)
  func `every feature of a real layer is accounted for`(file: String, profile: String) throws {
    let dataset = try Datasets.open(TestFiles.shared(file))
    let header = try #require(dataset.layers.first)
    let detection = try #require(
      Profile.detect(fields: header.fields, geometryType: header.geometryType))
    #expect(detection.profile.name == profile)
    var mapper = try ProfileMapper(detection.profile, header: header)
    let reader = try dataset.open(layer: header.name)
    var rows = 0
    while let batch = try reader.next(limit: 1000) {
      let mapped = mapper.map(batch)
      #expect(mapped.count == batch.count)
      #expect(mapped.columns.allSatisfy { $0.count == batch.count })
      rows += batch.count
    }
    #expect(mapper.report.featureCount == rows)
    #expect(mapper.report.roles.map(\.count).reduce(0, +) == rows)
    let telling = mapper.report.unknown.map { "\($0.column)=\($0.value)" }
    #expect(telling == (known[file] ?? []), "\(file)")
  }

  /// What the profiles rightly do not understand in the real files.
  private let known = [
    "natural-earth/ne_10m_admin_0_countries.fgb": ["ISO_A2=-99"],
    "synthetic-cami/border_fences_schematic.geojson": [
      "status=schematic: drawn on the state border", "fence_type=barbed wire double",
    ],
  ]
#endif
