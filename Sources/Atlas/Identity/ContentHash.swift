/// SHA-256 of bytes that come one after the other (FIPS 180-4).
///
/// Written by hand because none of the libraries that Kulan stands on has it.
struct ContentHash: Sendable {
  private var state: SIMD8<UInt32> = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  /// Bytes that do not fill a block yet.
  private var rest: [UInt8] = []
  private var byteCount: UInt64 = 0
  private var schedule = [UInt32](repeating: 0, count: 64)

  private static let blockSize = 64

  init() { rest.reserveCapacity(Self.blockSize) }

  /// The digest of some bytes, as 64 hexadecimal digits.
  static func text(of bytes: [UInt8]) -> String {
    var hash = ContentHash()
    hash.add(bytes)
    return hash.text()
  }

  /// Adds bytes.
  mutating func add(_ bytes: [UInt8]) { add(bytes.span) }

  /// Adds bytes.
  mutating func add(_ bytes: Span<UInt8>) {
    byteCount += UInt64(bytes.count)
    var index = 0
    if !rest.isEmpty {
      while index < bytes.count, rest.count < Self.blockSize {
        rest.append(bytes[index])
        index += 1
      }
      guard rest.count == Self.blockSize else { return }
      let block = rest
      compress(block.span, at: 0)
      rest.removeAll(keepingCapacity: true)
    }
    while index + Self.blockSize <= bytes.count {
      compress(bytes, at: index)
      index += Self.blockSize
    }
    while index < bytes.count {
      rest.append(bytes[index])
      index += 1
    }
  }

  /// The digest of all bytes so far, as 64 hexadecimal digits.
  func text() -> String {
    var last = self
    var padding: [UInt8] = [0x80]
    while (last.rest.count + padding.count) % Self.blockSize != Self.blockSize - 8 {
      padding.append(0)
    }
    let bits = byteCount * 8
    for shift in stride(from: 56, through: 0, by: -8) {
      padding.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
    last.add(padding)
    return (0..<8).map { word in
      let digits = String(last.state[word], radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }

  private mutating func compress(_ bytes: Span<UInt8>, at start: Int) {
    for word in 0..<16 {
      let at = start + 4 * word
      schedule[word] =
        UInt32(bytes[at]) << 24 | UInt32(bytes[at + 1]) << 16 | UInt32(bytes[at + 2]) << 8
        | UInt32(bytes[at + 3])
    }
    for word in 16..<64 {
      let (w15, w2) = (schedule[word - 15], schedule[word - 2])
      let s0 = Self.turn(w15, 7) ^ Self.turn(w15, 18) ^ (w15 >> 3)
      let s1 = Self.turn(w2, 17) ^ Self.turn(w2, 19) ^ (w2 >> 10)
      schedule[word] = schedule[word - 16] &+ s0 &+ schedule[word - 7] &+ s1
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for round in 0..<64 {
      let s1 = Self.turn(e, 6) ^ Self.turn(e, 11) ^ Self.turn(e, 25)
      let choice = (e & f) ^ (~e & g)
      let first = h &+ s1 &+ choice &+ Self.constants[round] &+ schedule[round]
      let s0 = Self.turn(a, 2) ^ Self.turn(a, 13) ^ Self.turn(a, 22)
      let majority = (a & b) ^ (a & c) ^ (b & c)
      (h, g, f, e) = (g, f, e, d &+ first)
      (d, c, b, a) = (c, b, a, first &+ s0 &+ majority)
    }
    state = state &+ [a, b, c, d, e, f, g, h]
  }

  private static func turn(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word >> count | word << (32 - count)
  }

  /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]
}
