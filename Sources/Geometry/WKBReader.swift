/// A walk over well-known binary: ISO (types 1…7, 1001…, 2001…, 3001…) and EWKB (flags and SRID).
///
/// Only the first two ordinates of a vertex are kept. Every read is checked against the end of the
/// bytes, so that a broken count can neither read nor reserve more than is there.
struct WKBReader {
  private var offset = 0
  private var isLittleEndian = true

  /// The header of one geometry: its type without dimensions, and the ordinates of a vertex.
  struct Header {
    var type: UInt32
    var dimensions: Int
  }

  /// Reads byte order, type and, in EWKB, the SRID, which is left to the layer.
  mutating func readHeader(_ bytes: RawSpan) throws(WKBError) -> Header {
    try require(5, of: bytes)
    let mark = unsafe bytes.unsafeLoad(fromByteOffset: offset, as: UInt8.self)
    guard mark <= 1 else { throw .unknownByteOrder(mark) }
    isLittleEndian = mark == 1
    offset += 1
    let word = try readCount(bytes)
    if word & 0x2000_0000 != 0 { _ = try readCount(bytes) }
    var dimensions = 2
    if word & 0x8000_0000 != 0 { dimensions += 1 }
    if word & 0x4000_0000 != 0 { dimensions += 1 }
    let code = word & 0x0FFF_FFFF
    switch code / 1000 {
    case 0: break
    case 1, 2: dimensions = 3
    case 3: dimensions = 4
    default: throw .unknownType(word)
    }
    return Header(type: code % 1000, dimensions: dimensions)
  }

  /// Reads an unsigned number of 32 bits.
  mutating func readCount(_ bytes: RawSpan) throws(WKBError) -> UInt32 {
    try require(4, of: bytes)
    let word = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self)
    offset += 4
    return isLittleEndian ? UInt32(littleEndian: word) : UInt32(bigEndian: word)
  }

  /// Reads vertices into the open path.
  mutating func readVertices(
    _ count: Int, dimensions: Int, of bytes: RawSpan, into paths: inout PathSet
  ) throws(WKBError) {
    let size = count * dimensions * 8
    try require(size, of: bytes)
    let end = offset + size
    if isLittleEndian, dimensions == 2 {
      // What nearly every file holds, and a copy of the bytes in effect.
      paths.append(littleEndian: bytes.extracting(offset..<end))
      offset = end
      return
    }
    paths.reserve(vertices: count)
    while offset < end {
      paths.append(x: readOrdinate(bytes, at: offset), y: readOrdinate(bytes, at: offset + 8))
      offset += dimensions * 8
    }
  }

  private func readOrdinate(_ bytes: RawSpan, at offset: Int) -> Double {
    let word = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
    return Double(
      bitPattern: isLittleEndian ? UInt64(littleEndian: word) : UInt64(bigEndian: word))
  }

  private func require(_ count: Int, of bytes: RawSpan) throws(WKBError) {
    guard count <= bytes.byteCount - offset else { throw .truncated(atByte: bytes.byteCount) }
  }
}
