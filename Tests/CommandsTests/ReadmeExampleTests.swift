import Kulan
import TestSupport
import Testing

@Test("the library example of the README does what it says")
func readmeExample() async throws {
  let ranges = try await LayerStream(
    LayerQuery(SourceSpec(TestFiles.fixture("input/overlay-polygons.geojson")), kind: .polygon)
  ).rest()
  let overlay = try await PolygonOverlay(ranges.geometry.polygons, measuredBy: .geodesic)

  let query = LayerQuery(
    SourceSpec(TestFiles.fixture("input/overlay-lines.geojson")), kind: .line)
  let fences = try LayerStream(query)
  var meetings = 0
  while let batch = try await fences.next() {
    for meeting in try await overlay.cut(batch.geometry.lines).meetings {
      #expect(batch.ids[meeting.line] != .null && ranges.ids[meeting.polygon] != .null)
      #expect(meeting.insideLength >= 0)
      meetings += 1
    }
  }
  #expect(meetings > 0)
}
