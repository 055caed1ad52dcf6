/// Many strings, end to end as UTF-8 in one flat buffer.
public struct TextBuffer: Sendable, Equatable {
  /// The bytes of all strings.
  public private(set) var bytes: [UInt8] = []
  /// The end of every string in `bytes`.
  public private(set) var ends: [Int] = []

  /// Creates a buffer without strings.
  public init() {}

  /// Creates a buffer without strings, with room for as many as another has.
  init(roomLike other: TextBuffer) {
    bytes.reserveCapacity(other.bytes.count)
    ends.reserveCapacity(other.count)
  }

  /// The number of strings.
  public var count: Int { ends.count }

  /// Returns where one string lies in `bytes`.
  public func range(of index: Int) -> Range<Int> {
    (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }

  /// Returns one string; bytes that are not UTF-8 become U+FFFD.
  public subscript(index: Int) -> String {
    String(decoding: bytes[range(of: index)], as: UTF8.self)
  }

  /// Appends a string.
  public mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    ends.append(bytes.count)
  }

  /// Appends a string given as UTF-8.
  public mutating func append(utf8: some Sequence<UInt8>) {
    bytes.append(contentsOf: utf8)
    ends.append(bytes.count)
  }

  /// Removes all strings and keeps the memory.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }
}
