internal import Foundation

extension Datasets {
  /// Whether two paths name the same dataset, however they are spelled: through links, `..`, or by
  /// different parts of one Shapefile. `-` is the same as nothing.
  public static func areSame(_ path: String, _ other: String) -> Bool {
    if path == "-" || other == "-" { return false }
    let (first, second) = (mainFile(of: path), mainFile(of: other))
    return fileNumber(of: first).map { $0 == fileNumber(of: second) } ?? (first == second)
  }

  /// Whether a dataset can be opened once more and holds the same again; standard input and pipes
  /// are read once.
  public static func canReopen(_ path: String) -> Bool {
    if path == "-" { return false }
    var status = stat()
    // What is no path of the file system, as in `/vsizip/`, is read by seeking.
    guard stat(path, &status) == 0 else { return true }
    return [S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
  }

  /// The path without links, and the `.shp` in place of any other part of a Shapefile.
  private static func mainFile(of path: String) -> String {
    let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    let parts = ShapefileParts.sidecarExtensions
    guard parts.contains(resolved.pathExtension.lowercased()) else { return resolved.path }
    return resolved.deletingPathExtension().appendingPathExtension("shp").path
  }

  /// The device and number of an existing file, which all its names share.
  private static func fileNumber(of path: String) -> [UInt64]? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return [UInt64(status.st_dev), UInt64(status.st_ino)]
  }
}
