internal import Formats
internal import Landscape
internal import Permeability

/// Turns what words of a column mean into values of an attribute, and checks them.
struct AttributeWords {
  private let field: CanonicalField
  private let role: FeatureRole

  init(_ field: CanonicalField, _ role: FeatureRole) { (self.field, self.role) = (field, role) }

  /// Returns the value of each word.
  func values(_ words: [String: ConfigurationItem]) throws(FormatError) -> [String: Value] {
    var values: [String: Value] = [:]
    for (word, item) in words.sorted(by: { $0.value.value.line < $1.value.value.line }) {
      values[word] = try value(item)
    }
    return values
  }

  private func value(_ item: ConfigurationItem) throws(FormatError) -> Value {
    switch field.kind {
    case .integer, .real: return try number(item)
    case .boolean: return try flag(item)
    case .text, .date, .dateTime: return try text(item)
    }
  }

  private func number(_ item: ConfigurationItem) throws(FormatError) -> Value {
    guard let number = item.number, number.isFinite,
      field.kind == .real || Int64(exactly: number) != nil
    else {
      throw item.fault(
        "is \(item.value.content.shown); \(field.name) takes a \(field.kind == .real ? "" : "whole ")number",
        help: "\(field.name) is \(field.meaning)")
    }
    return field.kind == .real ? .real(number) : .integer(Int64(number))
  }

  private func flag(_ item: ConfigurationItem) throws(FormatError) -> Value {
    switch item.word {
    case "yes", "true": return .boolean(true)
    case "no", "false": return .boolean(false)
    default:
      throw item.fault(
        "is \(item.value.content.shown); \(field.name) takes true or false",
        help: "\(field.name) is \(field.meaning)")
    }
  }

  private func text(_ item: ConfigurationItem) throws(FormatError) -> Value {
    let word = item.word
    switch (role, field.name) {
    case (.range, "species"):
      return .text(
        try item.located { () throws(FormatError) in
          try SpeciesRegistry.bundled.species(named: word).id
        })
    case (.passage, "type"):
      try ConfigurationChecker.require(word, in: PassageDesign.Kind.allCases.map(\.rawValue), item)
    case (.barrier, _) where field.name != "name":
      try item.located { () throws(FormatError) in
        _ = try DesignSettings(["\(field.name)=\(word)"])
      }
    default: break
    }
    return .text(word)
  }
}
