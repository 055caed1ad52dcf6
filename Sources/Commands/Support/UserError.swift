package import Formats

/// A failure the user can act on: what is wrong, where, and what to do next.
package struct UserError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What the process ends with.
  package let code: ExitCode
  /// What is wrong and where.
  package let problem: String
  /// What to do next.
  package let help: String

  /// Describes a failure.
  package init(_ code: ExitCode, _ problem: String, help: String) {
    self.code = code
    self.problem = problem
    self.help = help
  }

  /// Describes a failure to read or write.
  package init(_ error: FormatError) {
    let code: ExitCode =
      switch error.kind {
      case .usage: .usage
      case .missingInput: .missingInput
      case .badData: .badData
      case .cannotWrite: .cannotWrite
      }
    self.init(code, error.problem, help: error.help)
  }

  /// Describes any error; one that nobody foresaw is a defect.
  package init(_ error: any Error) {
    switch error {
    case let error as UserError: self = error
    case let error as FormatError: self.init(error)
    case is CancellationError:
      self.init(.interrupted, "interrupted", help: "nothing half-written is left; run it again")
    default:
      self.init(
        .defect, "\(error)",
        help: "this is a defect of Kulan: please report it with the command line, this message "
          + "and what `kulan --version` prints")
    }
  }

  /// The two lines that a user reads.
  package var description: String { "error: \(problem)\n help: \(help)" }
}
