internal import Geometry

/// The data of an SVG path in tenths of a pixel: `m` with relative steps, which are short.
///
/// The start of a path and every step are rounded to whole tenths from the true place, so that errors
/// do not add up.
struct PathData {
  /// The data, as ASCII.
  private(set) var bytes: [UInt8] = []
  /// The end of what was written, from where steps go on.
  private var pen = SIMD2(0, 0)
  /// The cells of 0.8 pixels that hold something too small to be seen.
  private var marks: Set<SIMD2<Int>> = []
  private var simplifier: PathSimplifier

  /// The tenths in a pixel.
  static let tenths = 10.0
  /// How far rounding moves a vertex at most, in tenths: half a diagonal.
  private static let rounding = 0.5.squareRoot()
  /// The least doubled area that is drawn as such, in square tenths: 0.3 square pixels.
  private static let leastDoubledArea = 60

  /// - Parameter tolerance: How far a path may stray from the true one, in pixels.
  init(tolerance: Double) {
    simplifier = PathSimplifier(tolerance: tolerance * Self.tenths - Self.rounding)
  }

  /// Appends a line; one that is too short to be seen becomes a dot, one for each cell of
  /// a pixel or so.
  ///
  /// - Parameter xy: Interleaved ordinates in tenths of a pixel.
  mutating func appendLine(_ xy: Span<Double>) {
    let places = places(of: xy)
    guard let first = places.first else { return }
    if places.count == 1 || Self.isTiny(places) {
      if mark(first) { appendDot(at: first) }
    } else {
      append(places[...])
    }
  }

  /// Appends a dot.
  mutating func appendDot(x: Double, y: Double) {
    appendDot(at: SIMD2(Int(x.rounded()), Int(y.rounded())))
  }

  /// Appends a ring; a shell that is too small to be seen becomes a dot, one for each cell, and such a
  /// hole is left out.
  ///
  /// Shells run one way and holes the other, so that areas that overlap cover what they cover
  /// together.
  ///
  /// - Parameters:
  ///   - xy: Interleaved ordinates in tenths of a pixel, the first vertex again at the end.
  ///   - isHole: Whether it is a hole.
  mutating func appendRing(_ xy: Span<Double>, isHole: Bool) {
    var places = places(of: xy)
    guard let first = places.first else { return }
    let area = Self.doubledArea(places)
    if abs(area) < Self.leastDoubledArea && (isHole || Self.isTiny(places)) {
      if isHole || !mark(first) { return }
      places = [first, first &+ SIMD2(1, 0), first &+ SIMD2(0, 1), first]
    } else if (area < 0) != isHole {
      places.reverse()
    }
    append(places.dropLast())
    bytes.append(UInt8(ascii: "z"))
    pen = places[0]
  }

  /// The vertices that stay, rounded, without repetition.
  private mutating func places(of xy: Span<Double>) -> [SIMD2<Int>] {
    var places: [SIMD2<Int>] = []
    for vertex in simplifier.vertices(of: xy) {
      let place = SIMD2(Int(xy[2 * vertex].rounded()), Int(xy[2 * vertex + 1].rounded()))
      if place != places.last { places.append(place) }
    }
    return places
  }

  /// Notes that a cell holds something.
  ///
  /// - Returns: Whether it held nothing yet.
  private mutating func mark(_ place: SIMD2<Int>) -> Bool {
    marks.insert(place &>> 3).inserted
  }

  private mutating func appendDot(at place: SIMD2<Int>) { append([place, place &+ SIMD2(1, 0)]) }

  private mutating func append(_ places: ArraySlice<SIMD2<Int>>) {
    bytes.append(UInt8(ascii: "m"))
    for (index, place) in places.enumerated() {
      let step = place &- pen
      append(step.x, isFirst: index == 0)
      append(step.y, isFirst: false)
      pen = place
    }
  }

  /// Appends a number, behind a blank where it would run into the one before it.
  private mutating func append(_ number: Int, isFirst: Bool) {
    if number >= 0 && !isFirst { bytes.append(UInt8(ascii: " ")) }
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    let start = bytes.count
    var rest = number.magnitude
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  /// Whether all places lie within 0.3 pixels.
  private static func isTiny(_ places: [SIMD2<Int>]) -> Bool {
    let least = places.reduce(places[0]) { pointwiseMin($0, $1) }
    let greatest = places.reduce(places[0]) { pointwiseMax($0, $1) }
    return (greatest &- least).max() <= 3
  }

  private static func doubledArea(_ places: [SIMD2<Int>]) -> Int {
    var sum = 0
    for (a, b) in zip(places, places.dropFirst()) {
      let (a, b) = (a &- places[0], b &- places[0])
      sum += a.x * b.y - b.x * a.y
    }
    return sum
  }
}
