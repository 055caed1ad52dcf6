import Assessment
import Geometry
import Permeability
import Testing

struct PlanTests {
  @Test func `the length of a plan is that of its lines`() {
    let geometry = LineColumn([[[Position(x: 60, y: 45), Position(x: 61, y: 45)]]])
    let line = PlannedLine(
      id: "1", design: BarrierDesign(.railway, status: .planned), length: 78_846)
    #expect(Plan("a", geometry: geometry, lines: [line]).length == 78_846)
  }
}
