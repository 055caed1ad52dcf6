package import Formats

/// A table of which two editions are compared: what its rows are about, and the measures.
package enum ComparedTable: String, Sendable, CaseIterable {
  /// How much of ranges hangs together.
  case connectivity
  /// Lengths and permeabilities by region, country and class.
  case summary

  /// A measure of a table.
  package struct Measure: Sendable {
    /// The column of the table.
    package let column: String
    /// The name without its unit.
    private let stem: String
    /// With an underscore in front; empty where it has none.
    private let unit: String
    /// What rounding alone can make of it: differences up to this, or 1e-10 of the number, count as none.
    fileprivate let rounding: Double

    fileprivate init(_ stem: String, _ unit: String = "", rounding: Double = 0) {
      (self.stem, self.unit, self.rounding) = (stem, unit, rounding)
      column = stem + unit
    }

    /// The column of its old, new or changed value: the unit comes last.
    package func name(_ which: String) -> String { "\(stem)_\(which)\(unit)" }

    /// Whether two values differ by more than rounding.
    func differs(_ one: Double?, _ other: Double?) -> Bool {
      guard let one, let other else { return (one == nil) != (other == nil) }
      return (one - other).magnitude > max(rounding, 1e-10 * max(one.magnitude, other.magnitude))
    }
  }

  /// The table of the edition.
  package var table: AtlasTable { self == .connectivity ? .connectivity : .summary }

  /// The columns that say what a row is about.
  package var keys: [String] {
    switch self {
    case .connectivity: ["species", "region", "scenario"]
    case .summary: ["species", "region", "scenario", "country", "class"]
    }
  }

  /// The measures.
  package var measures: [Measure] {
    switch self {
    case .connectivity:
      [
        Measure("range", "_km2"), Measure("eca", "_km2"), Measure("c_mesh"), Measure("c_chord"),
        Measure("patches"), Measure("barriers", "_km"),
      ]
    case .summary:
      // Lengths are rounded to the millimetre, permeabilities to six decimals.
      [
        Measure("inside", "_m", rounding: 0.0011), Measure("boundary", "_m", rounding: 0.0011),
        Measure("p", rounding: 1.1e-6),
      ]
    }
  }

  /// The columns of the table of changes.
  package var fields: [Field] {
    keys.map { Field($0, .text) } + [Field("change", .text)]
      + measures.flatMap { measure in
        ["old", "new", "change"].map { Field(measure.name($0), .real) }
      } + [Field("cause", .text)]
  }
}
