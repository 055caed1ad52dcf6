import Foundation

/// A program that is run to its end.
struct ChildProcess {
  /// The program, as a path or a name to be found.
  let program: String
  /// Its arguments.
  let arguments: [String]

  /// The folder of this very program, where other products of the same build lie.
  static var ownFolder: URL { ownPath.deletingLastPathComponent() }

  /// This very program.
  static var ownPath: URL {
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
  }

  /// Runs the program and returns what it printed.
  func output() throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw ChildFailure(child: self, status: process.terminationStatus)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether the program can be run to success.
  var succeeds: Bool { (try? output()) != nil }
}

/// A program that failed.
struct ChildFailure: Error, CustomStringConvertible {
  let child: ChildProcess
  let status: Int32

  var description: String {
    "\(([child.program] + child.arguments).joined(separator: " ")) ended with status \(status)\n"
      + " help: run it by hand to see why"
  }
}
