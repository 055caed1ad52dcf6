import Foundation
import TestSupport
import Testing

@testable import GDALBridge

@Test(arguments: UInt64(1)...4)
func `instants are those of Foundation`(seed: UInt64) throws {
  var random = SeededGenerator(seed: seed)
  let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
  for _ in 0..<200 {
    // From 1583, where the calendar of Foundation becomes Gregorian, to 9999.
    let milliseconds = Int.random(in: -12_212_553_600_000...253_402_300_799_999, using: &random)
    let expected = Date(timeIntervalSince1970: Double(milliseconds) / 1000)
    // Half a millisecond more, because Foundation cuts off what the division has rounded.
    let text = style.format(expected.addingTimeInterval(0.0005))
    #expect(ISOTime.instant(millisecondsSince1970: milliseconds) == text)
  }
}

@Test func `days count from 1970 and back`() {
  #expect(ISOTime.daysSince1970(year: 1970, month: 1, day: 1) == 0)
  #expect(ISOTime.daysSince1970(year: 2000, month: 3, day: 1) == 11_017)
  #expect(ISOTime.date(daysSince1970: 11_016) == "2000-02-29")
  #expect(ISOTime.date(daysSince1970: -1) == "1969-12-31")
  #expect(ISOTime.date(daysSince1970: -719_529) == "-0001-12-31")
  for days in stride(from: -800_000, through: 800_000, by: 997) {
    let parts = ISOTime.date(daysSince1970: days).split(separator: "-").compactMap { Int($0) }
    guard days > -719_162 else { continue }  // before year 1 the text begins with a sign
    #expect(ISOTime.daysSince1970(year: parts[0], month: parts[1], day: parts[2]) == days)
  }
}

@Test func `times of day have milliseconds only where there are any`() {
  #expect(ISOTime.time(milliseconds: 41_460_000) == "11:31:00")
  #expect(ISOTime.time(milliseconds: 86_399_007) == "23:59:59.007")
}
