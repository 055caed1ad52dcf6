import Formats
import Geometry

/// The three layers of long lines: 50 to 200 vertices, 100 to 500 m apart, in three classes.
enum LineLayer: String, CaseIterable {
  case small = "S"
  case medium = "M"
  case large = "L"

  /// The number of lines that are drawn from one seed.
  private static let chunk = 20_000

  /// The number of lines at full scale.
  var count: Int {
    switch self {
    case .small: 20_000
    case .medium: 200_000
    case .large: 1_000_000
    }
  }

  /// Draws `count` lines in batches, `jobs` of them at a time; M begins with the lines of S.
  static func draw(
    count: Int, jobs: Int, _ body: (LineBatch) throws -> Void
  ) async throws {
    let chunks = (count + chunk - 1) / chunk
    for first in stride(from: 0, to: chunks, by: jobs) {
      let batches = try await mapChunks(of: min(jobs, chunks - first), size: 1, jobs: jobs) {
        numbers in
        numbers.map { number in
          let start = (first + number) * chunk
          return batch(seed: UInt64(first + number), count: min(chunk, count - start))
        }
      }
      for batch in batches.joined() { try body(batch) }
    }
  }

  /// Draws lines rounded to 1e-7 degrees, as OpenStreetMap holds them.
  private static func batch(seed: UInt64, count: Int) -> LineBatch {
    var generator = RoadGenerator(seed: 31_000 + seed, towns: 30)
    var batch = LineBatch()
    var rows: [[[Position]]] = []
    for _ in 0..<count {
      let number = generator.lineClass()
      let vertices = generator.line(
        vertices: generator.longVertexCount(), from: generator.start(),
        windingBy: RoadGenerator.windings[number], steps: 100...500)
      rows.append([vertices.map { Position($0.x.rounded(to: 1e7), $0.y.rounded(to: 1e7)) }])
      batch.classes.append(number)
    }
    batch.lines = LineColumn(rows)
    return batch
  }
}
