import Foundation

/// What the user asked for; see ``usage``.
struct BenchmarkOptions {
  /// Which workloads are run.
  enum Size: String, CaseIterable, Comparable {
    /// Some seconds a case; what continuous integration runs.
    case small
    /// Some minutes in all.
    case medium
    /// Everything, also baselines that take minutes each.
    case all

    static func < (a: Size, b: Size) -> Bool {
      let order = allCases
      return (order.firstIndex(of: a) ?? 0) < (order.firstIndex(of: b) ?? 0)
    }
  }

  /// Only cases whose names contain this text are run.
  private(set) var filter = ""
  /// The largest workloads that are run, unless one is named in full.
  private(set) var size = Size.medium
  /// The only contender that is run, for instance under a profiler; nil for all of them.
  private(set) var contender: String?
  /// The size of the workloads, as a fraction of the full size.
  private(set) var scale = 1.0
  /// How often every contender is timed.
  private(set) var runs = 5
  /// The folder where workloads are kept between runs.
  private(set) var data = FileManager.default.temporaryDirectory
    .appendingPathComponent("kulan-benchmarks").path
  /// The file that takes the table as a page.
  private(set) var page: String?
  /// The file with the results to compare with.
  private(set) var expected: String?
  /// The file that takes the results to compare with.
  private(set) var record: String?

  /// How many threads draw workloads.
  let jobs = ProcessInfo.processInfo.activeProcessorCount

  /// Reads the arguments behind the name of the program.
  init(_ arguments: some Sequence<String>) throws(UsageError) {
    var rest = Array(arguments)[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--only": contender = try Self.text(rest.popFirst(), of: argument)
      case "--size":
        let text = try Self.text(rest.popFirst(), of: argument)
        guard let size = Size(rawValue: text) else { throw UsageError("no size \(text)") }
        self.size = size
      case "--scale": scale = try Self.number(rest.popFirst(), of: argument, in: 0.001...10)
      case "--runs": runs = Int(try Self.number(rest.popFirst(), of: argument, in: 0...1000))
      case "--data": data = try Self.text(rest.popFirst(), of: argument)
      case "--markdown": page = try Self.text(rest.popFirst(), of: argument)
      case "--check": expected = try Self.text(rest.popFirst(), of: argument)
      case "--record": record = try Self.text(rest.popFirst(), of: argument)
      case _ where argument.hasPrefix("-") || !filter.isEmpty:
        throw UsageError("unexpected argument \(argument)")
      default: filter = argument
      }
    }
  }

  /// How the program is called.
  static let usage = """
    usage: Benchmarks [CASE] [OPTION…]
      CASE             only cases whose names contain this text; a full name runs it at any size
      --size SIZE      small, medium (the default) or all
      --only NAME      one contender alone; `none` makes the workload and runs nobody
      --runs COUNT     how often each contender is timed (5); those that take long are timed once
      --scale FRACTION the size of the workloads; checksums are recorded for 1
      --data DIR       where workloads are kept between runs
      --markdown FILE  writes the table as a page
      --record FILE    writes checksums and ratios
      --check FILE     fails when a checksum differs from those recorded, or a ratio is below half
    """

  private static func text(_ text: String?, of option: String) throws(UsageError) -> String {
    guard let text else { throw UsageError("\(option) needs a value") }
    return text
  }

  private static func number(
    _ text: String?, of option: String, in range: ClosedRange<Double>
  ) throws(UsageError) -> Double {
    guard let text, let number = Double(text), range.contains(number) else {
      throw UsageError("\(option) needs a number in \(range)")
    }
    return number
  }

  /// Returns a number of items at the chosen scale, at least 1.
  func scaled(_ count: Int) -> Int { max(1, Int((Double(count) * scale).rounded())) }

  /// Whether a case of some size is to be run.
  func wants(_ name: String, _ caseSize: Size) -> Bool {
    name == filter || caseSize <= size && (filter.isEmpty || name.contains(filter))
  }
}

/// Arguments that mean nothing.
struct UsageError: Error, CustomStringConvertible {
  /// What is wrong and what would be right.
  let description: String

  /// Says what is wrong.
  init(_ problem: String) { description = "\(problem)\n\(BenchmarkOptions.usage)" }
}
