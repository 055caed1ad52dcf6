internal import Foundation
internal import Synchronization

/// A file that is complete or absent: written under a name beside its own, renamed at the end.
///
/// Every pending file is also known to ``PendingFile/discardAll()``, so that an interrupt leaves
/// nothing half-written.
public final class PendingFile: Sendable {
  /// The name that the file will have.
  public let path: String
  /// The name to write to until ``commit()``.
  public let temporaryPath: String

  private static let pending = Mutex<Set<String>>([])

  /// Reserves a name beside `path`.
  ///
  /// - Throws: `cannotWrite` when `path` exists and `overwrite` is false, when it is a folder, or
  ///   when the folder it should lie in is missing.
  public init(path: String, overwrite: Bool) throws(FormatError) {
    self.path = path
    let url = URL(fileURLWithPath: path)
    let folder = url.deletingLastPathComponent().path
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
      if isFolder.boolValue {
        throw FormatError(
          .cannotWrite, "\(path) is a folder", help: "give the name of a file in it")
      }
      if !overwrite {
        throw FormatError(
          .cannotWrite, "\(path) exists already",
          help: "add --overwrite to replace it, or choose another name")
      }
    }
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder),
      isFolder.boolValue
    else {
      throw FormatError(
        .cannotWrite, "the folder of \(path) does not exist",
        help: "create it first: mkdir -p \(folder)")
    }
    // The extension stays last, because GDAL's drivers look at it.
    let name = ".\(ProcessInfo.processInfo.processIdentifier).partial.\(url.lastPathComponent)"
    temporaryPath = url.deletingLastPathComponent().appendingPathComponent(name).path
    Self.pending.withLock { [temporaryPath] in _ = $0.insert(temporaryPath) }
    Self.remove(temporaryPath)
  }

  deinit { discard() }

  /// Gives the file its name, replacing what had it.
  public func commit() throws(FormatError) {
    let known = Self.pending.withLock { $0.remove(temporaryPath) != nil }
    guard known else { return }
    guard rename(temporaryPath, path) == 0 else {
      let reason = String(cString: strerror(errno))
      Self.remove(temporaryPath)
      throw FormatError(
        .cannotWrite, "cannot rename the finished file to \(path): \(reason)",
        help: "check the permissions of the folder and the space on the disk")
    }
  }

  /// Removes what was written; does nothing after ``commit()``.
  public func discard() {
    let known = Self.pending.withLock { $0.remove(temporaryPath) != nil }
    if known { Self.remove(temporaryPath) }
  }

  /// Removes every file that is still pending, for an interrupt.
  public static func discardAll() {
    let paths = pending.withLock { paths in
      defer { paths = [] }
      return paths
    }
    paths.forEach(remove)
  }

  /// Removes the file and what SQLite and GDAL may have laid beside it.
  private static func remove(_ path: String) {
    for suffix in ["", "-journal", "-wal", "-shm"] { unlink(path + suffix) }
  }
}
