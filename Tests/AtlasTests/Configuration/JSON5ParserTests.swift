import Formats
import Foundation
import TestSupport
import Testing

@testable import Atlas

/// A value as Foundation reads it; the independent second reader.
private enum Plain: Decodable, Equatable {
  case null
  case boolean(Bool)
  case number(Double)
  case text(String)
  case list([Plain])
  case object([String: Plain])

  struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    if let container = try? decoder.container(keyedBy: Key.self) {
      self = .object(
        try container.allKeys.reduce(into: [:]) { members, key in
          members[key.stringValue] = try container.decode(Plain.self, forKey: key)
        })
    } else if let list = try? [Plain](from: decoder) {
      self = .list(list)
    } else {
      let value = try decoder.singleValueContainer()
      if value.decodeNil() {
        self = .null
      } else if let flag = try? value.decode(Bool.self) {
        self = .boolean(flag)
      } else if let number = try? value.decode(Double.self) {
        self = .number(number)
      } else {
        self = .text(try value.decode(String.self))
      }
    }
  }

  init(_ value: JSON5Value) {
    self =
      switch value.content {
      case .null: .null
      case .boolean(let flag): .boolean(flag)
      case .number(let number): .number(number)
      case .text(let text): .text(text)
      case .list(let values): .list(values.map(Plain.init))
      case .object(let members):
        .object(
          Dictionary(members.map { ($0.name, Plain($0.value)) }, uniquingKeysWith: { a, _ in a }))
      }
  }

  static func read(_ text: String) -> Plain? {
    let decoder = JSONDecoder()
    decoder.allowsJSON5 = true
    return try? decoder.decode(Plain.self, from: Data(text.utf8))
  }
}

/// Makes texts of JSON5 by its grammar, without what Foundation reads otherwise: it takes no
/// non-breaking space, keeps the end of a line that a backslash continues, and refuses backslashes
/// before other characters.
private struct TextGenerator {
  var random: SeededGenerator

  private mutating func pick(_ words: [String]) -> String {
    words.randomElement(using: &random) ?? ""
  }

  private mutating func space() -> String {
    pick(["", "", " ", "\n", "\t", "/* c * */", "// x\n", "\r\n"])
  }

  mutating func value(depth: Int) -> String {
    let kind = Int.random(in: 0..<(depth > 3 ? 4 : 6), using: &random)
    return switch kind {
    case 0: pick(["null", "true", "false"])
    case 1:
      pick(["", "-", "+"])
        + pick(["0", "1", "12.5", ".5", "3.", "1e3", "2.5E-2", "0x1F", "0Xa", "1234567890123"])
    case 2: text()
    case 3: text()
    case 4: "[" + items { $0.value(depth: depth + 1) } + "]"
    default:
      "{"
        + items { generator in
          let number = Int.random(in: 0..<1_000_000, using: &generator.random)
          let name = generator.pick(["a\(number)", "$\(number)", "_x\(number)", "ш\(number)"])
          return (Bool.random(using: &generator.random) ? name : "'\(name) -'")
            + generator.space() + ":" + generator.space() + generator.value(depth: depth + 1)
        } + "}"
    }
  }

  private mutating func items(_ item: (inout TextGenerator) -> String) -> String {
    let count = Int.random(in: 0...3, using: &random)
    var text = space()
    for index in 0..<count {
      text += item(&self) + space()
      if index + 1 < count || Bool.random(using: &random) { text += "," + space() }
    }
    return text
  }

  private mutating func text() -> String {
    let quote = pick(["\"", "'"])
    let parts = (0..<Int.random(in: 0...4, using: &random)).map { _ in
      pick([
        "abc", "ж", " ", "\\n", "\\u0416", "\\ud83d\\ude00", "\\x41", "\\\\", "\\'", "\\\"", "/",
        "{", "//",
      ])
    }
    return quote + parts.joined() + quote
  }
}

@Test(arguments: UInt64(1)...300)
func `texts of JSON5 are read as Foundation reads them`(seed: UInt64) throws {
  var generator = TextGenerator(random: SeededGenerator(seed: seed))
  let text = generator.value(depth: 0)
  let own = try JSON5Parser.parse(text, name: "text")
  #expect(Plain(own) == Plain.read(text), "\(text)")
}

@Test(arguments: UInt64(1)...300)
func `damaged texts are refused where Foundation refuses them`(seed: UInt64) throws {
  var generator = TextGenerator(random: SeededGenerator(seed: seed))
  var characters = Array(generator.value(depth: 0))
  let place = Int.random(in: 0..<characters.count, using: &generator.random)
  switch Int.random(in: 0..<3, using: &generator.random) {
  case 0: characters.remove(at: place)
  case 1: characters.insert(contentsOf: "}", at: place)
  default:
    characters[place] = Array("{}[],:'\"/\\x0-").randomElement(using: &generator.random) ?? "x"
  }
  let text = String(characters)
  // What Foundation reads otherwise, and an exponent of a sign alone, at which it ends the process.
  if text.contains(/\\[^nux\\'"]/) || text.contains(/[eE][+-]([^0-9]|$)/) { return }
  let own = try? JSON5Parser.parse(text, name: "text")
  let other = Plain.read(text)
  #expect(own.map(Plain.init) == other, "\(text)")
}

@Test(arguments: [
  ("", "line 1, column 1: expected a value, found the end of the text"),
  ("{\n  a: 1\n  b: 2\n}", "line 3, column 3: expected ',' or '}', found 'b'"),
  ("{ a 1 }", "line 1, column 5: expected ':' behind 'a', found '1'"),
  ("{ a: tru }", "line 1, column 6: 'tru' is no value"),
  ("{ a: \"x\n\" }", "line 1, column 6: text is opened and never closed"),
  ("{ /* a", "line 1, column 3: a comment is opened and never closed"),
  ("[1, 2", "line 1, column 6: expected ',' or ']', found the end of the text"),
  (
    "{ a: 1,\r\n b: 2,\r\n a: 3 }",
    "line 3, column 2: 'a' stands twice in one object, first in line 1"
  ),
  ("{} x", "line 1, column 4: expected the end of the text, found 'x'"),
  ("{ a: 01 }", "line 1, column 6: '01' is no number"),
  ("{ a: 1e }", "line 1, column 6: '1e' is no number"),
  ("'\\u00g1'", "line 1, column 6: expected 4 hexadecimal digits, found 'g'"),
  ("'\\1'", "line 1, column 4: '\\' cannot stand before a digit"),
  (
    String(repeating: "[", count: 65),
    "line 1, column 65: lists and objects are nested more than 64 deep"
  ),
])
func `a broken text is refused with its place`(text: String, problem: String) {
  let error = #expect(throws: FormatError.self) { try JSON5Parser.parse(text, name: "a.json") }
  #expect(error?.problem == "a.json, \(problem)")
  #expect(error?.kind == .badData)
}

@Test func `members keep their order and their lines`() throws {
  let value = try JSON5Parser.parse("\u{FEFF}{ z: 1, // one\n  'a b': [\n 2 ] }", name: "x")
  guard case .object(let members) = value.content else {
    Issue.record("no object")
    return
  }
  #expect(members.map(\.name) == ["z", "a b"])
  #expect(members.map(\.line) == [1, 2])
}

@Test func `spaces that do not break and continued lines are those of the specification`() throws {
  let value = try JSON5Parser.parse("\u{A0}{\u{A0}a: 'b\\\nc\\\r\nd' }\u{2028}", name: "x")
  #expect(Plain(value) == Plain.object(["a": .text("bcd")]))
}
