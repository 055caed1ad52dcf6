import Formats
import Landscape
import Permeability
import Testing

@Suite("Parameters")
struct ParameterTests {
  private static let header =
    "species,barrier_class,modifier,low,central,high,evidence_grade,citation,verified,param,unit,"
    + "dP_sign,note,direction_grade\n"

  @Test func `the bundled table has the rows that it is known for`() {
    let rows = ParameterTable.bundled.rows
    #expect(rows.count == 417)
    #expect(rows.count { $0.grade == .measured } == 20)
    #expect(rows.count { $0.grade == .analogue } == 19)
    #expect(rows.count { $0.grade == .judged } == 378)
  }

  @Test func `every name is in the table, and a species comes before all`() throws {
    for name in ParameterName.allCases {
      #expect(ParameterTable.bundled.rows.contains { $0.name == name.id }, "\(name.id)")
      #expect(ParameterName(id: name.id) == name)
    }
    let table = ParameterTable.bundled
    #expect(
      try #require(table.prior(of: .railFencedBoth, for: "mongolian_gazelle")).value.high == 0.142)
    #expect(try #require(table.prior(of: .railFencedBoth, for: "argali")).species == nil)
  }

  @Test(arguments: [
    ("sagia,road,x,1,2,3,C,me,no,T50_road,veh/day,+,,C", "column species", "saiga"),
    ("saiga,raod,x,1,2,3,C,me,no,T50_road,veh/day,+,,C", "column barrier_class", "road"),
    ("saiga,road,x,3,2,4,C,me,no,T50_road,veh/day,+,,C", "column low", "bounds"),
    ("saiga,road,x,1,2,1,C,me,no,T50_road,veh/day,+,,C", "column high", "bounds"),
    ("saiga,road,x,1,two,3,C,me,no,T50_road,veh/day,+,,C", "column central", "point"),
    ("saiga,road,x,1,2,3,D,me,no,T50_road,veh/day,+,,C", "column evidence_grade", "A, B and C"),
    ("saiga,road,x,1,2,3,C,me,no,T50_raod,veh/day,+,,C", "column param", "T50_road"),
    ("saiga,road,x,1,2,3,C,me,no,T50_road,veh/day,*,,C", "column dP_sign", "+"),
    ("saiga,road,x,1,2,3,C,,no,T50_road,veh/day,+,,C", "column citation", "fill"),
  ])
  func `a wrong row is refused, naming line and column`(row: String, place: String, help: String) {
    let error = #expect(throws: FormatError.self) {
      try ParameterTable.bundled.replacingRows(parsing: Self.header + row, name: "mine.csv")
    }
    #expect(error?.problem.contains("mine.csv, line 2") == true)
    #expect(error?.problem.contains(place) == true)
    #expect(error?.help.contains(help) == true)
  }

  @Test func `a missing row is named`() {
    let error = #expect(throws: FormatError.self) {
      try ParameterTable(parsing: Self.header, name: "empty.csv")
    }
    #expect(error?.problem.contains("P_prior of border_system for any") == true)
  }

  @Test func `one row of the user replaces one row, for one species`() throws {
    let row = "saiga,road,mine,10,20,30,A,my data,yes,T50_road,veh/day,+,,A"
    let table = try ParameterTable.bundled.replacingRows(
      parsing: Self.header + row, name: "mine.csv")
    #expect(table.rows.count == 417)
    #expect(try #require(table.row(of: .roadTraffic, for: "saiga")).value.central == 20)
    #expect(try #require(table.row(of: .roadTraffic, for: "argali")).value.central == 2000)
    #expect(try #require(table.row(of: .roadTraffic, for: "saiga")).origin == "mine.csv, line 2")
  }
}
