internal import Formats
internal import Foundation

/// A folder of results that appears complete or not at all.
///
/// Everything is written into a folder beside it, which takes its name at the end. A folder that is
/// there already is replaced only with `--overwrite`, and only if it holds nothing but what the
/// command itself may have written: nobody's own files are lost by it.
final class OutputFolder: Sendable {
  /// The folder as the user named it.
  let path: String
  private let pending: PendingFolder

  /// Reserves a folder.
  ///
  /// - Parameters:
  ///   - place: The folder as the user named it.
  ///   - overwrite: Whether an earlier result may be replaced.
  ///   - names: What the command may write into it, by name.
  /// - Throws: `cannotWrite` where something is in the way; `usage` for a folder around the user.
  init(_ place: String, overwrite: Bool, names: Set<String>) throws {
    path = Self.withoutSlash(place)
    try Self.check(place, overwrite: overwrite, names: names)
    pending = try PendingFolder(
      path: Self.resolved(place), overwrite: true, replaceable: { _ in true })
    do {
      try FileManager.default.createDirectory(
        atPath: pending.temporaryPath, withIntermediateDirectories: false)
    } catch {
      throw UserError(
        .cannotWrite, "cannot create a folder beside \(path): \(error.localizedDescription)",
        help: "check the permissions of the folder and the space on the disk")
    }
  }

  /// Checks that a folder can be written, and writes nothing.
  static func check(_ place: String, overwrite: Bool, names: Set<String>) throws {
    let (path, target) = (withoutSlash(place), resolved(place))
    let here = FileManager.default.currentDirectoryPath
    if (here + "/").hasPrefix(target.hasSuffix("/") ? target : target + "/") {
      throw UserError(
        .usage, "\(place) is the folder you are in, or lies around it",
        help: "name a new folder for the results")
    }
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: target, isDirectory: &isFolder) {
      guard isFolder.boolValue else {
        throw UserError(
          .cannotWrite, "\(path) is a file, and the results need a folder",
          help: "choose another name")
      }
      try checkContents(of: target, path, overwrite: overwrite, names: names)
    }
    try PendingFolder.check(target, overwrite: true) { _ in true }
  }

  private static func checkContents(
    of target: String, _ path: String, overwrite: Bool, names: Set<String>
  ) throws {
    let found: [String]
    do {
      found = try FileManager.default.contentsOfDirectory(atPath: target).sorted()
    } catch {
      throw UserError(
        .cannotWrite, "cannot look into \(path): \(error.localizedDescription)",
        help: "check its permissions, or choose another folder")
    }
    if let stranger = found.first(where: { !names.contains($0) }) {
      throw UserError(
        .cannotWrite, "\(path) holds \(stranger), which is no result of this command",
        help: "choose another folder, or move away what is in it; --overwrite replaces only results"
      )
    }
    if !found.isEmpty, !overwrite { throw FormatError(exists: path) }
  }

  /// Whether a file lies in a folder that is to be written.
  static func holds(_ file: String, in place: String) -> Bool {
    (resolved(file) + "/").hasPrefix(resolved(place) + "/")
  }

  /// The name that a file in a folder will have for the user.
  static func name(of file: String, in place: String) -> String { "\(withoutSlash(place))/\(file)" }

  /// The folder to write files to.
  var temporaryPath: String { pending.temporaryPath }

  /// The path to write one of the files to.
  func file(_ name: String) -> String { "\(pending.temporaryPath)/\(name)" }

  /// Writes a text as one of the files.
  func write(_ text: String, as name: String) throws(FormatError) {
    try PendingFile.write(text.utf8, to: file(name), overwrite: false)
  }

  /// Lets `body` write the files, and then gives the folder its name; when anything fails, nothing
  /// is left, and the message names files as the user knows them.
  func fill<Result>(_ body: () async throws -> Result) async throws -> Result {
    do {
      let result = try await body()
      try pending.commit()
      return result
    } catch {
      pending.discard()
      switch error {
      case let failure as FormatError:
        throw FormatError(failure.kind, inPlace(failure.problem), help: inPlace(failure.help))
      case let failure as UserError:
        throw UserError(failure.code, inPlace(failure.problem), help: inPlace(failure.help))
      default: throw error
      }
    }
  }

  /// A message with the names that the files will have.
  func inPlace(_ message: String) -> String {
    message.replacing(pending.temporaryPath, with: path)
  }

  private static func withoutSlash(_ place: String) -> String {
    var path = place[...]
    while path.count > 1, path.hasSuffix("/") { path = path.dropLast() }
    return String(path)
  }

  /// The absolute path, by way of what links point to.
  private static func resolved(_ place: String) -> String {
    URL(fileURLWithPath: withoutSlash(place)).standardizedFileURL.resolvingSymlinksInPath().path
  }
}
