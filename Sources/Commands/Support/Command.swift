/// One subcommand: arguments become a value, the value runs.
package protocol Command: Sendable {
  /// What the command is called, takes and does.
  static var manual: Manual { get }

  /// Makes the command from a command line that passed the table of options.
  init(_ arguments: Arguments) throws

  /// Does the work: results go to the output of the console or to files, messages to its errors.
  ///
  /// - Returns: `done`, or `finding` where a threshold was given and passed.
  func run(on console: Console) async throws -> ExitCode
}
