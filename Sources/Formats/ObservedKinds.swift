/// The kinds of value that one attribute of a text format has shown so far.
///
/// Whole numbers and others together are real, everything else together is text. Whole numbers are
/// never rounded: those that 64 bits cannot hold make the attribute text, and so do those beyond
/// 2⁵³ where other values are real.
struct ObservedKinds: OptionSet {
  let rawValue: UInt8

  /// Whole numbers that a `Double` holds.
  static let integer = ObservedKinds(rawValue: 1)
  /// Whole numbers beyond ±2⁵³.
  static let wideInteger = ObservedKinds(rawValue: 2)
  /// Other numbers.
  static let real = ObservedKinds(rawValue: 4)
  /// Truth values.
  static let boolean = ObservedKinds(rawValue: 8)
  /// Anything else.
  static let text = ObservedKinds(rawValue: 16)

  /// The kind of field that holds them all; text if there was no value.
  var kind: Field.Kind {
    if isEmpty || contains(.text) { return .text }
    if self == .boolean { return .boolean }
    if isSubset(of: [.integer, .wideInteger]) { return .integer }
    return isSubset(of: [.integer, .real]) ? .real : .text
  }

  /// Classifies a whole number.
  static func of(_ number: Int64) -> ObservedKinds {
    number.magnitude <= 1 << 53 ? .integer : .wideInteger
  }
}
