/// Turns bytes into line numbers, in one walk as long as the bytes are asked for in order.
struct LineCounter {
  private let input: InputBytes
  private var offset = 0
  private var line = 1

  init(_ input: InputBytes) { self.input = input }

  /// Returns the line of a byte, from 1.
  mutating func line(of byte: Int) -> Int {
    if byte < offset { (offset, line) = (0, 1) }
    let end = min(byte, input.bytes.count)
    line += input.bytes[offset..<end].count { $0 == UInt8(ascii: "\n") }
    offset = end
    return line
  }
}
