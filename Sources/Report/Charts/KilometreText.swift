internal import Formats

extension Double {
  /// The number to so many digits after the point, without zeros at its end.
  func shortText(decimals: Int) -> String {
    var text = grouped(self, decimals: decimals)
    while text.hasSuffix("0"), text.contains(".") { text.removeLast() }
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }

  /// A chainage in kilometres to the metre.
  var kilometreText: String { shortText(decimals: 3) }
}

extension ClosedRange<Double> {
  /// From where to where, with the length.
  var kilometreText: String {
    "\(lowerBound.kilometreText) – \(upperBound.kilometreText) km "
      + "(\((upperBound - lowerBound).kilometreText) km)"
  }
}
