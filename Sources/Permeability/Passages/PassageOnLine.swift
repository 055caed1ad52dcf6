/// A passage of one barrier: what it is, and how far along it.
public struct PassageOnLine: Sendable, Hashable {
  /// What it is.
  public let design: PassageDesign
  /// How far along the barrier, in metres.
  public let chainage: Double

  /// Puts a passage on a barrier.
  public init(_ design: PassageDesign, at chainage: Double) {
    self.design = design
    self.chainage = chainage
  }
}

extension PassageOnLine {
  /// What it is and where, for a reader.
  var inWords: String {
    "\(design.kind.rawValue) at \(Int(chainage.rounded())) m"
      + (design.fault.map { ", which counts nothing: \($0)" } ?? "")
  }
}

extension PassageOnLine {
  /// Returns openings at grade in a regular spacing, of which nothing else is known.
  ///
  /// The first lies half a spacing from the start. They are taken to be wide enough.
  ///
  /// - Parameters:
  ///   - spacing: How far apart they are, in metres, above 0.
  ///   - length: The length of the barrier in metres.
  /// - Returns: The openings, by chainage.
  public static func gaps(every spacing: Double, along length: Double) -> [PassageOnLine] {
    var gap = PassageDesign(.gap)
    gap.width = .infinity
    return stride(from: spacing / 2, to: length, by: spacing).map { PassageOnLine(gap, at: $0) }
  }
}
