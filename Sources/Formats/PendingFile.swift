internal import Foundation

/// A file that is complete or absent: written under a name beside its own, renamed at the end.
///
/// Every pending file is also known to ``PendingFile/discardAll()``, so that an interrupt leaves
/// nothing half-written.
public final class PendingFile: Sendable {
  /// The name that the file will have.
  public let path: String
  /// The name to write to until ``commit()``.
  public let temporaryPath: String

  /// Reserves a name beside `path`.
  ///
  /// - Throws: `cannotWrite` when `path` exists and `overwrite` is false, when it is a folder, or
  ///   when the folder it should lie in is missing.
  public init(path: String, overwrite: Bool) throws(FormatError) {
    self.path = path
    try PendingPaths.check(path, overwrite: overwrite)
    temporaryPath = PendingPaths.reserve(for: path)
  }

  deinit { discard() }

  /// Gives the file its name, replacing what had it.
  public func commit() throws(FormatError) {
    guard PendingPaths.forget(temporaryPath) else { return }
    do {
      try PendingPaths.rename(temporaryPath, to: path)
    } catch {
      PendingPaths.remove(temporaryPath)
      throw error
    }
  }

  /// Removes what was written; does nothing after ``commit()``.
  public func discard() {
    if PendingPaths.forget(temporaryPath) { PendingPaths.remove(temporaryPath) }
  }

  /// Writes a whole file, which is complete or absent.
  ///
  /// - Throws: `cannotWrite` as ``init(path:overwrite:)`` does, or where the disk refuses.
  package static func write(
    _ bytes: some Sequence<UInt8>, to path: String, overwrite: Bool
  ) throws(FormatError) {
    let file = try PendingFile(path: path, overwrite: overwrite)
    do {
      // Not `createFile`: that writes a temporary file of its own, which stays when it is killed.
      try Data(bytes).write(to: URL(fileURLWithPath: file.temporaryPath))
    } catch {
      throw FormatError(
        .cannotWrite, "cannot write \(path)",
        help: "check the permissions of the folder and the space on the disk")
    }
    try file.commit()
  }

  /// Removes every file that is still pending, for an interrupt.
  public static func discardAll() { PendingPaths.discardAll() }
}
