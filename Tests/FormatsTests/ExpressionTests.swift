import Formats
import Geometry
import TestSupport
import Testing

private let fields = [
  Field("i", .integer), Field("r", .real), Field("b", .boolean), Field("s", .text),
]

private func batch() -> FeatureBatch {
  let rows: [[Value]] = [
    [.integer(1), .real(1.5), .boolean(true), .text("rail")],
    [.integer(2), .null, .boolean(false), .text("Aral Sea")],
    [.null, .real(-3), .null, .null],
    [.integer(-7), .real(0), .boolean(true), .text("")],
    [.integer(9_007_199_254_740_993), .real(0x1p53), .boolean(false), .text("100%")],
    [.integer(3), .real(3), .null, .text("o'x")],
    [.integer(0), .real(1e300), .boolean(true), .text("жайран")],
    [.null, .null, .null, .null],
  ]
  var batch = FeatureBatch(fields: fields)
  for row in rows {
    batch.geometry.appendNone()
    batch.ids.append(Int64(batch.ids.count))
    for column in row.indices { batch.columns[column].append(row[column]) }
  }
  return batch
}

private func rows(where text: String, fields: [Field] = fields) throws -> [Int] {
  let matches = try Expression(text).bound(to: fields).matches(batch())
  return matches.indices.filter { matches[$0] }
}

// What SQLite 3.40 answers for the same rows, with `PRAGMA case_sensitive_like = ON`.
private let answersOfSQLite: [(String, [Int])] = [
  ("i = 1", [0]),
  ("i == 1", [0]),
  ("i <> 1", [1, 3, 4, 5, 6]),
  ("i != 1", [1, 3, 4, 5, 6]),
  ("i < 2", [0, 3, 6]),
  ("i <= 2", [0, 1, 3, 6]),
  ("i > r", [4]),
  ("i = r", [5]),
  ("i >= r", [4, 5]),
  ("r > 0.5", [0, 4, 5, 6]),
  ("NOT r > 0.5", [2, 3]),
  ("r BETWEEN -3 AND 1.5", [0, 2, 3]),
  ("r NOT BETWEEN -3 AND 1.5", [4, 5, 6]),
  ("i BETWEEN r AND 3", [5]),
  ("i IN (1, 3, -7)", [0, 3, 5]),
  ("i IN (1, NULL)", [0]),
  ("i NOT IN (1, NULL)", []),
  ("i NOT IN (1, 3)", [1, 3, 4, 6]),
  ("NULL IN (1, 2)", []),
  ("s IN ('rail', 'o''x')", [0, 5]),
  ("s LIKE 'Aral%'", [1]),
  ("s LIKE '%'", [0, 1, 3, 4, 5, 6]),
  ("s LIKE '_'", []),
  ("s LIKE '%a%'", [0, 1]),
  ("s LIKE '%а%а%'", [6]),
  ("s LIKE '_______'", []),
  ("s NOT LIKE 'r%'", [1, 3, 4, 5, 6]),
  ("s LIKE '100%'", [4]),
  ("s LIKE 'RAIL'", []),
  ("s IS NULL", [2, 7]),
  ("s IS NOT NULL", [0, 1, 3, 4, 5, 6]),
  ("NULL IS NULL", [0, 1, 2, 3, 4, 5, 6, 7]),
  ("s = ''", [3]),
  ("s < 'b'", [1, 3, 4]),
  ("s >= 'rail'", [0, 6]),
  ("s > 'z'", [6]),
  ("b", [0, 3, 6]),
  ("NOT b", [1, 4]),
  ("b = TRUE", [0, 3, 6]),
  ("b <> FALSE", [0, 3, 6]),
  ("b IS NULL", [2, 5, 7]),
  ("b AND i > 0", [0]),
  ("b OR i > 0", [0, 1, 3, 4, 5, 6]),
  ("NOT (b OR i > 0)", []),
  ("b AND NULL", []),
  ("b OR NULL", [0, 3, 6]),
  ("NOT NULL", []),
  ("TRUE", [0, 1, 2, 3, 4, 5, 6, 7]),
  ("FALSE OR b", [0, 3, 6]),
  ("i = 1 OR i = 2 AND s LIKE 'x%'", [0]),
  ("(i = 1 OR i = 2) AND s LIKE 'A%'", [1]),
  ("NOT i = 1 AND NOT i = 2", [3, 4, 5, 6]),
  ("NOT NOT i = 1", [0]),
  ("1 < 2", [0, 1, 2, 3, 4, 5, 6, 7]),
  ("2 < 1", []),
  ("'a' < 'b'", [0, 1, 2, 3, 4, 5, 6, 7]),
  ("1 = 1.0", [0, 1, 2, 3, 4, 5, 6, 7]),
  ("i = NULL", []),
  ("i <> NULL", []),
  ("i IS NOT NULL AND (r < 1 OR r > 2) AND NOT s = 'x'", [3, 4, 5, 6]),
  ("i > -8 AND i < 1e3", [0, 1, 3, 5, 6]),
  ("r = 1e300", [6]),
  ("i = 9007199254740993", [4]),
  ("r = 9007199254740993", []),
  ("i > 9007199254740992.0", [4]),
]

