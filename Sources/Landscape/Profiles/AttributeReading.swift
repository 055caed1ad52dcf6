internal import Formats

extension AttributeRule.Reading {
  /// Whether it looks for a species.
  var isSpecies: Bool {
    switch self {
    case .species: true
    case .listed(_, let other): other?.isSpecies ?? false
    default: false
    }
  }

  /// Returns the value that a text stands for: null for one that says that there is none, and nil
  /// for one that was not understood.
  func value(of text: String, companion: String?) -> Value? {
    switch self {
    case .text: .text(text)
    case .integer: Int64(text).map(Value.integer)
    case .real: Double(text).flatMap { $0.isFinite ? .real($0) : nil }
    case .length(let unit, let usual):
      Self.metres(in: text, assuming: usual).map { .real($0 * unit.rawValue) }
    case .scaled(let factor):
      Double(text).flatMap { $0.isFinite ? .real($0 * factor) : nil }
    case .flag: Self.flags[text.word].map(Value.boolean)
    case .year: Int64(text.prefix(4)).map(Value.integer)
    case .flags(let flags): flags[text.word].map(Value.boolean)
    case .words(let words): words[text.word].map { $0.isEmpty ? .null : .text($0) }
    case .species: Self.species(text, subspecies: companion).map { .text($0.id) }
    case .country: Self.countryCode(text).map(Value.text)
    case .listed(let words, let other):
      words[text.word] ?? other?.value(of: text, companion: companion)
    }
  }

  private static let flags = [
    "yes": true, "true": true, "t": true, "y": true, "1": true,
    "no": false, "false": false, "f": false, "n": false, "0": false,
  ]

  /// The metres in one of each unit that lengths are written in.
  private static let units = ["m": 1, "cm": 0.01, "mm": 0.001, "km": 1000, "ft": 0.3048]

  /// Reads `1.7`, `1.7 m` or `170cm`; a number without a unit is in the usual one.
  private static func metres(in text: String, assuming usual: Double) -> Double? {
    let end = text.lastIndex { $0.isNumber || $0 == "." } ?? text.startIndex
    let number = text[...end].filter { $0 != " " }
    let unit = text[end...].dropFirst().filter { $0 != " " }.lowercased()
    guard let value = Double(number), value.isFinite,
      let factor = unit.isEmpty ? usual : units[unit]
    else { return nil }
    return value * factor
  }

  /// Returns the species of a name; the subspecies, given apart, may be what tells it.
  private static func species(_ name: String, subspecies: String?) -> Species? {
    let registry = SpeciesRegistry.bundled
    if let subspecies, let match = registry.match("\(name) \(subspecies)") { return match.species }
    return registry.match(name)?.species
  }

  /// Returns the code of a state of CAMI, and of any other state if it is a code already.
  private static func countryCode(_ text: String) -> String? {
    if let country = Country.named(text) { return country.alpha2 }
    let isCode = text.utf8.count == 2 && text.allSatisfy { $0.isASCII && $0.isLetter }
    return isCode ? text.uppercased() : nil
  }
}

extension Value {
  /// The value in the type of a field: words of a table that stand for numbers become them.
  func converted(to kind: Field.Kind) -> Value {
    if case .text(let text) = self, kind == .integer {
      return Int64(text).map(Value.integer) ?? .null
    }
    return self
  }
}
