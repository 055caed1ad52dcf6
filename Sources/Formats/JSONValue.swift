/// A JSON value whose members keep their order, so that the same result gives the same bytes.
public enum JSONValue: Sendable, Equatable {
  /// No value.
  case null
  /// True or false.
  case boolean(Bool)
  /// A whole number.
  case integer(Int)
  /// A number; one that is not finite is written as null, for JSON has none.
  case number(Double)
  /// Text.
  case text(String)
  /// A list.
  case array([JSONValue])
  /// Members in order.
  case members([Member])

  /// A member of an object.
  public struct Member: Sendable, Equatable {
    /// The name.
    public let name: String
    /// The value.
    public let value: JSONValue

    /// Creates a member.
    public init(name: String, value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// Makes an object.
  public static func object(_ members: [(String, JSONValue)]) -> JSONValue {
    .members(members.map { Member(name: $0.0, value: $0.1) })
  }

  /// Makes a list of what `value` makes of every item.
  public static func list<Item>(
    _ items: some Sequence<Item>, _ value: (Item) -> JSONValue
  ) -> JSONValue {
    .array(items.map(value))
  }

  /// Makes the value of an attribute.
  public init(_ value: Value) {
    self =
      switch value {
      case .null: .null
      case .boolean(let flag): .boolean(flag)
      case .integer(let number): .integer(Int(number))
      case .real(let number): .number(number)
      case .text(let text): .text(text)
      }
  }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByStringLiteral {
  /// Makes an object whose members are in the order of the literal.
  public init(dictionaryLiteral members: (String, JSONValue)...) { self = .object(members) }

  /// Makes text.
  public init(stringLiteral text: String) { self = .text(text) }
}

extension JSONValue {
  /// The value as JSON, indented by two blanks; lists and objects without further lists or objects
  /// in them stand on one line where they fit.
  public var text: String {
    var text = ""
    write(to: &text, indent: 0)
    return text
  }

  private static let lineWidth = 100

  private func write(to text: inout String, indent: Int) {
    switch self {
    case .array(let values): write(values.map { ("", $0) }, "[", "]", to: &text, indent: indent)
    case .members(let members):
      let parts = members.map { (Self.quoted($0.name) + ": ", $0.value) }
      write(parts, "{", "}", to: &text, indent: indent)
    default: text += scalar
    }
  }

  private func write(
    _ parts: [(head: String, value: JSONValue)], _ open: String, _ close: String,
    to text: inout String, indent: Int
  ) {
    if parts.allSatisfy({ $0.value.isScalar }) {
      let line = open + parts.map { $0.head + $0.value.scalar }.joined(separator: ", ") + close
      if indent + line.utf8.count <= Self.lineWidth {
        text += line
        return
      }
    }
    let margin = "\n" + String(repeating: " ", count: indent)
    text += open
    for (index, part) in parts.enumerated() {
      text += (index == 0 ? "" : ",") + margin + "  " + part.head
      part.value.write(to: &text, indent: indent + 2)
    }
    text += margin + close
  }

  private var isScalar: Bool {
    switch self {
    case .array(let values): values.isEmpty
    case .members(let members): members.isEmpty
    default: true
    }
  }

  private var scalar: String {
    switch self {
    case .null: "null"
    case .boolean(let flag): flag ? "true" : "false"
    case .integer(let number): "\(number)"
    case .number(let number): number.isFinite ? "\(number)" : "null"
    case .text(let text): Self.quoted(text)
    case .array: "[]"
    case .members: "{}"
    }
  }

  /// Text between quotation marks, with what JSON does not allow in it escaped.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
