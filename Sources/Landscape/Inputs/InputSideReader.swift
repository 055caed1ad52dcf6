package import Formats
internal import Geometry

/// Reads the sources of one side, one after the other.
package struct InputSideReader {
  package let side: InputSide
  /// What the values of the grouping columns were.
  package private(set) var groups: GroupTable
  /// Whether ids are whole numbers or text.
  package let idKind: Field.Kind
  private var sources: [InputSource]
  private var current = 0
  private var repeatedIds = RepeatedIds()

  /// Opens all sources and finds all columns, so that what is missing or misnamed is noticed before
  /// any work is done.
  package init(_ side: InputSide, by columns: [String]) throws {
    self.side = side
    let streams = try side.queries.map { try LayerStream($0) }
    sources = try zip(streams, Self.distinctNames(streams)).map {
      try InputSource($0, name: $1, profile: side.profile)
    }
    groups = try GroupTable(columns: columns, of: sources)
    idKind = try Self.idKind(of: sources, column: side.idColumn)
  }

  /// What happened to the features of each source.
  package var records: [InputRecord] { sources.map(\.record) }

  /// The step to which all coordinates are rounded, where a source in degrees says so.
  package var resolution: Double {
    sources.map(\.stream).filter { !$0.report.isTransformed }
      .compactMap(\.sourceHeader.resolution).max() ?? 0
  }

  /// How much of all sources has been read.
  package var progress: Double {
    guard current < sources.count else { return 1 }
    return (Double(current) + (sources[current].stream.progress ?? 0)) / Double(sources.count)
  }

  /// Returns the next features, or nil when all sources are read.
  package mutating func next() async throws -> InputBatch? {
    while current < sources.count {
      if let batch = try await sources[current].next() {
        let groups = try groups.groups(of: batch, sources[current])
        return InputBatch(features: batch, ids: try ids(of: batch), groups: groups)
      }
      sources[current].noteRepeatedIds(repeatedIds)
      repeatedIds = RepeatedIds()
      current += 1
    }
    return nil
  }

  private mutating func ids(of batch: FeatureBatch) throws -> [Value] {
    let source = sources[current]
    let column = try side.idColumn.map { batch.columns[try source.index(of: $0)] } ?? batch.ids
    let ids = (0..<batch.count).map { column[$0] }
    for id in ids { repeatedIds.add(id) }
    return sources.count == 1 ? ids : ids.map { .text("\(source.name)/\($0)") }
  }

  /// Ids of several sources are text, because they start with the name of the source.
  private static func idKind(
    of sources: [InputSource], column: String?
  ) throws -> Field.Kind {
    let named = try column.map { column in
      try sources.filter { !$0.isWithoutFields }.map { try $0.field(column).kind }
    }
    guard sources.count == 1, let source = sources.first else { return .text }
    return (named?.first ?? source.stream.header.idKind) == .integer ? .integer : .text
  }

  /// The stems of the files, or file and layer where that is not enough to tell them apart.
  private static func distinctNames(_ streams: [LayerStream]) -> [String] {
    let stems = streams.map { stream in
      let file = stream.query.source.path.split(separator: "/").last.map(String.init) ?? "-"
      return file.split(separator: ".").first.map(String.init) ?? file
    }
    if Set(stems).count == stems.count { return stems }
    return streams.map { "\($0.query.source.path):\($0.header.name)" }
  }
}
