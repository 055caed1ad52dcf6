internal import Formats
internal import Landscape
internal import Permeability

/// Where the attributes of structures are in a layer.
///
/// A profile that fits reads them; columns that it leaves out and that have the name of an attribute
/// are taken as they are.
struct StructureColumns {
  /// The column of chainages, and the unit that its name has.
  let chainage: (index: Int, unit: ChainageMark.Unit?)?
  private var mapper: ProfileMapper?
  private let type: Int
  private let id: Int?
  private let owner: Int?

  /// Finds them.
  ///
  /// - Throws: `badData` for a layer without types.
  init(_ header: LayerHeader, source: SourceSpec) throws(FormatError) {
    let names = header.fields.map { $0.name.lowercased() }
    func index(_ words: [String]) -> Int? { words.lazy.compactMap(names.firstIndex).first }
    guard let type = index(["type"]) else {
      throw FormatError(
        .badData, "\(source) has no column 'type': it says nothing of structures",
        help: "name the columns type, width_m, height_m and length_m; it has "
          + (names.isEmpty ? "none" : header.fields.map(\.name).joined(separator: ", ")))
    }
    self.type = type
    id = index(["structure_id", "id", "name"])
    owner = index(["plan", "line"])
    chainage = ChainageMark.column(among: header.fields)
    mapper = try ProfileChoice.automatic.mapper(for: header)
  }

  /// Returns a batch with the attributes under their own names, and the types in the words of the
  /// closed list.
  mutating func mapped(_ batch: FeatureBatch) -> FeatureBatch {
    var result = batch
    let passage = Set(CanonicalField.all(for: .passage).map(\.name)).subtracting(["type"])
    result.columns = (mapper?.map(batch).columns ?? []).filter { passage.contains($0.field.name) }
    let known = Set(result.columns.map(\.field.name))
    for column in batch.columns {
      let name = column.field.name.lowercased()
      guard passage.contains(name), !known.contains(name) else { continue }
      result.columns.append(
        Column(Field(name, column.field.kind), (0..<batch.count).map { column[$0] }))
    }
    let kinds = (0..<batch.count).map { row in
      batch.columns[type][row].filled.flatMap(StructureWords.kind)
    }
    result.columns.append(
      Column(Field("type", .text), kinds.map { $0.map { .text($0.rawValue) } ?? .null }))
    return result
  }

  /// What the source calls the type of a row.
  func type(of row: Int, _ batch: FeatureBatch) -> String {
    batch.columns[type][row].filled ?? ""
  }

  /// What identifies a row.
  func id(of row: Int, _ batch: FeatureBatch) -> String {
    id.flatMap { batch.columns[$0][row].filled } ?? batch.ids[row].description
  }

  /// The plan or line that a row names.
  func owner(of row: Int, _ batch: FeatureBatch) -> String? {
    owner.flatMap { batch.columns[$0][row].filled }
  }

  /// How far along its line a row lies; nil for nothing and for what is no chainage.
  func mark(of row: Int, _ batch: FeatureBatch) -> ChainageMark? {
    chainage.flatMap { column in
      batch.columns[column.index][row].filled.flatMap { ChainageMark($0, in: column.unit) }
    }
  }
}
