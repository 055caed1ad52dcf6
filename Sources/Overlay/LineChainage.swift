import Geometry

/// The chainages of places on some lines of a column: only lines that have one are measured, and
/// those only up to the last.
struct LineChainage: Sendable {
  /// A place to be measured, and the row of its line.
  typealias Place = @Sendable (Int) -> (row: Int, at: CutPosition)

  /// The number of lines that are measured in one go.
  private static let chunkSize = 64

  private let lines: LineColumn
  private let measure: LengthMeasure
  private let place: Place
  /// The numbers of the places, row by row.
  private let order: [Int]
  /// The start in `order` of every row that has a place, and behind the last the end.
  private let starts: [Int]

  /// Puts `count` places in the order of their rows.
  private init(
    of lines: LineColumn, measuredBy measure: LengthMeasure, count: Int, _ place: @escaping Place
  ) {
    (self.lines, self.measure, self.place) = (lines, measure, place)
    var ends = Array(repeating: 0, count: lines.count + 1)
    for number in 0..<count { ends[place(number).row + 1] += 1 }
    for row in 0..<lines.count { ends[row + 1] += ends[row] }
    starts = ends.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    var order = Array(repeating: 0, count: count)
    for number in 0..<count {
      let row = place(number).row
      order[ends[row]] = number
      ends[row] += 1
    }
    self.order = order
  }

  /// Returns the chainages of `count` places, in their order.
  static func values(
    of lines: LineColumn, measuredBy measure: LengthMeasure, count: Int, jobs: Int,
    _ place: @escaping Place
  ) async throws -> [Double] {
    let places = LineChainage(of: lines, measuredBy: measure, count: count, place)
    let parts = try await mapChunks(
      of: places.starts.count - 1, size: chunkSize, jobs: jobs, places.values)
    var values = Array(repeating: 0.0, count: count)
    for (number, value) in zip(places.order, parts.joined()) { values[number] = value }
    return values
  }

  /// The chainages on some of the rows that have a place.
  private func values(ofRows rows: Range<Int>) -> [Double] {
    var column = LineColumn()
    var shifts: [Int] = []
    for row in rows {
      let numbers = order[starts[row]..<starts[row + 1]]
      let last = numbers.reduce(0) { max($0, place($1).at.segment + 1) }
      let paths = lines.pathIndices(of: place(numbers[numbers.startIndex]).row)
      shifts.append(column.paths.vertexCount - lines.paths.starts[paths.lowerBound])
      for path in paths where lines.paths.starts[path] <= last {
        let vertices = lines.paths.vertices(of: path).clamped(to: 0..<last + 1)
        column.paths.append(
          interleaved: lines.paths.xy.span.extracting(
            2 * vertices.lowerBound..<2 * vertices.upperBound))
        column.paths.endPath()
      }
      column.endRow()
    }
    let chainage = Chainage(column, by: measure)
    return zip(rows, shifts).flatMap { row, shift in
      order[starts[row]..<starts[row + 1]].map { number in
        let at = place(number).at
        return chainage.value(
          at: CutPosition(
            segment: at.segment + shift, fraction: at.fraction, position: at.position))
      }
    }
  }
}
