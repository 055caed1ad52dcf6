import Foundation

/// Where tests find files: this project's own fixtures, and the shared real data where it exists.
public enum TestFiles {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The folder of fixtures that this project wrote.
  public static let fixtures = root.appendingPathComponent("Fixtures")

  /// The folder with examples of configurations.
  public static let examples = root.appendingPathComponent("Examples")

  /// The folder of shared real data, which a user's checkout does not have.
  public static let sharedData = root.deletingLastPathComponent()
    .appendingPathComponent("shared/data").standardized

  /// Whether the shared real data exist; tests that need them are `.enabled(if:)` this.
  public static let hasSharedData = FileManager.default.fileExists(atPath: sharedData.path)

  /// Why a test without the shared real data is skipped.
  public static let needsSharedData = "needs the real data in ../shared/data, which are absent here"

  /// Returns the path of one file of the shared real data.
  public static func shared(_ name: String) -> String {
    sharedData.appendingPathComponent(name).path
  }

  /// Returns the path of one fixture.
  public static func fixture(_ name: String) -> String {
    fixtures.appendingPathComponent(name).path
  }

  /// Calls `body` with a fresh folder and removes the folder afterwards.
  public static func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("kulan-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }

  /// Calls `body` with a fresh folder and removes the folder afterwards.
  public static func withFolder<Result>(
    _ body: (URL) async throws -> Result
  ) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("kulan-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder)
  }
}