@Test(arguments: answersOfSQLite)
func `conditions select what SQLite selects`(text: String, expected: [Int]) throws {
  #expect(try rows(where: text) == expected)
}

@Test(arguments: [
  ("\"i\" = 1 and \"r\">1", [0]), ("I = 1", [0]), ("s ilike 'RAIL'", [0]),
  ("s NOT ILIKE 'ЖАЙ%' AND i = 0", []), ("(((s))) = 'rail'", [0]), ("i=1or i=2", [0, 1]),
  ("\n i\t= 1 ", [0]),
])
func `spelling may vary`(text: String, expected: [Int]) throws {
  #expect(try rows(where: text) == expected)
}

@Test func `a name that differs in case is found where it is the only one`() throws {
  let fields = [Field("Name", .text), Field("name", .text), Field("Höhe (m)", .real)]
  _ = try Expression("name = 'x' AND Name = 'y' AND \"höhe (m)\" > 1").bound(to: fields)
  let error = #expect(throws: FormatError.self) { try Expression("NAME = 'x'").bound(to: fields) }
  #expect(error?.problem.contains("could be Name or name") == true)
}

@Test(arguments: [
  ("", 1, "expected a field or a value, found the end"), ("i =", 4, "found the end"),
  ("i = = 1", 5, "expected a field or a value, found '='"), ("(i = 1", 7, "expected ')'"),
  ("i = 1)", 6, "expected AND, OR or the end"), ("i 1", 3, "expected AND, OR or the end"),
  ("s = 'x", 5, "the quote is never closed"), ("i IN 1", 6, "expected '('"),
  ("i IN ()", 7, "expected a field or a value"), ("i IS 1", 6, "expected NULL"),
  ("i NOT 1", 7, "expected IN, LIKE or BETWEEN"), ("i BETWEEN 1 OR 2", 13, "expected AND"),
  ("s LIKE 1", 8, "expected a pattern"), ("i = 1..2", 5, "'1..2' is no number"),
  ("i # 1", 3, "unexpected '#'"), ("AND", 1, "found AND"), ("i = 1 AND", 10, "found the end"),
  ("i ! 1", 3, "unexpected '!'"), ("i = 1e999", 5, "is no number"),
  ("i IN (1 2)", 9, "expected ','"),
])
func `a slip is marked with a caret`(text: String, character: Int, problem: String) throws {
  let error = #expect(throws: FormatError.self) { _ = try Expression(text) }
  #expect(error?.kind == .usage)
  let lines = (error?.problem ?? "").split(separator: "\n", omittingEmptySubsequences: false)
  #expect(lines.count == 3)
  #expect(lines[0].hasPrefix("in the condition, character \(character): "), "\(lines[0])")
  #expect(lines[0].contains(problem), "\(lines[0])")
  let mark = String(repeating: " ", count: character + 2) + "^"
  #expect(lines.last.map(String.init) == mark)
}

