/// One row as it is stored: a header of type codes, then the values (SQLite file format, §2.1).
///
/// A class with memory of its own: a mutating method on a struct within a class would be checked
/// for exclusive access with every row, which takes as long as the rest.
final class SQLiteRecord {
  /// The type code of every column of interest, and where its value starts.
  private let columns: UnsafeMutableBufferPointer<(code: Int, start: Int)>
  private var payload = UnsafeRawBufferPointer(start: nil, count: 0)
  /// The number of columns of interest that the row has; rows from before a column was added to
  /// their table lack it.
  private(set) var count = 0

  /// Prepares for rows of which the first `columnCount` columns are of interest.
  init(columnCount: Int) {
    columns = .allocate(capacity: columnCount)
    columns.initialize(repeating: (0, 0))
  }

  deinit { columns.deallocate() }

  /// Reads the header of a row, which must stay where it is as long as values are asked for; returns
  /// false for one that is damaged.
  func open(_ payload: UnsafeRawBufferPointer) -> Bool {
    self.payload = payload
    count = 0
    var offset = 0
    guard let headerEnd = payload.varint(at: &offset), headerEnd <= payload.count else {
      return false
    }
    var start = headerEnd
    while count < columns.count, offset < headerEnd {
      guard let code = payload.varint(at: &offset), offset <= headerEnd, code != 10, code != 11
      else { return false }
      columns[count] = (code, start)
      count += 1
      start += Self.size(ofValue: code)
      guard start <= payload.count else { return false }
    }
    return true
  }

  /// Returns the value of a column; NULL where the row lacks it.
  func value(at column: Int) -> SQLiteValue {
    guard column < count else { return .null }
    let (code, start) = columns[column]
    switch code {
    case 0: return .null
    case 1...6: return .integer(integer(at: start, size: Self.size(ofValue: code)))
    case 7:
      let number = Double(bitPattern: UInt64(bitPattern: integer(at: start, size: 8)))
      return number.isNaN ? .null : .real(number)
    case 8, 9: return .integer(Int64(code - 8))
    default:
      let bytes = UnsafeRawBufferPointer(
        rebasing: payload[start..<start + Self.size(ofValue: code)]
      ).assumingMemoryBound(to: UInt8.self)
      return code % 2 == 0 ? .blob(bytes) : .text(bytes)
    }
  }

  /// The number of bytes of a value: whole numbers have 1, 2, 3, 4, 6 or 8.
  @inline(__always)
  private static func size(ofValue code: Int) -> Int {
    switch code {
    case 0, 8, 9: 0
    case 1...4: code
    case 5: 6
    case 6, 7: 8
    default: (code - 12) / 2
    }
  }

  /// Returns a whole number in two's complement, the highest byte first.
  private func integer(at start: Int, size: Int) -> Int64 {
    var value = Int64(Int8(bitPattern: payload[start]))
    for offset in start + 1..<start + size { value = value << 8 | Int64(payload[offset]) }
    return value
  }
}

extension UnsafeRawBufferPointer {
  /// Reads a number of one to nine bytes, seven bits in each but the ninth; nil where the bytes end
  /// before it does, or where it is no size or type code because it is negative.
  @inline(__always)
  func varint(at offset: inout Int) -> Int? {
    guard let bits = signedVarint(at: &offset), bits >= 0 else { return nil }
    return Int(bits)
  }

  /// The same for any number of 64 bits.
  @inline(__always)
  func signedVarint(at offset: inout Int) -> Int64? {
    guard offset < count else { return nil }
    let first = self[offset]
    offset += 1
    if first < 0x80 { return Int64(first) }
    var bits = UInt64(first & 0x7F)
    for place in 1..<9 {
      guard offset < count else { return nil }
      let byte = self[offset]
      offset += 1
      if place == 8 { return Int64(bitPattern: bits << 8 | UInt64(byte)) }
      bits = bits << 7 | UInt64(byte & 0x7F)
      if byte < 0x80 { break }
    }
    return Int64(bitPattern: bits)
  }

  /// Reads an unsigned number of two bytes, the higher first; the bytes must be there.
  @inline(__always)
  func word(at offset: Int) -> Int {
    Int(UInt16(bigEndian: loadUnaligned(fromByteOffset: offset, as: UInt16.self)))
  }

  /// Reads an unsigned number of four bytes, the highest first; the bytes must be there.
  @inline(__always)
  func pageNumber(at offset: Int) -> Int {
    Int(UInt32(bigEndian: loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
  }
}
