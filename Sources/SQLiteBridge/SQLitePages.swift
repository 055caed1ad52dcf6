internal import CSQLite

/// The pages of a database file, read through SQLite's own handle of the file, many with one call
/// as long as they are asked for in order.
///
/// (To open the file a second time would be wrong: when a process closes any handle of a file, the
/// system drops all locks that it holds on it.)
final class SQLitePages {
  /// The number of bytes of a page that hold data.
  let usableSize: Int
  /// The number of pages.
  let count: Int

  private let size: Int
  private let connection: SQLiteConnection
  private let file: UnsafeMutablePointer<sqlite3_file>
  private let buffer: UnsafeMutableRawBufferPointer
  /// The pages in the buffer.
  private var loaded = 0..<0
  /// How many pages the next call reads.
  private var stride = 1

  private static let bufferSize = 1 << 16

  /// Prepares to read; nil where the file is none that SQLite reads as it lies on the disk.
  init?(_ connection: SQLiteConnection) {
    var pointer: UnsafeMutablePointer<sqlite3_file>?
    let code = sqlite3_file_control(
      connection.handle, "main", SQLITE_FCNTL_FILE_POINTER, &pointer)
    guard code == SQLITE_OK, let file = pointer, let methods = file.pointee.pMethods else {
      return nil
    }
    var byteCount: sqlite3_int64 = 0
    var start = [UInt8](repeating: 0, count: 100)
    guard methods.pointee.xFileSize(file, &byteCount) == SQLITE_OK,
      methods.pointee.xRead(file, &start, 100, 0) == SQLITE_OK
    else { return nil }
    let stored = Int(start[16]) << 8 | Int(start[17])
    size = stored == 1 ? 65536 : stored
    usableSize = size - Int(start[20])
    let isUTF8 = start[56...59].elementsEqual([0, 0, 0, 1])
    guard size >= 512, size <= 65536, size & (size - 1) == 0, usableSize >= 480, isUTF8 else {
      return nil
    }
    count = Int(byteCount) / size
    self.connection = connection
    self.file = file
    buffer = .allocate(byteCount: Self.bufferSize, alignment: 8)
  }

  deinit { buffer.deallocate() }

  /// Returns the bytes of a page that hold data, valid until another page is asked for; nil where
  /// there is no such page or it cannot be read.
  func page(_ number: Int) -> UnsafeRawBufferPointer? {
    if !loaded.contains(number) {
      guard load(from: number) else { return nil }
    }
    let offset = (number - loaded.lowerBound) * size
    return UnsafeRawBufferPointer(rebasing: buffer[offset..<offset + usableSize])
  }

  private func load(from number: Int) -> Bool {
    guard (1...count).contains(number) else { return false }
    stride = number == loaded.upperBound ? min(2 * stride, Self.bufferSize / size) : 1
    let end = min(number + stride, count + 1)
    let code = file.pointee.pMethods.pointee.xRead(
      file, buffer.baseAddress, Int32((end - number) * size), Int64((number - 1) * size))
    loaded = code == SQLITE_OK ? number..<end : 0..<0
    return code == SQLITE_OK
  }
}
