import TestSupport
import Testing

@testable import Formats

private func scanned(_ text: String) -> (number: Double?, end: Int) {
  Array(text.utf8).withUnsafeBufferPointer { bytes in
    var end = 0
    let number = DecimalNumber.scan(bytes, &end)
    return (number, end)
  }
}

@Test(arguments: [
  "0", "-0", "1", "-1.5", "106.91742130000001", "9007199254740993", "9007199254740992.5",
  "9223372036854775807", "18446744073709551615", "9999999999999999999", "0.1", ".5", "5.", "1e22",
  "1e23", "8.5e-19", "1e-22", "123456789012345678e-19", "123456789012345678e19", "1E+5", "1e308",
  "1.7976931348623157e308", "4.9e-324", "2.2250738585072014e-308", "0.00000000000000000000000001",
  "100000000000000000000000000000000000001", "3.14159265358979323846264338327950288419716939937",
  "9007199254740993e-3", "4503599627370496.5", "4503599627370497.5", "1e-400",
])
func `a number is the nearest one`(text: String) {
  let (number, end) = scanned(text)
  #expect(number?.bitPattern == Double(text)?.bitPattern)
  #expect(end == text.utf8.count)
}

@Test(arguments: ["", "-", ".", "e5", "-.", "x", "1e", "1e+", "NaN", " 1"])
func `what is no number is none`(text: String) {
  let (number, end) = scanned(text)
  #expect(number == nil && end == 0)
}

@Test func `a number too great is infinite`() {
  #expect(scanned("1e999").number == .infinity)
  #expect(scanned("1e99999999999999999999").number == .infinity)
  #expect(scanned("-1e999").number == -.infinity)
}

@Test func `random numbers of every length agree with the standard library`() {
  var random = SeededGenerator(seed: 11)
  for _ in 0..<40_000 {
    var text = Bool.random(using: &random) ? "-" : ""
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      text += "\(Int.random(in: 0...9, using: &random))"
    }
    text += "."
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      text += "\(Int.random(in: 0...9, using: &random))"
    }
    if Int.random(in: 0..<3, using: &random) == 0 {
      text += "e\(Int.random(in: -30...30, using: &random))"
    }
    #expect(scanned(text).number?.bitPattern == Double(text)?.bitPattern, "\(text)")
  }
}

@Test func `halfway cases round to even`() {
  var random = SeededGenerator(seed: 12)
  for _ in 0..<20_000 {
    // Between two neighbours above 2⁵³ lies a whole number; with a point it needs the remainder.
    let middle = UInt64.random(in: 1 << 53..<1 << 60, using: &random) | 1
    let digits = "\(middle)"
    for text in [digits, digits + ".0", "\(digits.dropLast(3)).\(digits.suffix(3))"] {
      #expect(scanned(text).number?.bitPattern == Double(text)?.bitPattern, "\(text)")
    }
  }
}

@Test(arguments: [
  (1.0, "1"), (-0.0, "0"), (0.1, "0.1"), (106.9174213, "106.9174213"), (1e-9, "0"),
  (-179.99999999, "-180"), (0.05, "0.05"), (1e15, "1000000000000000"),
  (123456.7890123, "123456.7890123"),
  (.nan, "null"), (.infinity, "null"), (-0.00000004, "0"), (12.00000005, "12.0000001"),
])
func `ordinates have at most seven decimals`(number: Double, text: String) {
  var bytes: [UInt8] = []
  OrdinateFormat(decimals: 7).append(number, to: &bytes)
  #expect(String(decoding: bytes, as: UTF8.self) == text)
}

@Test(arguments: [
  (0.0, "0.0"), (-0.0, "0.0"), (1.0, "1.0"), (1e-5, "0.00001"), (-1.25e-7, "-0.000000125"),
  (1e16, "10000000000000000.0"), (1.5e16, "15000000000000000.0"), (123.456, "123.456"),
  (-1.2345678901234567e20, "-123456789012345670000.0"), (1e22, "1e+22"), (1e-22, "1e-22"),
])
func `numbers of measured things have no exponent`(number: Double, text: String) {
  #expect(number.plainText == text)
  #expect(Double(text) == number)
}

@Test func `ordinates without a limit read back exactly`() {
  var random = SeededGenerator(seed: 13)
  for _ in 0..<5_000 {
    let number =
      Bool.random(using: &random) ? .random(in: -180...180, using: &random) : randomDouble(&random)
    var bytes: [UInt8] = []
    OrdinateFormat(decimals: nil).append(number, to: &bytes)
    #expect(scanned(String(decoding: bytes, as: UTF8.self)).number == number)
  }
}
