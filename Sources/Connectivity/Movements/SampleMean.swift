/// A mean of random draws, and how well it is known.
public struct SampleMean: Sendable, Hashable {
  /// The mean.
  public let mean: Double
  /// The standard error of the mean: s / √n with s² = Σ (xᵢ − mean)² / (n − 1). Nil for a single
  /// draw, of which nothing is known.
  public let standardError: Double?
  /// n, the number of draws, at least 1.
  public let count: Int

  /// Takes the mean of some draws; nil without any.
  public init?(of draws: [Double]) { self.init(of: draws, andZerosUpTo: draws.count) }

  /// Takes the mean of some draws and as many zeros as make `count` of them; nil for none at all.
  ///
  /// - Complexity: O(*n*) in the number of draws that are given.
  public init?(of draws: [Double], andZerosUpTo count: Int) {
    precondition(count >= draws.count, "there are fewer draws than were given")
    guard count > 0 else { return nil }
    let mean = draws.reduce(0, +) / Double(count)
    let squares = draws.reduce(Double(count - draws.count) * mean * mean) {
      $0 + ($1 - mean) * ($1 - mean)
    }
    (self.mean, self.count) = (mean, count)
    standardError =
      count > 1 ? (squares / Double(count - 1) / Double(count)).squareRoot() : nil
  }
}
