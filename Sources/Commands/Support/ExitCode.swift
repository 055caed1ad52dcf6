/// What the process tells its caller, after `sysexits.h`, so that scripts can tell a typo from a
/// broken file.
package enum ExitCode: Int32, Sendable, CaseIterable {
  /// The command did what it was asked.
  case done = 0
  /// A finding above the threshold of `--fail-on`.
  case finding = 1
  /// The command line makes no sense.
  case usage = 64
  /// The input exists and is broken or unusable.
  case badData = 65
  /// The input does not exist or cannot be opened.
  case missingInput = 66
  /// A defect of Kulan.
  case defect = 70
  /// The output cannot be written.
  case cannotWrite = 73
  /// Stopped by Ctrl-C or a signal.
  case interrupted = 130

  /// What the code means, for the help text.
  var meaning: String {
    switch self {
    case .done: "done"
    case .finding: "a finding above the --fail-on threshold"
    case .usage: "wrong usage"
    case .badData: "bad data"
    case .missingInput: "input missing"
    case .defect: "a defect of Kulan"
    case .cannotWrite: "cannot write"
    case .interrupted: "interrupted; nothing half-written is left"
    }
  }
}
