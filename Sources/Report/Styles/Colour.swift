/// An opaque colour of the sRGB space.
public struct Colour: Sendable, Hashable {
  /// The part of red, 0 to 255.
  public let red: UInt8
  /// The part of green, 0 to 255.
  public let green: UInt8
  /// The part of blue, 0 to 255.
  public let blue: UInt8

  /// Creates a colour from its parts.
  public init(red: UInt8, green: UInt8, blue: UInt8) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  /// Creates a colour from a number, written as in `0xB2182B`; bits above 24 count nothing.
  public init(_ code: UInt32) {
    self.init(
      red: UInt8(truncatingIfNeeded: code >> 16), green: UInt8(truncatingIfNeeded: code >> 8),
      blue: UInt8(truncatingIfNeeded: code))
  }

  /// Reads a colour as CSS writes it, `#b2182b`; nil for any other text.
  public init?(hex: String) {
    guard hex.utf8.count == 7, hex.hasPrefix("#"),
      hex.utf8.dropFirst().allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
      let code = UInt32(hex.dropFirst(), radix: 16)
    else { return nil }
    self.init(code)
  }

  /// The colour as CSS and SLD write it, `#b2182b`.
  public var hex: String {
    let code = UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
    let digits = String(code, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }
}
