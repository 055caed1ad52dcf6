import Foundation

/// Files with the output that a command should have.
///
/// `RECORD_GOLDEN=1 swift test` writes them anew; the difference is reviewed before it is committed.
public enum Golden {
  /// Returns what `Fixtures/golden/<name>` holds, after writing `actual` to it when asked to.
  public static func text(_ name: String, recording actual: String) throws -> String {
    let url = TestFiles.fixtures.appendingPathComponent("golden").appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(actual.utf8).write(to: url)
    }
    return String(decoding: try Data(contentsOf: url), as: UTF8.self)
  }
}
