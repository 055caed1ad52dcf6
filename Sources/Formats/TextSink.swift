internal import Foundation

/// A text file being written through a buffer: there at `publish()`, absent before it.
///
/// `-` is standard output, where nothing can be taken back.
final class TextSink {
  /// The path that will exist after `finish()`, or `-`.
  let path: String
  /// What was not written yet.
  var buffer: [UInt8] = []
  private let pending: PendingFile?
  private var file: Int32
  /// What takes the text in place of a file.
  private let output: ((String) -> Void)?

  private static let flushSize = 1 << 20

  init(path: String, overwrite: Bool) throws(FormatError) {
    self.path = path
    output = nil
    guard path != "-" else {
      (pending, file) = (nil, 1)
      return
    }
    let pending = try PendingFile(path: path, overwrite: overwrite)
    self.pending = pending
    file = open(pending.temporaryPath, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    if file < 0 { throw failure() }
  }

  /// Hands the text to `output`, a piece at a time and never a part of a character.
  init(to output: @escaping (String) -> Void) {
    self.output = output
    (path, pending, file) = ("-", nil, -1)
  }

  deinit { cancel() }

  /// Writes the buffer out when it is large enough.
  func flushIfLarge() throws(FormatError) {
    if buffer.count >= Self.flushSize { try flush() }
  }

  /// Writes out what is left.
  func complete() throws(FormatError) {
    try flush()
    if pending == nil { return }
    let result = close(file)
    file = -1
    guard result == 0 else { throw failure() }
  }

  /// Gives the completed file its name.
  func publish() throws(FormatError) { try pending?.commit() }

  /// Removes what was written.
  func cancel() {
    guard let pending else { return }
    if file >= 0 { close(file) }
    file = -1
    pending.discard()
  }

  private func flush() throws(FormatError) {
    if let output {
      output(String(decoding: buffer, as: UTF8.self))
      buffer.removeAll(keepingCapacity: true)
      return
    }
    var written = 0
    while written < buffer.count {
      let count = buffer[written...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw failure()
      }
      written += count
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private func failure() -> FormatError {
    let name = path == "-" ? "standard output" : path
    return FormatError(
      .cannotWrite, "cannot write \(name): \(String(cString: strerror(errno)))",
      help: "check the permissions of the folder and the space on the disk")
  }
}
