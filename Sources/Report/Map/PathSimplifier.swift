/// Leaves out vertices of a path that hardly bend it (Douglas & Peucker 1973).
///
/// Every vertex that is left out lies within the tolerance of the edge that replaces it. One vertex in
/// a thousand or so always stays, which keeps the work on a path of *n* vertices below 1024 *n*.
struct PathSimplifier {
  /// The number of edges after which a vertex stays.
  private static let stretch = 1024

  private let square: Double
  private var open: [(first: Int, last: Int)] = []

  /// - Parameter tolerance: The distance, in the unit of the path.
  init(tolerance: Double) { square = tolerance * tolerance }

  /// Returns the vertices that stay, the first and the last among them.
  ///
  /// - Parameter xy: Interleaved ordinates, all of them finite.
  /// - Returns: Indices of vertices in order; none for an empty path.
  mutating func vertices(of xy: Span<Double>) -> [Int] {
    let count = xy.count / 2
    if count < 3 { return Array(0..<count) }
    var isKept = Array(repeating: false, count: count)
    var first = 0
    isKept[0] = true
    while first < count - 1 {
      let last = min(first + Self.stretch, count - 1)
      isKept[last] = true
      open.append((first, last))
      first = last
    }
    while let run = open.popLast() {
      guard let middle = farthest(in: run, of: xy) else { continue }
      isKept[middle] = true
      open.append((run.first, middle))
      open.append((middle, run.last))
    }
    return isKept.indices.filter { isKept[$0] }
  }

  /// The vertex farthest from the edge between the ends of a run; nil where all are near.
  private func farthest(in run: (first: Int, last: Int), of xy: Span<Double>) -> Int? {
    if run.last - run.first < 2 { return nil }
    let start = SIMD2(xy[2 * run.first], xy[2 * run.first + 1])
    let way = SIMD2(xy[2 * run.last], xy[2 * run.last + 1]) - start
    let length = (way * way).sum()
    var farthest: Int?
    var greatest = square
    for vertex in run.first + 1..<run.last {
      var offset = SIMD2(xy[2 * vertex], xy[2 * vertex + 1]) - start
      if length > 0 {
        // The nearest place is on the edge and not on the line through it.
        offset -= way * min(max((offset * way).sum() / length, 0), 1)
      }
      let distance = (offset * offset).sum()
      if distance > greatest { (greatest, farthest) = (distance, vertex) }
    }
    return farthest
  }
}
