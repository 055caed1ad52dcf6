import Foundation
import FuzzTargets
import TestSupport
import Testing

/// The inputs that fuzzing found interesting, and broken variants of them, for a second each;
/// `make fuzz` looks for more.
@Suite("Fuzz")
struct FuzzTests {
  private func corpus(_ target: FuzzTarget) throws -> [[UInt8]] {
    let folder = URL(fileURLWithPath: TestFiles.fixture("fuzz/\(target.rawValue)"))
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { !$0.hasPrefix(".") }
      .map { [UInt8](try Data(contentsOf: folder.appendingPathComponent($0))) }
  }

  @Test(arguments: FuzzTarget.allCases)
  func `the corpus is read without a trap`(target: FuzzTarget) throws {
    let inputs = try corpus(target)
    #expect(inputs.count >= 5)
    for input in inputs { target.read(input) }
  }

  @Test(arguments: FuzzTarget.allCases)
  func `broken variants of the corpus are read without a trap`(target: FuzzTarget) throws {
    var random = SeededGenerator(seed: 42)
    let inputs = try corpus(target).filter { !$0.isEmpty }
    for round in 0..<(target == .geopackage ? 300 : 3000) {
      var bytes = inputs[round % inputs.count]
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        bytes[at] =
          Bool.random(using: &random) ? .random(in: 0...255, using: &random) : bytes[at] ^ 0x80
      }
      if round % 5 == 0 { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random)) }
      if !bytes.isEmpty { target.read(bytes) }
    }
  }
}
