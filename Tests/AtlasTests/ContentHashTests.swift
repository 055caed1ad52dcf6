import Testing

@testable import Atlas

/// The examples of FIPS 180-4, and one at every length around a block.
@Test(arguments: [
  ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
  ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
  (
    "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
  ),
])
func `hashes are those of the standard`(text: String, digest: String) {
  #expect(ContentHash.text(of: Array(text.utf8)) == digest)
}

@Test func `a million times the letter a`() {
  var hash = ContentHash()
  let block = [UInt8](repeating: 97, count: 1000)
  for _ in 0..<1000 { hash.add(block) }
  #expect(hash.text() == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
}

@Test func `how bytes come in pieces makes no difference`() {
  let bytes = (0..<300).map { UInt8(truncatingIfNeeded: $0 &* 7) }
  for length in [0, 1, 55, 56, 63, 64, 65, 119, 120, 127, 128, 129, 300] {
    let whole = ContentHash.text(of: Array(bytes[..<length]))
    for step in [1, 3, 63, 64, 65] {
      var hash = ContentHash()
      for start in stride(from: 0, to: length, by: step) {
        hash.add(Array(bytes[start..<min(start + step, length)]))
      }
      #expect(hash.text() == whole)
    }
  }
}
