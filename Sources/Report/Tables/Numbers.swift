/// The number with a comma between groups of three digits.
package func grouped(_ number: Int) -> String {
  let digits = String(number.magnitude)
  var text = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
    text.append(digit)
  }
  return number < 0 ? "-" + text : text
}

/// The number rounded to `decimals` digits after the point, with a comma between groups of three
/// digits before it; a number too large for that as it is.
package func grouped(_ number: Double, decimals: Int) -> String {
  var scale = 1.0
  for _ in 0..<decimals { scale *= 10 }
  guard let scaled = Int(exactly: (number.magnitude * scale).rounded()) else { return "\(number)" }
  let (whole, fraction) = scaled.quotientAndRemainder(dividingBy: Int(scale))
  let sign = number < 0 && scaled > 0 ? "-" : ""
  if decimals == 0 { return sign + grouped(whole) }
  let digits = String(fraction)
  let zeros = String(repeating: "0", count: decimals - digits.count)
  return "\(sign)\(grouped(whole)).\(zeros)\(digits)"
}
