public import Formats

extension AtlasConfiguration {
  /// The JSON Schema (draft 2020-12) of the configuration, for editors and other programs.
  ///
  /// It says what can be said of types, words and limits. That names refer to something, that files
  /// exist and that conditions can be read is checked by ``init(parsing:name:folder:)`` alone.
  public static var jsonSchema: JSONValue {
    let head: [(String, JSONValue)] = [
      ("$schema", "https://json-schema.org/draft/2020-12/schema"),
      ("title", "Configuration of an atlas of Kulan"),
      ("description", "What `kulan atlas build` reads; the file itself may be JSON5."),
    ]
    return .object(head + ConfigurationShape.object(AtlasKeys.all).schemaMembers)
  }
}

extension ConfigurationKey {
  /// The schema of its value.
  fileprivate var schema: JSONValue {
    var members = [("description", JSONValue.text(meaning))] + shape.schemaMembers
    if let defaultValue { members.append(("default", defaultValue)) }
    return .object(members)
  }
}

extension ConfigurationShape {
  /// The schema of values of the shape.
  private var schema: JSONValue { .object(schemaMembers) }

  /// The members of the schema of values of the shape.
  fileprivate var schemaMembers: [(String, JSONValue)] {
    switch self {
    case .text: [("type", "string")]
    case .pattern(let rule): [("type", "string"), ("pattern", .text(rule.pattern))]
    case .word(let words): [("enum", .list(words) { .text($0) })]
    case .flag: [("type", "boolean")]
    case .integer(let range):
      [
        ("type", "integer"), ("minimum", .integer(range.lowerBound)),
        ("maximum", .integer(range.upperBound)),
      ]
    case .number(let rule): [("type", "number")] + rule.schemaMembers
    case .list(let item, let count):
      [("type", "array"), ("items", item.schema), ("minItems", .integer(count.lowerBound))]
        + (count.upperBound == .max ? [] : [("maxItems", .integer(count.upperBound))])
    case .oneOrMore(let item):
      [("anyOf", .array([item.schema, ConfigurationShape.list(item, atLeast: 1).schema]))]
    case .object(let keys, let choices): Self.schemaMembers(of: keys, exactlyOne: choices)
    case .table(let inner, let names):
      [("type", "object"), ("additionalProperties", inner.schema)] + names.schemaMembers
    case .either(let shapes): [("anyOf", .list(shapes, \.schema))]
    }
  }

  private static func schemaMembers(
    of keys: [ConfigurationKey], exactlyOne choices: [ConfigurationKey]
  ) -> [(String, JSONValue)] {
    let required = keys.filter(\.isRequired)
    return [
      ("type", "object"), ("properties", .object((keys + choices).map { ($0.name, $0.schema) })),
    ] + (required.isEmpty ? [] : [("required", .list(required) { .text($0.name) })])
      + (choices.isEmpty
        ? []
        : [("oneOf", .list(choices) { .object([("required", .array([.text($0.name)]))]) })])
      + [("additionalProperties", .boolean(false))]
  }
}

extension NumberRule {
  fileprivate var schemaMembers: [(String, JSONValue)] {
    [
      above.map { ("exclusiveMinimum", JSONValue.plain($0)) },
      atLeast.map { ("minimum", JSONValue.plain($0)) },
      atMost.map { ("maximum", JSONValue.plain($0)) },
    ].compactMap(\.self)
  }
}

extension TableNames {
  fileprivate var schemaMembers: [(String, JSONValue)] {
    switch self {
    case .any: []
    case .rule(let rule): [("propertyNames", .object([("pattern", .text(rule.pattern))]))]
    case .words(let words, _):
      [("propertyNames", .object([("enum", .list(words) { .text($0) })]))]
    }
  }
}
