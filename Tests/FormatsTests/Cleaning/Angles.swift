import Foundation

extension Double {
  /// The cosine of an angle in radians.
  var cosine: Double { cos(self) }
  /// The sine of an angle in radians.
  var sine: Double { sin(self) }
}
