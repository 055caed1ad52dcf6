/// How ordinates are written as text.
struct OrdinateFormat {
  /// The most digits behind the point; nil for the shortest text that reads back exactly.
  private let scale: (digits: Int, factor: Double)?

  /// - Parameter decimals: The most digits behind the point; nil, or more than 15, for the shortest
  ///   text that reads back exactly.
  init(decimals: Int?) {
    guard let decimals, (0...15).contains(decimals) else {
      scale = nil
      return
    }
    scale = (decimals, (0..<decimals).reduce(1) { factor, _ in factor * 10 })
  }

  /// Appends a number without needless zeros; one that is not finite as `null`.
  func append(_ number: Double, to bytes: inout [UInt8]) {
    guard number.isFinite else { return bytes.append(contentsOf: "null".utf8) }
    guard let scale, number.magnitude * scale.factor < 9e15 else {
      return appendShortest(number, to: &bytes)
    }
    let scaled = Int64((number.magnitude * scale.factor).rounded())
    if number < 0, scaled != 0 { bytes.append(UInt8(ascii: "-")) }
    let whole = scaled / Int64(scale.factor)
    Self.append(whole, width: 1, to: &bytes)
    var fraction = scaled % Int64(scale.factor)
    var width = scale.digits
    if fraction == 0 { return }
    while fraction % 10 == 0 {
      fraction /= 10
      width -= 1
    }
    bytes.append(UInt8(ascii: "."))
    Self.append(fraction, width: width, to: &bytes)
  }

  /// Appends the shortest text that reads back exactly, without a needless `.0`.
  private func appendShortest(_ number: Double, to bytes: inout [UInt8]) {
    let text = number.plainText.utf8
    bytes.append(contentsOf: text.suffix(2).elementsEqual(".0".utf8) ? text.dropLast(2) : text[...])
  }

  private static func append(_ number: Int64, width: Int, to bytes: inout [UInt8]) {
    let start = bytes.count
    var rest = number
    repeat {
      bytes.append(UInt8(rest % 10) + 48)
      rest /= 10
    } while rest > 0
    while bytes.count - start < width { bytes.append(48) }
    bytes[start...].reverse()
  }
}
