internal import Formats
internal import Foundation

/// Finds files from the folder of a configuration on.
struct ConfigurationPaths {
  /// The folder; empty for the working folder.
  let folder: String

  /// Returns a path as the process can open it.
  func resolved(_ path: String) -> String {
    if path.hasPrefix("/") || folder.isEmpty { return path }
    return folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)"
  }

  /// Returns the path of a file that must exist.
  func file(_ item: ConfigurationItem) throws(FormatError) -> String {
    let path = resolved(item.text ?? "")
    try requireFile(path, item)
    return path
  }

  /// Returns a source whose file must exist.
  func source(_ item: ConfigurationItem) throws(FormatError) -> SourceSpec {
    let text = item.text ?? ""
    if text == "-" {
      throw item.fault(
        "is standard input, which comes only once", help: "write the data into a file first")
    }
    let source = SourceSpec(resolved(text))
    try requireFile(source.path, item)
    return source
  }

  /// Returns the text in a file.
  static func contents(of path: String) throws(FormatError) -> String {
    guard FileManager.default.fileExists(atPath: path) else { throw FormatError(missing: path) }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw FormatError(
        .missingInput, "\(path) cannot be read", help: "is it a file, and may you read it?")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw FormatError(.badData, "\(path) is not text in UTF-8", help: "save it in UTF-8")
    }
    return text
  }

  private func requireFile(_ path: String, _ item: ConfigurationItem) throws(FormatError) {
    // What lies inside an archive is found when it is opened.
    if path.hasPrefix("/vsi") || FileManager.default.fileExists(atPath: path) { return }
    throw item.fault(FormatError(missing: path))
  }
}
