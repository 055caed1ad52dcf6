package import Formats

/// One opened source of a side: its features, how its attributes are read, what became of it.
package struct InputSource {
  package let stream: LayerStream
  /// How messages and ids name it.
  package let name: String
  /// The attributes of its features, as the profile leaves them.
  package let fields: [Field]
  package private(set) var record: InputRecord
  private var mapper: ProfileMapper?

  package init(_ stream: LayerStream, name: String, profile: ProfileChoice) throws {
    self.stream = stream
    self.name = name
    mapper = try profile.mapper(for: stream.header)
    let canonical = mapper?.fields ?? []
    let known = Set(canonical.map(\.name))
    fields = canonical + stream.header.fields.filter { !known.contains($0.name) }
    record = InputRecord(stream, mapper: mapper)
  }

  /// Whether it says nothing of its attributes, as an empty collection of GeoJSON does.
  package var isWithoutFields: Bool { fields.isEmpty && stream.header.featureCount == 0 }

  /// Returns the next features, with the attributes of the profile first, or nil at the end.
  package mutating func next() async throws -> FeatureBatch? {
    let batch = try await stream.next().map { mapped($0) }
    record.update(stream, mapper: mapper, used: batch?.count ?? 0)
    return batch
  }

  /// Keeps account of an id that several features have.
  package mutating func noteRepeatedIds(_ ids: RepeatedIds) { record.repeatedIds = ids }

  /// Applies the profile: what it leaves out by default goes, what it understands comes first.
  private mutating func mapped(_ batch: FeatureBatch) -> FeatureBatch {
    guard let result = mapper?.map(batch) else { return batch }
    let canonical = Set(result.columns.map(\.field.name))
    var mapped = batch
    mapped.columns =
      result.columns + batch.columns.filter { !canonical.contains($0.field.name) }
    return mapped.filtered(result.exclusions.map { $0 == nil })
  }

  /// The attribute of a name.
  package func field(_ name: String) throws(FormatError) -> Field { fields[try index(of: name)] }

  /// The place of the attribute of a name, in any case where that is unambiguous.
  package func index(of name: String) throws(FormatError) -> Int {
    let names = fields.map(\.name)
    if let exact = names.firstIndex(of: name) { return exact }
    let folded = names.indices.filter { names[$0].lowercased() == name.lowercased() }
    if folded.count == 1 { return folded[0] }
    let near = nearest(to: name, in: names).map { "did you mean '\($0)'? " } ?? ""
    throw FormatError(
      .usage, "\(record.place) has no column '\(name)'",
      help: near
        + (names.isEmpty
          ? "it has no columns" : "its columns are: \(names.joined(separator: ", "))"))
  }
}
