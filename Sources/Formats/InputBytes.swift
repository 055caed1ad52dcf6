internal import Foundation

/// The bytes of one input: a mapped file, or a copy in memory.
///
/// Owns the memory that ``bytes`` points to; whoever keeps the pointer keeps the owner. A file that
/// another program shortens while it is mapped ends the process, as with every mapping.
final class InputBytes {
  /// The path as the user gave it; `-` is standard input.
  let path: String
  /// All bytes, a byte order mark included.
  let bytes: UnsafeBufferPointer<UInt8>
  private let isMapped: Bool

  /// Maps the file at `path`, or reads standard input to its end for `-`.
  init(path: String) throws(FormatError) {
    self.path = path
    let file = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw Self.cannotOpen(path, reason: String(cString: strerror(errno))) }
    defer { if file != 0 { close(file) } }
    var status = stat()
    guard fstat(file, &status) == 0 else {
      throw Self.cannotOpen(path, reason: String(cString: strerror(errno)))
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw Self.cannotOpen(path, reason: "it is a folder")
    }
    let isRegular = status.st_mode & S_IFMT == S_IFREG && path != "-"
    if isRegular, status.st_size > 0,
      let start = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, file, 0),
      start != MAP_FAILED
    {
      bytes = UnsafeBufferPointer(
        start: start.assumingMemoryBound(to: UInt8.self), count: Int(status.st_size))
      isMapped = true
    } else {
      bytes = Self.copy(try Self.readAll(file, path: path))
      isMapped = false
    }
    try refuseUTF16()
  }

  /// Copies bytes that are in memory already; `path` names them in messages.
  init(_ contents: [UInt8], path: String) throws(FormatError) {
    self.path = path
    bytes = Self.copy(contents)
    isMapped = false
    try refuseUTF16()
  }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    } else {
      bytes.deallocate()
    }
  }

  /// Where the text starts: behind the byte order mark, if there is one.
  var textStart: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  /// The name of the input in messages.
  var name: String { path == "-" ? "standard input" : path }

  /// The name of the file without folder and extension: the name of its only layer.
  var stem: String {
    path == "-" ? "stdin" : URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
  }

  /// Returns the line and the column of a byte, both from 1; columns count bytes.
  func location(of offset: Int) -> (line: Int, column: Int) {
    let before = bytes[..<min(offset, bytes.count)]
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return (line, before.count - lineStart + 1)
  }

  private func refuseUTF16() throws(FormatError) {
    guard bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) else { return }
    throw FormatError(
      .badData, "\(name) is in UTF-16", help: "convert it: iconv -f UTF-16 -t UTF-8 IN > OUT")
  }

  private static func cannotOpen(_ path: String, reason: String) -> FormatError {
    FormatError(
      .missingInput, "cannot read \(path): \(reason)",
      help: "check the name and the permissions of the file")
  }

  private static func copy(_ contents: [UInt8]) -> UnsafeBufferPointer<UInt8> {
    let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: contents.count)
    _ = memory.initialize(fromContentsOf: contents)
    return UnsafeBufferPointer(memory)
  }

  private static func readAll(_ file: Int32, path: String) throws(FormatError) -> [UInt8] {
    var contents: [UInt8] = []
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { chunk.deallocate() }
    while true {
      let count = read(file, chunk.baseAddress, chunk.count)
      if count == 0 { return contents }
      if count < 0 {
        if errno == EINTR { continue }
        throw cannotOpen(path, reason: String(cString: strerror(errno)))
      }
      contents.append(contentsOf: chunk[..<count])
    }
  }
}
