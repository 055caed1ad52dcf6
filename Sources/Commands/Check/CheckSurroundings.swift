internal import Formats
internal import Geometry
internal import Landscape
internal import Overlay

/// What `kulan check` was asked to look at beside the atlas: further areas and routes.
struct CheckSurroundings {
  private(set) var areas: [(name: String, polygons: PolygonColumn)] = []
  private(set) var routes: (names: [String], lines: LineColumn) = ([], LineColumn())
  /// What a reader should know of how they were read.
  private(set) var warnings: [String] = []

  /// Reads all of it.
  init(_ arguments: Arguments) async throws {
    var polygons = NamedPolygons()
    try await read(CheckOptions.areas, .polygons, arguments) { batch in
      polygons.add(batch.features.geometry, names: Self.names(batch))
    }
    areas = polygons.names.indices.map { (polygons.names[$0], polygons.polygons(of: $0)) }
    var routes: (names: [String], lines: LineColumn) = ([], LineColumn())
    try await read(CheckOptions.routes, .lines, arguments) { batch in
      let names = Self.names(batch)
      for row in 0..<batch.features.count {
        routes.lines.append(batch.features.geometry.slots[row], of: batch.features.geometry.lines)
        routes.names.append(names[row])
      }
    }
    self.routes = routes
  }

  private static func names(_ batch: InputBatch) -> [String] {
    zip(batch.texts("name"), batch.ids).map { $0 ?? $1.description }
  }

  private mutating func read(
    _ option: Option, _ kind: InputSide.Side, _ arguments: Arguments,
    _ take: (InputBatch) -> Void
  ) async throws {
    let queries = arguments.texts(option).map { place in
      var query = LayerQuery(SourceSpec(place), kind: kind == .lines ? .line : .polygon)
      query.cleaning.jobs = arguments.jobs
      return query
    }
    if queries.isEmpty { return }
    var reader = try InputSideReader(
      InputSide(side: kind, queries: queries, idColumn: nil, profile: .automatic), by: [])
    while let batch = try await reader.next() {
      try Task.checkCancellation()
      take(batch)
    }
    warnings += reader.records.flatMap(\.warnings)
  }
}
