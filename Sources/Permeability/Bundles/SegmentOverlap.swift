internal import Foundation

/// The parts of two segments that lie side by side.
///
/// Both segments are looked at along the line that halves the angle between them, so that the answer
/// is the same from either side and both parts are equally long. A place of one belongs to the place
/// of the other that is as far along this line, if it is near enough. The distance is measured
/// across: at 30° it is 3.5 % more than the distance to the other segment.
struct SegmentOverlap {
  typealias Segment = (start: SIMD2<Double>, end: SIMD2<Double>)

  /// The fractions of the first segment where the part starts and ends.
  let first: (from: Double, to: Double)
  /// The fractions of the second segment.
  let second: (from: Double, to: Double)

  /// Finds the parts; nil if there are none of any length.
  ///
  /// - Parameters:
  ///   - a: A segment in degrees.
  ///   - b: Another one.
  ///   - distance: How far apart they may be, in metres.
  ///   - tangent: The tangent of the angle below which they count as parallel.
  init?(_ a: Segment, _ b: Segment, within distance: Double, tangent: Double) {
    let frame = LocalFrame(latitude: Self.latitude(of: a, b))
    let u = frame.way(from: a.start, to: a.end)
    var v = frame.way(from: b.start, to: b.end)
    let isOpposite = dot(u, v) < 0
    if isOpposite { v = -v }
    let cross = u.x * v.y - u.y * v.x
    guard cross.magnitude < tangent * dot(u, v) else { return nil }
    let sum = u / norm(u) + v / norm(v)
    let along = sum / norm(sum)
    let across = SIMD2(-along.y, along.x)
    let offset = frame.way(from: a.start, to: isOpposite ? b.end : b.start)
    let (lengthA, lengthB) = (dot(u, along), dot(v, along))
    let startB = dot(offset, along)
    let endB = startB + lengthB
    var (low, high) = (max(0, startB), min(lengthA, endB))
    guard low < high else { return nil }
    // How far b lies to the left of a, as a linear function of the place along.
    let slope = dot(v, across) / lengthB - dot(u, across) / lengthA
    let atZero = dot(offset, across) - startB * dot(v, across) / lengthB
    if slope == 0 {
      guard atZero.magnitude <= distance else { return nil }
    } else {
      let limits = ((-distance - atZero) / slope, (distance - atZero) / slope)
      low = max(low, min(limits.0, limits.1))
      high = min(high, max(limits.0, limits.1))
      guard low < high else { return nil }
    }
    // Ends are exact, so that parts of neighbouring segments touch.
    first = (low / lengthA, high / lengthA)
    let partB = (
      (low - startB) / lengthB, high == endB ? 1 : min((high - startB) / lengthB, 1)
    )
    second = isOpposite ? (1 - partB.1, 1 - partB.0) : partB
  }

  /// The middle of what the segments share in latitude, or of what lies between them.
  private static func latitude(of a: Segment, _ b: Segment) -> Double {
    let south = max(min(a.start.y, a.end.y), min(b.start.y, b.end.y))
    let north = min(max(a.start.y, a.end.y), max(b.start.y, b.end.y))
    return (south + north) / 2
  }
}

private func dot(_ a: SIMD2<Double>, _ b: SIMD2<Double>) -> Double { a.x * b.x + a.y * b.y }

private func norm(_ a: SIMD2<Double>) -> Double { dot(a, a).squareRoot() }
