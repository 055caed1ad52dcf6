public import Formats

/// A limit that a plan must keep, as in `P_final<0.05 in PTCR`.
///
/// A criterion names what no plan may be: it is a measure, `<` or `>`, a number (or a percentage), and
/// where. There is nothing to combine; several criteria stand side by side.
public struct GateCriterion: Sendable, Hashable {
  /// What is looked at; the central value counts.
  public enum Measure: String, Sendable, Hashable, CaseIterable {
    /// The least permeability along the plan, structures included, for any species.
    case permeability = "P_final"
    /// The least product of permeabilities along any route, for any species.
    case route = "P_route"
    /// The greatest relative loss of the equivalent connected area of any range.
    case areaLoss = "ECA_loss"
    /// The greatest fall of the permeability of random movements in any range.
    case movementLoss = "chord_loss"
    /// The greatest area that is cut off in any range, in km².
    case cutOff = "cut_off_km2"
    /// The greatest length inside any range or region, in km.
    case length = "inside_km"

    /// What it is, for the help text.
    public var meaning: String {
      switch self {
      case .permeability: "the least permeability along a plan, structures included"
      case .route: "the least product of permeabilities along a route (with --routes)"
      case .areaLoss: "the greatest relative loss of connected area, as in 5% or 0.05"
      case .movementLoss: "the greatest fall of the permeability of random movements"
      case .cutOff: "the greatest area that is cut off"
      case .length: "the greatest length inside"
      }
    }
  }

  /// Where it is looked at.
  public enum Scope: String, Sendable, Hashable, CaseIterable {
    /// In ranges as a whole.
    case range
    /// In the parts of ranges in regions of the atlas.
    case region
    /// In the parts of ranges in Priority Transboundary Conservation Regions.
    case conservationRegion = "PTCR"
  }

  /// What is looked at.
  public let measure: Measure
  /// Whether values below the limit meet the criterion, and not those above.
  public let isBelow: Bool
  /// The limit.
  public let limit: Double
  /// Where.
  public let scope: Scope
  /// As the user wrote it.
  public let text: String

  /// Reads `MEASURE < NUMBER` or `MEASURE > NUMBER`, with `in range`, `in region` or `in PTCR` behind it.
  ///
  /// - Throws: `usage` for what cannot be read, naming the nearest right word.
  public init(_ text: String) throws(FormatError) {
    guard let place = text.firstIndex(where: { $0 == "<" || $0 == ">" }) else {
      throw Self.unreadable(text, "it compares nothing")
    }
    self.text = text
    isBelow = text[place] == "<"
    measure = try Self.word(text[..<place].split(separator: " ").joined(separator: " "), of: text)
    let words = text[text.index(after: place)...].split(separator: " ").map(String.init)
    guard let number = words.first, let limit = Self.number(number) else {
      throw Self.unreadable(text, "'\(words.first ?? "")' is no number")
    }
    self.limit = limit
    switch words.count {
    case 1: scope = .range
    case 3 where words[1] == "in": scope = try Self.word(words[2], of: text)
    default: throw Self.unreadable(text, "it has more than a limit and a place")
    }
  }

  /// A number, or a percentage as a share.
  private static func number(_ text: String) -> Double? {
    text.hasSuffix("%")
      ? Double(text.dropLast()).map { $0 / 100 } : Double(text)
  }

  private static func word<Word: RawRepresentable<String> & CaseIterable>(
    _ text: String, of whole: String
  ) throws(FormatError) -> Word {
    if let word = Word.allCases.first(where: { $0.rawValue.lowercased() == text.lowercased() }) {
      return word
    }
    let names = Word.allCases.map(\.rawValue)
    throw FormatError(
      .usage, "the criterion '\(whole)' names '\(text)', which is nothing to look at",
      help: nearest(to: text, in: names).map { "did you mean \($0)?" }
        ?? "there are \(names.joined(separator: ", "))")
  }

  private static func unreadable(_ text: String, _ fault: String) -> FormatError {
    FormatError(
      .usage, "the criterion '\(text)' cannot be read: \(fault)",
      help: "write a measure, < or >, a number and where, as in \"P_final<0.05 in PTCR\"")
  }
}
