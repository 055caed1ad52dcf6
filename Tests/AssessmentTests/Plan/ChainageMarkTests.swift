import Assessment
import Formats
import Testing

struct ChainageMarkTests {
  @Test(
    arguments: [
      ("12+350", 12_350), ("K12+350", 12_350), ("km 12+350", 12_350), ("км 12+350.5", 12_350.5),
      ("km 12.35", 12_350), ("12.35 km", 12_350), ("350 m", 350), ("PK123+50", 12_350),
      ("ПК 123+50", 12_350), ("0+000", 0), ("12,350", 12_350), ("12,35 km", 12_350),
      ("STA 12+350", 12_350),
    ])
  func `texts with a unit of their own are metres`(text: String, metres: Double) {
    guard case .metres(let value)? = ChainageMark(text, in: nil) else {
      Issue.record("\(text) was not read as metres")
      return
    }
    #expect(abs(value - metres) < 1e-6)
  }

  @Test func `a bare number is in the unit of its column, if that has one`() {
    #expect(ChainageMark("12.5", in: .kilometres) == .metres(12_500))
    #expect(ChainageMark("12.5", in: .metres) == .metres(12.5))
    #expect(ChainageMark("12.5", in: nil) == .number(12.5))
    #expect(ChainageMark("12+350", in: .metres) == .metres(12_350))
    // Thousands or decimals: nobody knows.
    #expect(ChainageMark("12,350", in: .metres) == nil)
  }

  @Test(
    arguments: [
      "", "km", "12+1350", "PK12+150", "1.5+200", "-3", "twelve", "1e3", "12+", "+5", "nan",
    ])
  func `what is no chainage is none`(text: String) {
    #expect(ChainageMark(text, in: nil) == nil)
  }

  @Test func `the column is found by its name, in any case`() {
    let found = ChainageMark.column(among: [Field("id", .text), Field("Chainage_KM", .real)])
    #expect(found?.index == 1)
    #expect(found?.unit == .kilometres)
    #expect(ChainageMark.column(among: [Field("lon", .real)]) == nil)
  }
}
