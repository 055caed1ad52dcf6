import Formats
import GEOSBridge
import Geometry
import TestSupport
import Testing

extension Validity {
  /// The broken rule alone.
  fileprivate var flaw: Validity.Flaw? {
    if case .invalid(let flaw, _) = self { flaw } else { nil }
  }
}

/// What GEOS says of the first row: the rule in its words, or nil for a valid one.
private func complaint(of geos: GEOSContext, _ polygons: PolygonColumn, row: Int = 0) throws
  -> String?
{
  try geos.makePolygon(row: row, of: polygons).invalidity()?.reason
}

@Test(arguments: UInt64(1)...12)
func `validity agrees with GEOS on random polygons`(seed: UInt64) throws {
  var generator = PolygonGenerator(seed: seed)
  let geos = GEOSContext()
  var flaws: [Validity.Flaw: Int] = [:]
  var validCount = 0
  for number in 0..<4200 {
    let polygons = PolygonColumn([generator.next()])
    let ours = polygons.validity(ofRow: 0)
    let theirs = try complaint(of: geos, polygons)
    // Of several broken rules GEOS may name another one, but where we find no contact that is not
    // allowed, it is the same.
    let isSame =
      switch ours.flaw {
      case .selfIntersection, .ringSelfIntersection: theirs != nil
      case let flaw: flaw?.rawValue == theirs
      }
    // An expectation for each would cost more time than what it looks at.
    if !isSame { Issue.record("polygon \(number): \(ours), GEOS: \(theirs ?? "valid")") }
    if let flaw = ours.flaw { flaws[flaw, default: 0] += 1 } else { validCount += 1 }
  }
  // Neither side may be a matter of course.
  #expect(validCount > 1000)
  #expect(flaws.keys.count == Validity.Flaw.allCases.count - 2)
  #expect(flaws.values.allSatisfy { $0 > 5 })
}

@Test(arguments: UInt64(1)...4)
func `validity does not depend on where rings start, how they run and how they are ordered`(
  seed: UInt64
) {
  var generator = PolygonGenerator(seed: 1000 + seed)
  for number in 0..<1000 {
    let parts = generator.next()
    let validity = PolygonColumn([parts]).validity(ofRow: 0)
    let same = PolygonColumn([generator.redrawn(parts)]).validity(ofRow: 0)
    let turned = PolygonColumn([parts.map { $0.map { $0.map { Position(-$0.y, $0.x) } } }])
    for other in [same, turned.validity(ofRow: 0)] where validity.isValid != other.isValid {
      Issue.record("polygon \(number): \(validity), redrawn: \(other)")
    }
  }
}

#if GDAL
  @Test(
    .enabled(if: TestFiles.hasSharedData, Comment(rawValue: TestFiles.needsSharedData)),
    arguments: [
      "natural-earth/ne_10m_admin_0_countries.fgb", "natural-earth/ne_10m_lakes.fgb",
      "natural-earth/ne_10m_glaciated_areas.fgb", "natural-earth/ne_10m_playas.fgb",
      "natural-earth/ne_10m_geography_regions_polys.fgb",
      "osm-central-asia/kyrgyzstan_protected_areas.fgb",
      "osm-central-asia/mongolia_protected_areas.fgb",
      "osm-central-asia/tajikistan_protected_areas.fgb",
      "osm-central-asia/turkmenistan_protected_areas.fgb",
      "osm-central-asia/uzbekistan_protected_areas.fgb", "synthetic-cami/ptcr_schematic.gpkg",
      "synthetic-cami/ranges_iucn_schema.shp",
    ])
  func `validity agrees with GEOS on real data`(file: String) throws {
    let reader = try GDALReader(path: TestFiles.shared(file))
    let layer = try reader.open(layer: reader.layers[0].name)
    let geos = GEOSContext()
    var count = 0
    while let batch = try layer.next(limit: 4096) {
      let polygons = batch.geometry.polygons
      for row in 0..<polygons.count {
        let theirs = try complaint(of: geos, polygons, row: row)
        #expect(polygons.validity(ofRow: row).flaw?.rawValue == theirs, "row \(row)")
        count += 1
      }
    }
    #expect(count > 0)
  }
#endif
