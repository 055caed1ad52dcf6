internal import Formats

extension Double {
  /// A chainage in kilometres to the metre, without zeros at its end.
  var kilometreText: String {
    var text = grouped(self, decimals: 3)
    while text.hasSuffix("0") { text.removeLast() }
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }
}

extension ClosedRange<Double> {
  /// From where to where, with the length.
  var kilometreText: String {
    "\(lowerBound.kilometreText) – \(upperBound.kilometreText) km "
      + "(\((upperBound - lowerBound).kilometreText) km)"
  }
}