@Test(arguments: [
  ("x = 1", "there is no field 'x'", "fields: i, r, b, s"),
  ("heigth > 1", "there is no field 'heigth'", "did you mean 'height'?"),
  (
    "height = '1.5'",
    "the field 'height' (real) holds numbers and cannot be compared with the text '1.5'",
    "without quotes"
  ),
  (
    "s = 1", "the field 's' (text) holds text and cannot be compared with the value 1",
    "in single quotes"
  ),
  ("b = 1", "the field 'b' (boolean) holds truth values", "TRUE or FALSE"),
  ("s IN ('a', 2)", "cannot be compared with the value 2", "in single quotes"),
  ("i BETWEEN 1 AND 'x'", "cannot be compared with the text 'x'", "without quotes"),
  ("s = i", "cannot be compared with the field 'i' (integer)", "in single quotes"),
  ("b < TRUE", "truth values have no order", "with ="),
  ("i LIKE '1%'", "LIKE takes text", "BETWEEN"),
  ("i AND b", "the field 'i' (integer) is no condition", "IS NOT NULL"),
])
func `a condition that does not fit the layer is an error`(
  text: String, problem: String, help: String
) throws {
  let fields =
    text.contains("heig") ? fields + [Field("height", .real)] : fields
  let error = #expect(throws: FormatError.self) { try Expression(text).bound(to: fields) }
  #expect(error?.kind == .usage)
  #expect(error?.problem.contains(problem) == true, "\(error?.problem ?? "")")
  #expect(error?.help.contains(help) == true, "\(error?.help ?? "")")
}

@Test func `deep parentheses are an error and long chains are none`() throws {
  let deep = String(repeating: "(", count: 50_000)
  #expect(throws: FormatError.self) { _ = try Expression(deep) }
  let long = Array(repeating: "i = 1", count: 20_000).joined(separator: " OR ")
  #expect(try rows(where: long) == [0])
  #expect(try rows(where: String(repeating: "NOT ", count: 20_000) + "i = 1") == [0])
}

@Test(arguments: UInt64(1)...20)
func `words in any order are a condition or an error`(seed: UInt64) {
  var random = SeededGenerator(seed: seed)
  let words = [
    "i", "s", "b", "1", "-2.5", "'x'", "(", ")", ",", "=", "<", "AND", "OR", "NOT", "IN", "LIKE",
    "BETWEEN", "IS", "NULL", "TRUE", "\"", "'", "e", ".",
  ]
  for _ in 0..<200 {
    let text = (0..<Int.random(in: 0...8, using: &random)).compactMap { _ in
      words.randomElement(using: &random)
    }.joined(separator: Bool.random(using: &random) ? " " : "")
    do { _ = try rows(where: text) } catch { #expect(error is FormatError) }
  }
}

@Test(arguments: UInt64(1)...20)
func `NOT, AND and OR obey De Morgan on random conditions`(seed: UInt64) throws {
  var random = SeededGenerator(seed: seed)
  func condition(_ depth: Int) -> String {
    if depth == 0 {
      return answersOfSQLite.randomElement(using: &random)?.0 ?? "TRUE"
    }
    let word = Bool.random(using: &random) ? "AND" : "OR"
    return "(\(condition(depth - 1))) \(word) (\(condition(depth - 1)))"
  }
  for _ in 0..<20 {
    let (a, b) = (condition(1), condition(1))
    #expect(
      try rows(where: "NOT ((\(a)) AND (\(b)))") == rows(where: "NOT (\(a)) OR NOT (\(b))"))
    let all = try Set(rows(where: a)).union(rows(where: "NOT (\(a))"))
    #expect(all.count <= 8)
    #expect(
      try rows(where: "(\(a)) AND (\(b))") == rows(where: a).filter(Set(rows(where: b)).contains))
  }
}
