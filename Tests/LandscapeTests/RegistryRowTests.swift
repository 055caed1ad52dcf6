import Formats
import Testing

@testable import Landscape

@Suite("Rows of a registry")
struct RegistryRowTests {
  private func row(_ text: String) throws -> RegistryRow {
    let table = try CSVTable(parsing: "number,class,states\n" + text, name: "test.csv")
    return RegistryRow(table: table, values: table.rows[0])
  }

  @Test func `values are read as what they are`() throws {
    let row = try row("3,fence_game,Mongolia; China\n")
    #expect(try row.integer("number") == 3)
    #expect(try row.word("class", of: BarrierClass.self) == .fenceGame)
    #expect(try row.list("states") == ["Mongolia", "China"])
    #expect(try self.row(",fence_game,\n").integer("number") == nil)
  }

  @Test func `what is no number and no word of its list is refused by name`() throws {
    let row = try row("three,hedge,\n")
    let number = #expect(throws: FormatError.self) { try row.integer("number") }
    #expect(number?.problem == "the column number of a registry holds 'three'")
    let word = #expect(throws: FormatError.self) { try row.word("class", of: BarrierClass.self) }
    #expect(word?.problem == "the column class of a registry holds 'hedge'")
    #expect(throws: FormatError.self) { try row.text("no such column") }
  }

  @Test func `no two rows of a registry have the same id`() {
    #expect(Set(Region.all.map(\.id)).count == Region.all.count)
    #expect(Set(Activity.all.map(\.id)).count == Activity.all.count)
    #expect(Set(Country.all.map(\.id)).count == Country.all.count)
    #expect(Set(SchematicData.layers.map(\.id)).count == SchematicData.layers.count)
  }
}
