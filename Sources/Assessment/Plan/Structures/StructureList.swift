internal import Formats
internal import Geometry
internal import Permeability

/// All structures of some sources, in their order.
struct StructureList: Sendable {
  /// Those that can be somewhere.
  private(set) var rows: [StructureRow] = []
  /// How many the sources have.
  private(set) var count = 0
  /// What a reader should know of those that cannot be used.
  private(set) var notes: [String] = []
  private var unknownTypes: [String: Int] = [:]

  /// Reads all sources.
  ///
  /// - Throws: `badData` for one whose columns say nothing of structures; what reading throws.
  init(_ input: PlanInput) async throws {
    for query in input.structures { try await read(query, input) }
    let kinds = PassageDesign.Kind.allCases.map(\.rawValue).joined(separator: ", ")
    notes += unknownTypes.sorted { $0.key < $1.key }.map { type, count in
      let subject = type.isEmpty ? "structures without a type" : "structures of type '\(type)'"
      return "\(subject) count nothing: \(count); the types are \(kinds)"
    }
  }

  private mutating func read(_ query: LayerQuery, _ input: PlanInput) async throws {
    let stream = try LayerStream(query)
    var columns = try StructureColumns(stream.header, source: query.source)
    while let batch = try await stream.next() {
      let mapped = columns.mapped(batch)
      let reader = PassageReader(
        mapped.columns.map(\.field), usualLength: input.usualLength, year: input.year)
      for row in 0..<batch.count {
        guard let design = reader.passage(row, of: mapped) else {
          unknownTypes[columns.type(of: row, batch), default: 0] += 1
          continue
        }
        add(
          StructureRow(
            id: columns.id(of: row, batch), design: design,
            position: batch.geometry.middle(ofRow: row), mark: columns.mark(of: row, batch),
            owner: columns.owner(of: row, batch)))
      }
    }
    count += stream.readCount
    notes += stream.report.rejections.map {
      "structure \($0.id) of \(query.source) was set aside: \($0.reason)"
    }
  }

  private mutating func add(_ row: StructureRow) {
    if row.position == nil && row.mark == nil {
      notes.append("structure \(row.id) was set aside: it has neither a chainage nor a place")
    } else {
      rows.append(row)
    }
  }
}
