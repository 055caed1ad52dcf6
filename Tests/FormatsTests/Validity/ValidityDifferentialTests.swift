import Formats
import GEOSBridge
import Geometry
import TestSupport
import Testing

@Test(arguments: UInt64(1)...10)
func `validity agrees with GEOS on random polygons`(seed: UInt64) throws {
  var generator = PolygonGenerator(seed: seed)
  let geos = GEOSContext()
  var verdicts: [String: Int] = [:]
  for number in 0..<6000 {
    let parts = try generator.next()
    let polygons = PolygonColumn([parts])
    let ours = polygons.validity(ofRow: 0)
    let theirs = try geos.makePolygon(row: 0, of: polygons).invalidity()
    if ours.isValid != (theirs == nil) {
      Issue.record("\(seed)/\(number): \(ours) GEOS: \(theirs as Any) \(parts.map { $0.map { $0.map { "\($0.x) \($0.y)" }.joined(separator: ", ") } })")
    }
    var key = "valid"
    if case .invalid(let flaw, _) = ours { key = flaw.rawValue }
    if key != theirs?.reason ?? "valid" { key += " / \(theirs?.reason ?? "valid")"}
    verdicts[key, default: 0] += 1
  }
  print(verdicts)
}
