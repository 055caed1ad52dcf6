internal import Landscape

/// What a formula asks while it is evaluated, and tells to whoever wants to know.
///
/// Formulas are written once. A ledger that only knows numbers makes them fast, one that remembers
/// makes them explain themselves, one that changes a number makes bounds.
protocol Ledger {
  /// Returns the number of a parameter or prior.
  mutating func value(_ slot: ParameterValues.Slot) -> Double
  /// Is told that an attribute is known.
  mutating func know(_ attribute: Attribute, _ value: String)
  /// Is told that an attribute is not known, and what is taken for it.
  mutating func assume(_ attribute: Attribute, _ what: String)
  /// Is told that a part of the derivation begins.
  mutating func begin(_ step: Step)
  /// Is told what the part that began last came to.
  mutating func end(_ value: Double)
  /// Whether it keeps what is known, so that it is worth putting into words.
  static var remembers: Bool { get }
}

extension Ledger {
  mutating func value(_ name: ParameterName) -> Double { value(ParameterValues.Slot(name)) }

  /// Evaluates a part of the derivation.
  @inline(__always)
  mutating func part(_ step: Step, _ body: (inout Self) -> Double) -> Double {
    begin(step)
    let value = body(&self)
    end(value)
    return value
  }

  /// Returns a number that is known, else the parameter that stands for it.
  @inline(__always)
  mutating func known(
    _ number: Double?, _ attribute: Attribute, else name: @autoclosure () -> ParameterName
  ) -> Double {
    if let number {
      know(attribute, number)
      return number
    }
    let name = name()
    assume(attribute, name.id)
    return value(name)
  }

  /// Whether something is so; what nobody knows is not.
  @inline(__always)
  mutating func known(_ flag: Bool?, _ attribute: Attribute) -> Bool {
    if let flag {
      know(attribute, flag ? "yes" : "no")
      return flag
    }
    assume(attribute, "no")
    return false
  }

  mutating func know(_ attribute: Attribute, _ number: Double) {
    if Self.remembers { know(attribute, "\(number)") }
  }

  static var remembers: Bool { true }
}

/// A ledger that knows numbers and remembers nothing.
struct PlainLedger: Ledger {
  let values: ParameterValues

  static var remembers: Bool { false }

  @inline(__always)
  mutating func value(_ slot: ParameterValues.Slot) -> Double { values[slot] }
  @inline(__always)
  mutating func know(_ attribute: Attribute, _ value: String) {}
  @inline(__always)
  mutating func assume(_ attribute: Attribute, _ what: String) {}
  @inline(__always)
  mutating func begin(_ step: Step) {}
  @inline(__always)
  mutating func end(_ value: Double) {}
}

/// An attribute that formulas read, by its canonical name.
enum Attribute: String, Sendable, Hashable, CaseIterable {
  case topHeight = "h_top_cm"
  case bottomGap = "g_bottom_cm"
  case mesh
  case barbedTop = "barbed_top"
  case barbedBottom = "barbed_bottom"
  case electric
  case maintenance
  case traffic = "aadt"
  case lanes
  case paved
  case median
  case fenced
  case trains = "trains_per_day"
  case embankment = "embankment_m"
  case clearance = "clearance_m"
  case width = "width_m"
  case lining
  case ramps
  case season
  case passage
}
