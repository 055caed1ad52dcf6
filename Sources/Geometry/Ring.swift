/// What a ring is as a plain figure, before any question of validity.
public enum Ring {
  /// Why a run of vertices is no ring.
  public enum Defect: Sendable, Hashable {
    /// An ordinate is not a number or infinite.
    case notFinite
    /// Fewer than three distinct positions follow each other.
    case tooFewPositions
    /// The last vertex is not the first.
    case notClosed
  }

  /// Returns the first defect of a run of vertices, or nil for a ring.
  public static func defect(_ xy: Span<Double>) -> Defect? {
    for index in xy.indices where !xy[index].isFinite { return .notFinite }
    let count = xy.count / 2
    guard count > 0 else { return .tooFewPositions }
    var steps = 0
    for vertex in 1..<max(count, 1) {
      let isStep = xy[2 * vertex] != xy[2 * vertex - 2] || xy[2 * vertex + 1] != xy[2 * vertex - 1]
      if isStep { steps += 1 }
    }
    let isClosed = xy[0] == xy[2 * count - 2] && xy[1] == xy[2 * count - 1]
    if steps < (isClosed ? 3 : 2) { return .tooFewPositions }
    return isClosed ? nil : .notClosed
  }

  /// Returns twice the signed planar area: positive for a ring that runs counter-clockwise.
  ///
  ///     Σ (xᵢ − x₀)(yᵢ₊₁ − y₀) − (xᵢ₊₁ − x₀)(yᵢ − y₀)
  ///
  /// In the square of the unit of the layer; 0 without vertices. Differences from the first vertex
  /// keep small rings far from the origin accurate.
  public static func doubledArea(_ xy: Span<Double>) -> Double {
    guard xy.count >= 6 else { return 0 }
    let (x0, y0) = (xy[0], xy[1])
    var sum = 0.0
    for vertex in 1..<xy.count / 2 {
      let index = 2 * vertex
      sum +=
        (xy[index - 2] - x0) * (xy[index + 1] - y0) - (xy[index] - x0) * (xy[index - 1] - y0)
    }
    return sum
  }
}
