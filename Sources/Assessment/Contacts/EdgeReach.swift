internal import Geometry
internal import Permeability

/// A segment in the plane near its middle, and which part of it is within a distance of an edge.
///
/// The places within a distance of an edge are two discs and the rectangle between them. The segment
/// meets each in one stretch, and as their union is convex, in one stretch altogether.
struct EdgeReach {
  private let frame: LocalFrame
  private let start: SIMD2<Double>
  private let way: SIMD2<Double>
  private let distance: Double

  /// Prepares a segment.
  init(_ a: Position, _ b: Position, within distance: Double) {
    frame = LocalFrame(latitude: (a.y + b.y) / 2)
    start = SIMD2(a.x, a.y)
    way = frame.way(from: start, to: SIMD2(b.x, b.y))
    self.distance = distance
  }

  /// The part of the segment, in shares of it, that is near an edge; nil for none.
  func shares(near a: Position, _ b: Position) -> ClosedRange<Double>? {
    let (p, q) = (
      frame.way(from: start, to: SIMD2(a.x, a.y)), frame.way(from: start, to: SIMD2(b.x, b.y))
    )
    let (low, high) = (pointwiseMin(p, q) - distance, pointwiseMax(p, q) + distance)
    let (least, greatest) = (pointwiseMin(way, .zero), pointwiseMax(way, .zero))
    guard all(low .<= greatest), all(least .<= high) else { return nil }
    return [disc(around: p), disc(around: q), strip(along: p, q)].compactMap(\.self)
      .reduce(nil) { union, part in
        guard let union else { return part }
        return min(union.lowerBound, part.lowerBound)...max(union.upperBound, part.upperBound)
      }
  }

  /// The part in the disc around a place.
  private func disc(around centre: SIMD2<Double>) -> ClosedRange<Double>? {
    let square = (way * way).sum()
    let gap = (centre * centre).sum() - distance * distance
    if square == 0 { return gap <= 0 ? 0...1 : nil }
    // |t · way − centre|² ≤ distance² between the roots of a quadratic in t.
    let middle = (way * centre).sum() / square
    let spread = middle * middle - gap / square
    if spread < 0 { return nil }
    return Self.clamped(middle - spread.squareRoot(), middle + spread.squareRoot())
  }

  /// The part beside the edge: between its ends, and at most the distance off it.
  private func strip(along p: SIMD2<Double>, _ q: SIMD2<Double>) -> ClosedRange<Double>? {
    let edge = q - p
    let square = (edge * edge).sum()
    if square == 0 { return nil }
    let across = SIMD2(-edge.y, edge.x)
    let width = distance * square.squareRoot()
    guard
      let between = part(where: edge, from: (edge * p).sum(), to: (edge * q).sum()),
      let near = part(
        where: across, from: (across * p).sum() - width, to: (across * p).sum() + width)
    else { return nil }
    return Self.clamped(
      max(between.lowerBound, near.lowerBound), min(between.upperBound, near.upperBound))
  }

  /// The part of the line through the segment whose product with a vector is in a range.
  private func part(
    where vector: SIMD2<Double>, from low: Double, to high: Double
  ) -> ClosedRange<Double>? {
    let slope = (vector * way).sum()
    if slope == 0 { return low <= 0 && 0 <= high ? -.infinity ... .infinity : nil }
    return min(low / slope, high / slope)...max(low / slope, high / slope)
  }

  private static func clamped(_ from: Double, _ to: Double) -> ClosedRange<Double>? {
    let (from, to) = (max(from, 0), min(to, 1))
    return from <= to ? from...to : nil
  }
}
