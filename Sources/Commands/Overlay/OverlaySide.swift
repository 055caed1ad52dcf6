internal import Formats
internal import Geometry
internal import Landscape

/// One side of an overlay as it was asked for: its sources and how to read and name their features.
struct OverlaySide: Sendable {
  let side: GroupBy.Side
  let queries: [LayerQuery]
  let idColumn: String?
  let profile: String

  /// The kind of geometry that the side needs.
  var kind: GeometryKind { side == .lines ? .line : .polygon }

  init(_ side: GroupBy.Side, _ arguments: Arguments) throws {
    self.side = side
    let options = OverlayCommand.options(of: side)
    let kind: GeometryKind = side == .lines ? .line : .polygon
    queries = try arguments.texts(options.sources).map {
      try options.layer.query(SourceSpec($0), kind: kind, by: arguments)
    }
    idColumn = arguments.text(options.id)
    profile = arguments.certain(options.profile)
  }
}

/// The features of one batch of a side, all of the wanted kind, with their ids and groups.
struct OverlayBatch {
  var features: FeatureBatch
  var ids: [Value]
  var groups: [Int]
}

/// Reads the sources of one side, one after the other.
struct OverlaySideReader {
  let side: OverlaySide
  /// What the values of the grouping columns were.
  private(set) var groups: GroupTable
  /// What happened to the features of each source.
  private(set) var records: [OverlaySourceRecord] = []
  /// Whether ids are whole numbers or text.
  private(set) var idKind = Field.Kind.integer
  private var streams: [LayerStream]
  private var mappers: [ProfileMapper?] = []
  private var current = 0
  private let names: [String]

  /// Opens all sources, so that a missing one is noticed before any work is done.
  init(_ side: OverlaySide, by columns: [String]) throws {
    self.side = side
    groups = GroupTable(columns: columns)
    streams = try side.queries.map { try LayerStream($0) }
    mappers = try streams.map { try ProfileOption.mapper(side.profile, for: $0.header) }
    records = zip(streams, mappers).map { OverlaySourceRecord($0, mapper: $1) }
    names = Self.distinctNames(streams)
    idKind = try idKindOfSources()
  }

  /// The step to which all coordinates are rounded, where a source in degrees says so.
  var resolution: Double {
    streams.filter { !$0.report.isTransformed }.compactMap(\.sourceHeader.resolution).max() ?? 0
  }

  /// The number of features, where every source knows it.
  var featureCount: Int? {
    streams.reduce(0) { sum, stream in
      sum.flatMap { sum in stream.header.featureCount.map { sum + $0 } }
    }
  }

  /// How much of all sources has been read.
  var progress: Double {
    guard current < streams.count else { return 1 }
    return (Double(current) + (streams[current].progress ?? 0)) / Double(streams.count)
  }

  /// Returns the next features, or nil when all sources are read.
  mutating func next() async throws -> OverlayBatch? {
    while current < streams.count {
      if var batch = try await streams[current].next() {
        batch = selected(mapped(batch))
        let groups = try groups.groups(of: batch, source: names[current])
        records[current].update(streams[current], mapper: mappers[current])
        return OverlayBatch(features: batch, ids: try ids(of: batch), groups: groups)
      }
      records[current].update(streams[current], mapper: mappers[current])
      current += 1
    }
    return nil
  }

  /// Applies the profile: what it leaves out by default goes, what it understands comes first.
  private mutating func mapped(_ batch: FeatureBatch) -> FeatureBatch {
    guard let result = mappers[current]?.map(batch) else { return batch }
    let canonical = Set(result.columns.map(\.field.name))
    var mapped = batch
    mapped.columns =
      result.columns + batch.columns.filter { !canonical.contains($0.field.name) }
    return mapped.filtered(result.exclusions.map { $0 == nil })
  }

  /// Sets features of other kinds aside.
  private mutating func selected(_ batch: FeatureBatch) -> FeatureBatch {
    let isFitting = batch.geometry.kinds.map { $0 == side.kind }
    if isFitting.allSatisfy(\.self) { return batch }
    for row in isFitting.indices where !isFitting[row] {
      let found = batch.geometry.kinds[row]
      let reason =
        found == .none
        ? "it has no geometry" : "it is a \(found), and \(side.side.rawValue) are wanted here"
      records[current].rejections.append(Rejection(id: batch.ids[row].description, reason: reason))
    }
    return batch.filtered(isFitting)
  }

  private func ids(of batch: FeatureBatch) throws -> [Value] {
    let column = try side.idColumn.map { try batch.column($0, of: names[current]) } ?? batch.ids
    guard streams.count > 1 else { return (0..<batch.count).map { column[$0] } }
    return (0..<batch.count).map { .text("\(names[current])/\(column[$0])") }
  }

  private func idKindOfSources() throws -> Field.Kind {
    if streams.count > 1 { return .text }
    guard let stream = streams.first else { return .integer }
    guard let name = side.idColumn else { return stream.header.idKind }
    let canonical = mappers.first.flatMap { $0?.fields } ?? []
    let known = Set(canonical.map(\.name))
    let empty = FeatureBatch(
      fields: canonical + stream.header.fields.filter { !known.contains($0.name) })
    let kind = try empty.column(name, of: names[0]).field.kind
    return kind == .integer ? .integer : .text
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

extension FeatureBatch {
  /// The column of a name, in any case where that is unambiguous.
  func column(_ name: String, of source: String) throws(UserError) -> Column {
    let names = columns.map(\.field.name)
    if let exact = names.firstIndex(of: name) { return columns[exact] }
    let folded = names.indices.filter { names[$0].lowercased() == name.lowercased() }
    if folded.count == 1 { return columns[folded[0]] }
    let near = nearest(to: name, in: names).map { "did you mean '\($0)'? " } ?? ""
    throw UserError(
      .usage, "\(source) has no column '\(name)'",
      help: near + "its columns are: \(names.joined(separator: ", "))")
  }
}
