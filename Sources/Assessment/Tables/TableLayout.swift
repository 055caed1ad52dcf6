internal import Formats
internal import Geometry

/// A column of a table of results: its name, what it holds, and how it is read from a row.
struct ColumnRule<Row>: Sendable {
  let field: Field
  let meaning: String
  let value: @Sendable (Row) -> Value

  /// A column of text.
  static func text(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (Row) -> String?
  ) -> ColumnRule {
    ColumnRule(field: Field(name, .text), meaning: meaning) {
      value($0).flatMap { $0.isEmpty ? nil : $0 }.map(Value.text) ?? .null
    }
  }

  /// A column of whole numbers.
  static func count(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (Row) -> Int?
  ) -> ColumnRule {
    ColumnRule(field: Field(name, .integer), meaning: meaning) { row in
      value(row).map { .integer(Int64($0)) } ?? .null
    }
  }

  /// A column of metres, to the millimetre.
  static func metres(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (Row) -> Double?
  ) -> ColumnRule {
    ColumnRule(field: Field(name, .real), meaning: meaning) { value($0).map(Value.metres) ?? .null }
  }

  /// A column of shares and permeabilities, to six decimals; of areas in km² as well.
  static func number(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (Row) -> Double?
  ) -> ColumnRule {
    ColumnRule(field: Field(name, .real), meaning: meaning) { value($0).map(Value.share) ?? .null }
  }

  /// A column of longitudes or latitudes.
  static func degrees(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (Row) -> Double?
  ) -> ColumnRule {
    ColumnRule(field: Field(name, .real), meaning: meaning) {
      value($0).map(Value.degrees) ?? .null
    }
  }

  /// A column of yes and no.
  static func flag(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (Row) -> Bool?
  ) -> ColumnRule {
    ColumnRule(field: Field(name, .boolean), meaning: meaning) {
      value($0).map(Value.boolean) ?? .null
    }
  }
}

/// Something of one alternative.
package struct OfPlan<Part: Sendable>: Sendable {
  /// The alternative.
  package let alternative: Alternative
  /// What is of it.
  package let part: Part

  /// The line of the plan with a number.
  package func line(_ number: Int) -> PlannedLine { alternative.plan.lines[number] }
}

extension ColumnRule {
  /// The name of the alternative.
  static func plan<Part>() -> ColumnRule where Row == OfPlan<Part> {
    .text("plan", "the alternative") { $0.alternative.plan.name }
  }
}
