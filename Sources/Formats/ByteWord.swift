/// Eight bytes of a text in one word, the first in the lowest bits.
struct ByteWord {
  /// The bytes.
  let bits: UInt64

  /// Takes eight bytes; they must all be there.
  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) {
    bits = UInt64(
      littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(
        fromByteOffset: offset, as: UInt64.self))
  }

  /// Returns a word of eight equal bytes.
  @inline(__always)
  static func repeating(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }

  /// Returns a word whose lowest set bit is the highest bit of the first byte that equals `byte`;
  /// 0 if there is none. Bits above that one mean nothing.
  @inline(__always)
  func matches(_ byte: UInt8) -> UInt64 {
    let difference = bits ^ Self.repeating(byte)
    return (difference &- Self.repeating(1)) & ~difference & Self.repeating(0x80)
  }

  /// The number that eight decimal digits write, or nil if one of the bytes is none.
  ///
  /// Adds neighbours in three steps: digits to pairs, pairs to fours, fours to eight.
  @inline(__always)
  var eightDigits: UInt64? {
    let high = bits & Self.repeating(0xF0)
    let overNine = (bits &+ Self.repeating(6)) & Self.repeating(0xF0)
    guard high == Self.repeating(0x30), overNine == Self.repeating(0x30) else { return nil }
    let digits = bits &- Self.repeating(0x30)
    let pairs = (digits &* 10 &+ digits >> 8) & 0x00FF_00FF_00FF_00FF
    let fours = (pairs &* 100 &+ pairs >> 16) & 0x0000_FFFF_0000_FFFF
    return (fours &* 10_000 &+ fours >> 32) & 0xFFFF_FFFF
  }
}
