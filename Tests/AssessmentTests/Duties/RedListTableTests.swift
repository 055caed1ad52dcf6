import Formats
import Testing

@testable import Assessment

struct RedListTableTests {
  private static let header = "species,category,assessed,population_share_percent\n"

  @Test func `species have any name of the registry`() throws {
    let found = try RedListTable.parse(
      Self.header + "Saiga tatarica,nt,2023-12-11,12.5\nkulan, CR ,2020,\n", name: "red.csv")
    #expect(
      found == [
        "saiga": RedListEntry(.nearThreatened, assessed: "2023-12-11", populationShare: 12.5),
        "asiatic_wild_ass": RedListEntry(.criticallyEndangered, assessed: "2020"),
      ])
  }

  @Test(arguments: [
    ("saiga,NT,2023,1\nunicorn,CR,2020,", "red.csv, line 3: no species"),
    ("saiga,XX,2023,", "red.csv, line 2: 'XX' is no category"),
    ("saiga,NT,last year,", "red.csv, line 2: 'last year' does not say when"),
    ("saiga,NT,2023-13,", "red.csv, line 2: '2023-13' does not say when"),
    ("saiga,NT,,", "red.csv, line 2: '' does not say when"),
    ("saiga,NT,2023,101", "red.csv, line 2: '101' is no share"),
    ("saiga,NT,2023,many", "red.csv, line 2: 'many' is no share"),
    ("saiga,NT,2023,1\nSaiga tatarica,NT,2023,1", "red.csv, line 3: a second line for saiga"),
  ])
  func `errors name the line`(_ rows: String, _ problem: String) {
    let error = #expect(throws: FormatError.self) {
      try RedListTable.parse(Self.header + rows, name: "red.csv")
    }
    #expect(error?.kind == .badData)
    #expect(error?.problem.hasPrefix(problem) == true, "\(error?.problem ?? "")")
  }

  @Test func `a missing column is named`() {
    let error = #expect(throws: FormatError.self) {
      try RedListTable.parse("species,category,assesed\n", name: "red.csv")
    }
    #expect(error?.problem == "red.csv has no column 'assessed'")
  }
}
