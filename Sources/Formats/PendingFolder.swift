internal import Foundation

/// A dataset of one or more files that is complete or absent.
///
/// It is written under its own name inside a temporary folder beside its place. At the end the
/// files move out, what accompanies the main file first and the main file last, so that whoever
/// finds the main file finds all of it.
package final class PendingFolder: Sendable {
  /// The path that the main file, or the folder that is the dataset, will have.
  package let path: String
  /// The path to write to until ``commit()``.
  package let temporaryPath: String
  private let folder: String

  /// Reserves a temporary folder beside `path`.
  ///
  /// A folder that is at `path` already is replaced only if it is `replaceable`: a file geodatabase,
  /// unless the caller knows another kind.
  package init(
    path: String, overwrite: Bool,
    replaceable: (_ folder: String) -> Bool = PendingFolder.isGeodatabase
  ) throws(FormatError) {
    self.path = path
    try Self.check(path, overwrite: overwrite, replaceable: replaceable)
    folder = PendingPaths.reserve(for: path, isFolder: true)
    temporaryPath = "\(folder)/\(URL(fileURLWithPath: path).lastPathComponent)"
    guard mkdir(folder, 0o777) == 0 else {
      let reason = String(cString: strerror(errno))
      throw FormatError(
        .cannotWrite, "cannot create a folder beside \(path): \(reason)",
        help: "check the permissions of the folder and the space on the disk")
    }
  }

  /// Checks that a dataset can be created at `path`: that neither it nor a part of it is there.
  package static func check(
    _ path: String, overwrite: Bool,
    replaceable: (_ folder: String) -> Bool = PendingFolder.isGeodatabase
  ) throws(FormatError) {
    try PendingPaths.check(path, overwrite: overwrite, replaceable: replaceable)
    if !overwrite, let parts = ShapefileParts(path: path),
      let part = ["shx", "dbf", "prj", "cpg"].lazy.compactMap(parts.existing).first
    {
      throw FormatError(exists: part)
    }
  }

  deinit { discard() }

  /// A folder is replaced only if it is a file geodatabase, never because of its name alone.
  package static func isGeodatabase(_ folder: String) -> Bool {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return folder.lowercased().hasSuffix(".gdb") && names.contains { $0.hasSuffix(".gdbtable") }
  }

  /// Moves the files to their place, replacing what is there; when that fails, what was there
  /// stays.
  package func commit() throws(FormatError) {
    guard PendingPaths.forget(folder) else { return }
    defer { PendingPaths.remove(folder) }
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    let target = URL(fileURLWithPath: path)
    let main = target.lastPathComponent
    guard names.contains(main) else {
      throw FormatError(
        .cannotWrite, "nothing was written to \(path)", help: "check that the input has features")
    }
    let predecessor = "\(folder)/.predecessor"
    let isReplacing = rename(path, predecessor) == 0
    do {
      removeSidecars()
      for name in names.filter({ $0 != main }) + [main] {
        let place = target.deletingLastPathComponent().appendingPathComponent(name).path
        try PendingPaths.rename("\(folder)/\(name)", to: place)
      }
    } catch {
      if isReplacing { try PendingPaths.rename(predecessor, to: path) }
      throw error
    }
  }

  /// Checks that the disk still takes what is written to it.
  ///
  /// Half of GDAL's drivers, KML and XLSX among them, do not look whether their writes succeed: on
  /// a full disk they leave a truncated file and report success.
  func requireSpace() throws(FormatError) {
    let probe = "\(folder)/.probe"
    let file = open(probe, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    var failure = file < 0 ? errno : 0
    if file >= 0 {
      let size = 1 << 16
      let written = [UInt8](repeating: 0, count: size).withUnsafeBytes {
        write(file, $0.baseAddress, size)
      }
      if written < size { failure = written < 0 ? errno : ENOSPC }
      if close(file) != 0 && failure == 0 { failure = errno }
    }
    unlink(probe)
    guard failure == 0 else {
      throw FormatError(
        .cannotWrite, "cannot write \(path): \(String(cString: strerror(failure)))",
        help: "check the space on the disk")
    }
  }

  /// Removes what accompanied an older dataset of the same name: its indexes would be wrong.
  private func removeSidecars() {
    guard let parts = ShapefileParts(path: path) else { return }
    for part in ShapefileParts.sidecarExtensions.compactMap(parts.existing) {
      try? FileManager.default.removeItem(atPath: part)
    }
  }

  /// Removes what was written; does nothing after ``commit()``.
  package func discard() {
    if PendingPaths.forget(folder) { PendingPaths.remove(folder) }
  }
}
