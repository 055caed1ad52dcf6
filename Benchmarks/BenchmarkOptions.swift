/// What the user asked for: `Benchmarks [FILTER] [--only NAME] [--scale FRACTION] [--runs COUNT]`.
struct BenchmarkOptions {
  /// Only cases whose names contain this text are run.
  private(set) var filter = ""
  /// The only contender that is run, for instance under a profiler; nil for all of them.
  private(set) var contender: String?
  /// The size of the workloads, as a fraction of the full size.
  private(set) var scale = 1.0
  /// How often every contender is timed.
  private(set) var runs = 5

  /// Reads the arguments behind the name of the program.
  init(_ arguments: some Sequence<String>) throws(UsageError) {
    var rest = Array(arguments)[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--only": contender = rest.popFirst()
      case "--scale": scale = try Self.number(rest.popFirst(), of: argument, in: 0.001...10)
      case "--runs": runs = Int(try Self.number(rest.popFirst(), of: argument, in: 1...1000))
      case _ where argument.hasPrefix("-") || !filter.isEmpty:
        throw UsageError(description: "unexpected argument \(argument); \(Self.usage)")
      default: filter = argument
      }
    }
  }

  private static let usage =
    "usage: Benchmarks [FILTER] [--only NAME] [--scale FRACTION] [--runs COUNT]"

  private static func number(
    _ text: String?, of option: String, in range: ClosedRange<Double>
  ) throws(UsageError) -> Double {
    guard let text, let number = Double(text), range.contains(number) else {
      throw UsageError(description: "\(option) needs a number in \(range); \(usage)")
    }
    return number
  }

  /// Returns a number of items at the chosen scale, at least 1.
  func scaled(_ count: Int) -> Int { max(1, Int((Double(count) * scale).rounded())) }
}

/// Arguments that mean nothing.
struct UsageError: Error, CustomStringConvertible {
  /// What is wrong and what would be right.
  let description: String
}
