public import Formats
internal import Landscape

/// Attributes that the user gives to all barriers, whatever their source says: `fenced=both`.
public struct DesignSettings: Sendable, Equatable {
  private(set) var values: [String: Value] = [:]

  /// Gives nothing.
  public init() {}

  /// Reads words such as `aadt=800`.
  ///
  /// - Throws: `usage` for an attribute that barriers do not have, or a value that it cannot have.
  public init(_ words: [String]) throws(FormatError) {
    for word in words {
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw FormatError(
          .usage, "'\(word)' sets nothing", help: "write ATTRIBUTE=VALUE, as in fenced=both")
      }
      let field = try Self.field(parts[0])
      values[field.name] = try Self.value(parts[1], of: field)
    }
  }

  /// The attributes that are given.
  package var names: Set<String> { Set(values.keys) }

  /// These with others, which win.
  package func merging(_ others: DesignSettings) -> DesignSettings {
    var all = self
    all.values.merge(others.values) { $1 }
    return all
  }

  private static func field(_ name: String) throws(FormatError) -> CanonicalField {
    let fields = CanonicalField.all(for: .barrier).filter { $0.name != "name" }
    if let field = fields.first(where: { $0.name == name }) { return field }
    throw FormatError(
      .usage, "barriers have no attribute '\(name)'",
      help: nearest(to: name, in: fields.map(\.name)).map { "did you mean \($0)?" }
        ?? "they are \(fields.map(\.name).joined(separator: ", "))")
  }

  private static func value(_ text: String, of field: CanonicalField) throws(FormatError) -> Value {
    switch field.kind {
    case .boolean:
      if ["yes", "true"].contains(text) { return .boolean(true) }
      if ["no", "false"].contains(text) { return .boolean(false) }
      throw cannot(field, text, "yes or no")
    case .integer, .real:
      if let number = Double(text), number >= 0, number.isFinite { return .real(number) }
      throw cannot(field, text, "a number from 0 on")
    case .text, .date, .dateTime:
      let words = Self.words[field.name] ?? []
      if words.isEmpty || words.contains(text) { return .text(text) }
      throw cannot(field, text, "one of \(words.joined(separator: ", "))")
    }
  }

  /// The closed lists.
  private static let words: [String: [String]] = [
    "class": BarrierClass.allCases.map(\.rawValue),
    "status": BarrierStatus.allCases.map(\.rawValue),
    "maintenance": FenceDesign.Maintenance.allCases.map(\.rawValue),
    "fenced": Fencing.allCases.map(\.rawValue), "lining": ["lined", "earth"],
    "country": Country.all.map(\.alpha2),
  ]

  private static func cannot(
    _ field: CanonicalField, _ text: String, _ wanted: String
  ) -> FormatError {
    FormatError(.usage, "\(field.name) cannot be '\(text)'", help: "write \(wanted)")
  }
}
