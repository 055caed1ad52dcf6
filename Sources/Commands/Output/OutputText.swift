internal import Formats
internal import Foundation

/// Text that becomes a file.
enum OutputText {
  /// Writes a file that is complete or absent.
  ///
  /// - Throws: `cannotWrite` where it cannot be written.
  static func write(_ text: String, to path: String, overwrite: Bool = true) throws {
    let file = try PendingFile(path: path, overwrite: overwrite)
    guard
      FileManager.default.createFile(
        atPath: file.temporaryPath, contents: Data(text.utf8))
    else {
      throw FormatError(
        .cannotWrite, "cannot write \(path)",
        help: "check the permissions of the folder and the space on the disk")
    }
    try file.commit()
  }
}
