import Foundation

/// Finds programs as a shell would.
public enum ProgramPath {
  /// The first program of some names that is on the path; nil where there is none.
  public static func first(of names: [String]) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.lazy.flatMap { folder in names.map { "\(folder)/\($0)" } }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
