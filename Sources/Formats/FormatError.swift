/// A failure to read or write: what is wrong, where, and what to do next.
public struct FormatError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What kind of failure it is; commands turn it into an exit code.
  public enum Kind: Sendable, Hashable {
    /// The request itself makes no sense: a wrong option, expression or layer name.
    case usage
    /// The input does not exist or cannot be opened.
    case missingInput
    /// The input exists and is broken or unusable.
    case badData
    /// The output cannot be written.
    case cannotWrite
  }

  /// What kind of failure it is.
  public let kind: Kind
  /// What is wrong and where: file, layer, feature, line.
  public let problem: String
  /// What to do next.
  public let help: String

  /// Describes a failure.
  public init(_ kind: Kind, _ problem: String, help: String) {
    self.kind = kind
    self.problem = problem
    self.help = help
  }

  /// The two lines that a user reads.
  public var description: String { "error: \(problem)\n help: \(help)" }
}
