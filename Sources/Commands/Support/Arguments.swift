internal import Foundation

/// A command line that has been understood: every value passed the table of options.
package struct Arguments: Sendable, Equatable {
  /// The values by the name of their option; a flag has an empty list.
  var values: [String: [String]] = [:]
  /// The words that stand for themselves, in order.
  package internal(set) var operands: [String] = []

  /// Whether the option was given.
  package func has(_ option: Option) -> Bool { values[option.name] != nil }

  /// The value of an option, or its default.
  package func text(_ option: Option) -> String? {
    values[option.name]?.last ?? option.defaultValue
  }

  /// The value of an option that the parser made sure of: required, or with a default.
  package func certain(_ option: Option) -> String {
    guard let text = text(option) else {
      preconditionFailure("--\(option.name) is neither required nor has it a default")
    }
    return text
  }

  /// Every value of an option.
  package func texts(_ option: Option) -> [String] { values[option.name] ?? [] }

  /// The value of an option of kind `integer`.
  package func integer(_ option: Option) -> Int? { text(option).flatMap { Int($0) } }

  /// How many parts to work on at once.
  package var jobs: Int {
    integer(.jobs) ?? ProcessInfo.processInfo.activeProcessorCount
  }
}
