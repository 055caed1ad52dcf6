internal import Foundation

/// An installed Chromium or Chrome, which prints pages without showing a window.
struct Browser: Equatable {
  /// The variable of the environment that names another one.
  static let variable = "KULAN_BROWSER"
  /// What it is looked for as, on the path and where macOS keeps it.
  static let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
  private static let places = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ]

  /// The path of its program.
  let path: String

  /// Finds the browser that the environment names, else the first that is installed.
  ///
  /// - Throws: `missingInput` where there is none.
  static func find(
    in environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(UserError) -> Browser {
    let folders = environment["PATH", default: ""].split(separator: ":").map(String.init)
    if let name = environment[variable], !name.isEmpty {
      guard let path = program([name], in: folders) else {
        throw UserError(
          .missingInput, "\(variable) names \(name), which is no program",
          help: "give the path of Chromium or Chrome, or unset \(variable) to have it looked for")
      }
      return Browser(path: path)
    }
    guard let path = program(names + places, in: folders) else {
      throw UserError(
        .missingInput,
        "no browser to print with: none of \(names.joined(separator: ", ")) is on the path",
        help: "install one (apt install chromium), name one in \(variable), or leave --pdf away: "
          + "any browser prints the HTML page")
    }
    return Browser(path: path)
  }

  /// The first program of some names; a name with a slash is a path.
  private static func program(_ names: [String], in folders: [String]) -> String? {
    let files = FileManager.default
    var isFolder: ObjCBool = false
    return names.lazy.flatMap { name in
      name.contains("/") ? [name] : folders.map { "\($0)/\(name)" }
    }.first { path in
      files.isExecutableFile(atPath: path)
        && files.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
    }
  }
}
