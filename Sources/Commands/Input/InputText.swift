internal import Foundation

/// The contents of small text files.
enum InputText {
  /// Reads a whole file.
  ///
  /// - Throws: `missingInput` where it cannot be read.
  static func contents(of path: String) throws(UserError) -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw UserError(.missingInput, "\(path) cannot be read", help: "is the name right?")
    }
    return String(decoding: data, as: UTF8.self)
  }
}
