import Connectivity
import Formats
import Testing

@Suite struct NodeFileTests {
  private func nodes(_ text: String) throws -> [NodeGraph.Node] {
    try NodeGraph.Node.list(parsing: text, name: "nodes.txt")
  }

  private func links(_ text: String, _ ids: [String] = ["1", "2", "3"]) throws -> [[Double]] {
    let distances = try NodeDistances(parsing: text, name: "distances.txt", among: ids)
    return distances.graph(of: ids.map { NodeGraph.Node($0, area: 1) }).links.map {
      [Double($0.first), Double($0.second), $0.distance]
    }
  }

  @Test(arguments: [
    "1\t5\n2\t3.5\n3\t0\n", "1 5\r\n2 3.5\r\n3 0\r\n", "\u{FEFF}1,5\n2, 3.5\n\n3,0e0",
    "1;5;1\n2;3.5;1\n3;0;0", "1   5 forest\n2   3.5 steppe\n3   0 -\n",
  ])
  func `nodes are read whatever separates their columns`(text: String) throws {
    #expect(
      try nodes(text) == [("1", 5.0), ("2", 3.5), ("3", 0)].map { NodeGraph.Node($0, area: $1) })
  }

  @Test(arguments: [
    ("", "nodes.txt is empty"), ("1\n", "line 1: a node needs an id and an area"),
    ("\t5\n", "line 1: a node needs an id and an area"),
    ("id\tarea\n1\t5\n", "line 1: the area 'area' is no number"),
    ("1\t5\n2\tmany\n", "line 2: the area 'many' is no number"),
    ("1\t5\n\n2\t-3\n", "line 3: the area '-3' is below 0"),
    ("1\tinf\n", "line 1: the area 'inf' is no number"), ("1 5\n2 3,5\n", "line 2: the area '3,5'"),
    ("1 5\n2 3\n1 4\n", "line 3: node '1' is in line 1 already"),
  ])
  func `wrong nodes are refused with their line`(text: String, problem: String) {
    let error = #expect(throws: FormatError.self) { try nodes(text) }
    #expect(error?.problem.contains(problem) == true, "\(error?.problem ?? "")")
    #expect(error?.kind == .badData && error?.help.isEmpty == false)
  }

  @Test(arguments: [
    "1 2 10\n3 1 0\n", "1\t2\t10\n2\t1\t10\n1\t3\t0\n1\t1\t0\n", "3,1,0\n1,2,1e1\n",
  ])
  func `distances come in any order and in one direction or both`(text: String) throws {
    #expect(try links(text) == [[0, 1, 10], [0, 2, 0]])
  }

  @Test(arguments: [
    "\ta\tb\tc\na\t0\t1\t2\nb\t1\t0\tNA\nc\t2\tinf\t0\n", "a b c\na 0 1 2\nb 1 0 NA\nc 2 NA 0\n",
    "node,c,b,a\na,2,1,0\nb,,0,1\nc,0,NaN,2\n",
  ])
  func `distances may be a table with ids`(text: String) throws {
    // Three ids without a corner look like a list.
    if text.hasPrefix("a b c") {
      #expect(throws: FormatError.self) { try links(text, ["a", "b", "c"]) }
    } else {
      #expect(try links(text, ["a", "b", "c"]) == [[0, 1, 1], [0, 2, 2]])
    }
    #expect(
      try links("a b c d\na 0 1 2 3\nd 3 NA NA 0\n", ["a", "b", "c", "d"])
        == [[0, 1, 1], [0, 2, 2], [0, 3, 3]])
  }

  @Test(arguments: [
    ("1 2 10\n2 1 11\n", "line 2: '2' and '1' are 11.0 apart here and 10.0 in line 1"),
    ("1 2 10\n1 2 10\n", "line 2: the pair of '1' and '2' is in line 1 already"),
    ("1 2 10\n1 4 10\n", "line 2: there is no node '4'"),
    ("1 2 -1\n", "line 1: the distance '-1' is below 0"),
    ("a b distance\n1 2 3\n", "line 1: the distance 'distance' is no number"),
    ("1 2 nan\n", "line 1: the distance 'nan' is no number"),
    ("1 1 5\n", "line 1: node '1' is 5.0 away from itself"),
    ("1 2 3\n1 2\n", "line 2: 2 fields, where a list has three"),
    ("1 2\n", "line 1: 2 fields, which is neither a list nor a table"),
    ("0 1 2 3\n", "line 1: 4 fields, which is neither a list nor a table"),
    ("x 1 2 3\n1 0 1 2\n2 1 0\n", "line 3: 3 fields, where the table has 4"),
    ("x 1 2 3\n1 0 1 2\n2 9 0 5\n", "line 3: '2' and '1' are 9.0 apart here and 1.0 in line 2"),
    ("", "distances.txt is empty"),
  ])
  func `wrong distances are refused with their line`(text: String, problem: String) {
    let error = #expect(throws: FormatError.self) { try links(text) }
    #expect(error?.problem.contains(problem) == true, "\(error?.problem ?? "")")
    #expect(error?.kind == .badData && error?.help.isEmpty == false)
  }

  @Test func `a misspelt node is told the nearest one`() {
    let error = #expect(throws: FormatError.self) {
      try links("ustyurt betpak-dala 5\nustyurt betpak_dala 6\n", ["ustyurt", "betpak-dala"])
    }
    #expect(error?.help.hasPrefix("did you mean 'betpak-dala'?") == true)
  }

  @Test func `a time without a node has none of its links`() throws {
    let distances = try NodeDistances(
      parsing: "1 2 5\n2 3 6\n1 3 7\n", name: "d", among: ["1", "2", "3"])
    let later = distances.graph(of: [NodeGraph.Node("3", area: 1), NodeGraph.Node("1", area: 1)])
    #expect(later.links == [NodeGraph.Link(0, 1, distance: 7)])
  }
}
