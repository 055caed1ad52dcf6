internal import Formats
internal import Foundation

/// The hash of what a path names: of a file, of all parts of a Shapefile, of all files of a folder.
package struct FileHash: Sendable, Hashable {
  /// SHA-256, 64 hexadecimal digits. Of several files it is that of a list of names and hashes.
  package let text: String
  /// How many bytes were read.
  package let bytes: Int

  /// Reads what a path names.
  ///
  /// - Throws: `missingInput` where a file cannot be read; `CancellationError`.
  package init(of path: String) throws {
    let files = Self.files(of: path)
    if files.count == 1, let file = files.first {
      (text, bytes) = try Self.hash(ofFile: file)
      return
    }
    var (list, bytes) = (Fingerprint(), 0)
    for file in files {
      let one = try Self.hash(ofFile: file)
      list.add([URL(fileURLWithPath: file).lastPathComponent, one.text])
      bytes += one.bytes
    }
    (text, self.bytes) = (list.text, bytes)
  }

  private static func files(of path: String) -> [String] {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      let names = (FileManager.default.enumerator(atPath: path)?.allObjects ?? [])
        .compactMap { $0 as? String }
      return names.sorted().map { "\(path)/\($0)" }.filter {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: $0, isDirectory: &isFolder)
          && !isFolder.boolValue
      }
    }
    return Datasets.parts(of: path)
  }

  private static func hash(ofFile path: String) throws -> (text: String, bytes: Int) {
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw FormatError(.missingInput, "\(path) cannot be read", help: "is the name right?")
    }
    defer { try? file.close() }
    var (hash, bytes) = (ContentHash(), 0)
    while let block = try file.read(upToCount: 1 << 20), !block.isEmpty {
      try Task.checkCancellation()
      hash.add([UInt8](block))
      bytes += block.count
    }
    return (hash.text(), bytes)
  }
}
