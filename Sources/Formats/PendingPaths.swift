internal import Foundation
internal import Synchronization

/// The temporary files and folders of this process that have not got their names yet.
enum PendingPaths {
  private static let all = Mutex<Set<String>>([])

  /// Returns the temporary name beside `path`, clears it, and remembers it.
  static func reserve(for path: String, isFolder: Bool = false) -> String {
    let url = URL(fileURLWithPath: path)
    // The extension of a file stays last, because GDAL's drivers look at it. A folder must have
    // none: GDAL takes a folder named *.xlsx or *.kmz for the archive that is to lie in it.
    let last = url.lastPathComponent
    let name =
      ".\(ProcessInfo.processInfo.processIdentifier).partial."
      + (isFolder ? last.replacing(".", with: "-") : last)
    let temporaryPath = url.deletingLastPathComponent().appendingPathComponent(name).path
    all.withLock { _ = $0.insert(temporaryPath) }
    remove(temporaryPath)
    return temporaryPath
  }

  /// Forgets a temporary name; false when it was forgotten before.
  static func forget(_ path: String) -> Bool { all.withLock { $0.remove(path) != nil } }

  /// Removes everything that is still pending.
  ///
  /// Others may go on writing meanwhile: a folder in which a file appears while it is removed is
  /// removed again.
  static func discardAll() {
    let paths = all.withLock { paths in
      defer { paths = [] }
      return paths
    }
    for _ in 0..<50 {
      paths.forEach(remove)
      if !paths.contains(where: FileManager.default.fileExists) { return }
      usleep(1000)
    }
  }

  /// Removes a file or folder, and what SQLite may have laid beside it.
  static func remove(_ path: String) {
    for suffix in ["", "-journal", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: path + suffix)
    }
  }

  /// Checks that something can be created at `path`.
  ///
  /// - Throws: `cannotWrite` when a file is there and `overwrite` is false, when the folder around
  ///   it is missing, or when a folder is there that is not `replaceable`.
  static func check(
    _ path: String, overwrite: Bool, replaceable: (_ folder: String) -> Bool = { _ in false }
  ) throws(FormatError) {
    if path.hasSuffix("/") {
      throw FormatError(
        .cannotWrite, "\(path) is a folder", help: "give the name of a file in it")
    }
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
      if isFolder.boolValue && !replaceable(path) {
        throw FormatError(
          .cannotWrite, "\(path) is a folder", help: "give the name of a file in it")
      }
      if !overwrite { throw FormatError(exists: path) }
    }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder),
      isFolder.boolValue
    else {
      throw FormatError(
        .cannotWrite, "the folder of \(path) does not exist",
        help: "create it first: mkdir -p \(folder)")
    }
    guard access(folder, W_OK) == 0 else {
      throw FormatError(
        .cannotWrite, "cannot write to the folder of \(path): \(String(cString: strerror(errno)))",
        help: "check its permissions, or choose another folder")
    }
  }

  /// Gives a finished file or folder its name.
  static func rename(_ temporaryPath: String, to path: String) throws(FormatError) {
    guard Foundation.rename(temporaryPath, path) == 0 else {
      throw FormatError(
        .cannotWrite,
        "cannot rename the finished file to \(path): \(String(cString: strerror(errno)))",
        help: "check the permissions of the folder and the space on the disk")
    }
  }
}

extension FormatError {
  /// Says that an output is there already.
  package init(exists path: String) {
    self.init(
      .cannotWrite, "\(path) exists already",
      help: "add --overwrite to replace it, or choose another name")
  }
}
