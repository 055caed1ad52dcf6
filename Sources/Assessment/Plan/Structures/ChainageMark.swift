package import Formats

/// How far along a line something lies, as engineers write it.
///
/// `12+350`, `K12+350`, `km 12+350`, `km 12.35` and `12.35 km` are all 12,350 m; `PK 123+50`, in pickets
/// of 100 m, too. A number without any of this is in the unit that its column names, if it does.
package enum ChainageMark: Sendable, Hashable {
  /// So many metres.
  case metres(Double)
  /// A number whose unit nothing says.
  case number(Double)

  /// What the name of a column says of the numbers in it.
  package enum Unit: Double, Sendable {
    case metres = 1
    case kilometres = 1000
  }

  /// Reads a text; nil for what is no chainage, or one below 0.
  ///
  /// - Parameters:
  ///   - text: What stands in the column.
  ///   - unit: The unit of the column; nil where its name has none.
  package init?(_ text: String, in unit: Unit?) {
    var rest = text.lowercased().filter { !$0.isWhitespace }
    var own: Unit?
    let prefix = Self.prefixes.first { rest.hasPrefix($0) }
    rest.removeFirst(prefix?.count ?? 0)
    if let plus = rest.firstIndex(of: "+") {
      let step = Self.pickets.contains(prefix ?? "") ? 100.0 : 1000.0
      guard let whole = Self.number(rest[..<plus]), whole == whole.rounded(),
        let part = Self.number(rest[plus...].dropFirst()), part < step
      else { return nil }
      self = .metres(step * whole + part)
      return
    }
    if let prefix, Self.kilometres.contains(prefix) { own = .kilometres }
    if let prefix, Self.pickets.contains(prefix) { return nil }
    if let suffix = Self.suffixes.first(where: { rest.hasSuffix($0.word) }) {
      rest.removeLast(suffix.word.count)
      own = suffix.unit
    }
    self.init(number: rest, in: own ?? unit)
  }

  /// Reads a number, perhaps with a decimal comma.
  private init?(number text: String, in unit: Unit?) {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    // Three digits behind a comma are decimals of kilometres or metres of thousands: the same.
    let isOpen = parts.count == 2 && parts[1].count == 3
    if isOpen && unit == .metres { return nil }
    guard parts.count < 3, let value = Self.number(parts.joined(separator: ".")[...]) else {
      return nil
    }
    if let unit = isOpen ? .kilometres : unit {
      self = .metres(value * unit.rawValue)
    } else {
      self = .number(value)
    }
  }

  private static let pickets = ["pk", "пк"]
  private static let kilometres = ["km", "км", "k", "к"]
  private static let prefixes = pickets + kilometres + ["sta", "ch"]
  private static let suffixes: [(word: String, unit: Unit)] = [
    ("km", .kilometres), ("км", .kilometres), ("m", .metres), ("м", .metres),
  ]

  /// A number of digits and perhaps a point.
  private static func number(_ text: Substring) -> Double? {
    let isPlain = text.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard isPlain, text.contains(where: \.isNumber) else { return nil }
    return Double(text)
  }
}

extension ChainageMark {
  /// Finds the column of chainages by its name, and the unit that the name has.
  package static func column(among fields: [Field]) -> (index: Int, unit: Unit?)? {
    let names: [(String, Unit?)] = [
      ("chainage_km", .kilometres), ("chainage_m", .metres), ("at_m", .metres),
      ("chainage", nil), ("station", nil), ("stationing", nil), ("km", .kilometres),
    ]
    for (name, unit) in names {
      let index = fields.firstIndex { $0.name.lowercased() == name }
      if let index { return (index, unit) }
    }
    return nil
  }
}
