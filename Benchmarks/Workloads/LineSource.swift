import Formats
import Geometry

/// Where a contender takes its lines from.
enum LineSource: Sendable {
  /// From memory, so that no reading is measured.
  case loaded([LineBatch])
  /// From a GeoPackage, batch by batch.
  case file(String)

  /// The number of lines that are read at a time.
  static let batchSize = 1024

  /// Hands out all batches, one after the other.
  func forEach(_ body: (LineBatch) async throws -> Void) async throws {
    let feed = try LineFeed(self)
    while let (_, batch) = try await feed.next() { try await body(batch) }
  }

  /// Returns all lines as one batch.
  func collected() async throws -> LineBatch {
    if case .loaded(let batches) = self, batches.count == 1 { return batches[0] }
    var column = GeometryColumn()
    var classes: [Int] = []
    try await forEach { batch in
      let lines = GeometryColumn(batch.lines)
      for row in 0..<lines.count { column.append(row, of: lines) }
      classes += batch.classes
    }
    return LineBatch(column.lines, classes: classes)
  }
}

/// Batches of lines for several workers, numbered in the order of the source.
actor LineFeed {
  private let batches: [LineBatch]
  private let reader: (any LayerReader)?
  private var count = 0

  /// Starts at the first line.
  init(_ source: LineSource) throws {
    switch source {
    case .loaded(let batches):
      self.batches = batches
      reader = nil
    case .file(let path):
      batches = []
      let dataset = try GeoPackageReader(path: path)
      reader = try dataset.open(layer: dataset.layers[0].name)
    }
  }

  /// Returns the next batch with its number, or nil at the end.
  func next() throws -> (number: Int, batch: LineBatch)? {
    defer { count += 1 }
    if let reader { return try reader.next(limit: LineSource.batchSize).map { (count, .init($0)) } }
    return count < batches.count ? (count, batches[count]) : nil
  }
}
