import Foundation
import TestSupport

/// The built binary, run as a user runs it.
struct KulanProcess {
  /// Where the build lays the binary: beside the bundle of the tests.
  static let binary = Bundle.main.bundleURL.appendingPathComponent("kulan").path

  private let process = Process()
  private let output = Pipe()
  private let error = Pipe()

  /// Prepares a run; `input` is what standard input reads, nothing by default.
  init(
    _ arguments: [String], input: FileHandle = .nullDevice, folder: URL? = nil,
    environment: [String: String] = [:]
  ) {
    process.executableURL = URL(fileURLWithPath: Self.binary)
    process.arguments = arguments
    process.standardInput = input
    process.standardOutput = output
    process.standardError = error
    if let folder { process.currentDirectoryURL = folder }
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
  }

  /// Starts without waiting.
  func start() throws { try process.run() }

  /// Whether it has not come to its end yet.
  var isRunning: Bool { process.isRunning }

  /// Sends a signal.
  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// Closes our end of the pipe that standard output writes to, as `head` does.
  func closeOutput() throws { try output.fileHandleForReading.close() }

  /// Waits for the end and returns how it came.
  func wait() -> (code: Int32, reason: Process.TerminationReason) {
    process.waitUntilExit()
    return (process.terminationStatus, process.terminationReason)
  }

  /// Runs to the end.
  static func run(
    _ arguments: String..., folder: URL? = nil, environment: [String: String] = [:]
  ) throws -> (code: Int32, out: String, err: String) {
    let run = KulanProcess(arguments, folder: folder, environment: environment)
    try run.start()
    let out = run.output.fileHandleForReading.readDataToEndOfFile()
    let err = run.error.fileHandleForReading.readDataToEndOfFile()
    return (
      run.wait().code, String(decoding: out, as: UTF8.self), String(decoding: err, as: UTF8.self)
    )
  }
}
