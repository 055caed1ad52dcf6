import Assessment
import Geometry
import Landscape
import Permeability
import Testing

struct PlanTests {
  @Test func `the length of a plan is that of its lines`() {
    let geometry = LineColumn([[[Position(60, 45), Position(61, 45)]]])
    let line = PlannedLine(
      id: "1", design: BarrierDesign(.railUnfenced, status: .planned), length: 78_846)
    #expect(Plan("a", geometry: geometry, lines: [line]).length == 78_846)
  }
}
