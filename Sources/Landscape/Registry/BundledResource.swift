internal import CResources
internal import Formats

/// A file that the binary carries with it.
public enum BundledResource {
  /// The names of all files, in the order of the table in `resources.c`.
  public static let names: [String] = (0..<kulan_resource_count()).map { index in
    String(cString: kulan_resource_at(index).name)
  }

  /// Returns the contents of a file, or nil if the binary carries none of that name.
  public static func bytes(named name: String) -> [UInt8]? {
    guard let index = names.firstIndex(of: name) else { return nil }
    let entry = kulan_resource_at(index)
    return Array(UnsafeBufferPointer(start: entry.bytes, count: entry.count))
  }

  /// Returns the contents of a file that the binary is known to carry.
  ///
  /// The tests read every one of them: a missing one is a defect of the build, which no caller can
  /// do anything about.
  package static func contents(of name: String) -> [UInt8] {
    guard let bytes = bytes(named: name) else {
      preconditionFailure("the binary carries no resource \(name)")
    }
    return bytes
  }

  /// Reads a registry, row by row; a broken one is a defect of the build, too.
  static func registry<Row>(named name: String, _ read: (RegistryRow) throws -> Row) -> [Row] {
    do {
      let text = String(decoding: contents(of: name), as: UTF8.self)
      let table = try CSVTable(parsing: text, name: name)
      return try table.rows.map { try read(RegistryRow(table: table, values: $0)) }
    } catch {
      preconditionFailure("the bundled resource \(name) is broken: \(error)")
    }
  }
}
