import Formats
import TestSupport
import Testing

@Test func `a table keeps quoted delimiters, quotes and line ends`() throws {
  let text = "\u{FEFF}id, name ,note\r\n1,\"a,b\",\"say \"\"hi\"\"\nthere\"\r\n\r\n2,,\"\"\r\n"
  let table = try CSVTable(parsing: text, name: "t.csv")
  #expect(table.header == ["id", "name", "note"])
  #expect(table.rows == [["1", "a,b", "say \"hi\"\nthere"], ["2", "", ""]])
  #expect(try table.values(of: "id") == ["1", "2"])
}

@Test(arguments: [
  ("a;b,c;d\n1;2;3", 3), ("a\tb\n1\t2", 2), ("a,b;c,d\n1,2,3", 3), ("\"a;b;c\",d\n1,2", 2),
  ("a\r1\r2\r", 1),
])
func `the delimiter is the most frequent one of the first line`(text: String, columns: Int) throws {
  #expect(try CSVTable(parsing: text, name: "t.csv").header.count == columns)
}

@Test func `a broken record is refused with its line`() throws {
  let ragged = #expect(throws: FormatError.self) {
    _ = try CSVTable(parsing: "a,b\n1,\"2\n3\"\n4\n", name: "t.csv")
  }
  #expect(ragged?.problem == "t.csv, line 4: 1 fields where the header has 2")
  let unclosed = #expect(throws: FormatError.self) {
    _ = try CSVTable(parsing: "a,b\n1,\"2\n3\n4\n", name: "t.csv")
  }
  #expect(unclosed?.problem == "t.csv, line 2: a quote is opened and never closed")
  let trailing = #expect(throws: FormatError.self) {
    _ = try CSVTable(parsing: "a,b\n\"1\"x,2\n", name: "t.csv")
  }
  #expect(trailing?.problem == "t.csv, line 2: text follows the closing quote of field 1")
  #expect(throws: FormatError.self) { _ = try CSVTable(parsing: "", name: "t.csv") }
}

@Test func `an unknown column names the nearest one`() throws {
  let table = try CSVTable(parsing: "species_id,name\n", name: "t.csv")
  let error = #expect(throws: FormatError.self) { try table.column(named: "specis_id") }
  #expect(error?.help.contains("did you mean 'species_id'?") == true)
}

@Test(arguments: UInt64(1)...20)
func `any table comes back from its quoted text`(seed: UInt64) throws {
  var random = SeededGenerator(seed: seed)
  let alphabet = ["a", "ж", ",", ";", "\"", "\n", "\r\n", " ", "\t", "7", ""]
  func field() -> String {
    (0..<Int.random(in: 0...4, using: &random)).map { _ in
      alphabet.randomElement(using: &random) ?? ""
    }.joined()
  }
  let width = Int.random(in: 2...5, using: &random)
  let rows = (0..<10).map { _ in (0..<width).map { _ in field() } }
  let header = (0..<width).map { "c\($0)" }
  let text = ([header] + rows).map { row in
    row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\n"
  }.joined()
  #expect(try CSVTable(parsing: text, name: "t.csv").rows == rows)
}
