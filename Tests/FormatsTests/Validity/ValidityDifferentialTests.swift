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
  for number in 0..<5000 {
    let polygons = PolygonColumn([generator.next()])
    let ours = polygons.validity(ofRow: 0)
    let theirs = try complaint(of: geos, polygons)
    #expect(
      ours.isValid == (theirs == nil), "polygon \(number): \(ours), GEOS: \(theirs ?? "valid")")
    guard let flaw = ours.flaw else {
      validCount += 1
      continue
    }
    flaws[flaw, default: 0] += 1
    // Of several broken rules either may name another one, but what we find later in the order of
    // rules, GEOS does not find earlier.
    let meetings: [Validity.Flaw] = [.selfIntersection, .ringSelfIntersection]
    if !meetings.contains(flaw) { #expect(flaw.rawValue == theirs) }
  }
  print(validCount, flaws)
  // Neither side may be a matter of course.
  #expect(validCount > 1000)
  #expect(flaws.keys.count == Validity.Flaw.allCases.count - 2)
  #expect(flaws.values.allSatisfy { $0 > 10 })
}
