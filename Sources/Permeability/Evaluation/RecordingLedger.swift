/// A ledger that remembers what was asked for and what was taken for granted.
struct RecordingLedger: Ledger {
  let values: ParameterValues
  /// The numbers that were asked for, in the order of the first question.
  private(set) var slots: [ParameterValues.Slot] = []
  /// The attributes that were not known, and what was taken for them.
  private(set) var defaults: [Default] = []
  private var isSeen = [Bool](repeating: false, count: ParameterValues.Slot.all.count)
  private var assumed: Set<Attribute> = []

  init(values: ParameterValues) { self.values = values }

  static var remembers: Bool { false }

  mutating func value(_ slot: ParameterValues.Slot) -> Double {
    if !isSeen[slot.index] {
      isSeen[slot.index] = true
      slots.append(slot)
    }
    return values[slot]
  }

  mutating func know(_ attribute: Attribute, _ value: String) {}

  mutating func assume(_ attribute: Attribute, _ what: String) {
    guard assumed.insert(attribute).inserted else { return }
    defaults.append(Default(attribute: attribute.rawValue, value: what))
  }

  mutating func begin(_ step: Step) {}
  mutating func end(_ value: Double) {}
}

/// An attribute that was not known, and what was taken for it: a parameter or a word.
public struct Default: Sendable, Hashable {
  /// The canonical name of the attribute.
  public let attribute: String
  /// The name of the parameter, or what was taken to be so.
  public let value: String
}
