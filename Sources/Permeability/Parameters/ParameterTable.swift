public import Formats
public import Landscape

/// The numbers of the model: data, never code.
///
/// A row for a species comes before one for all species. A table of the user's own may replace
/// single rows; everything else stays as it is bundled.
public struct ParameterTable: Sendable {
  /// All rows, in the order of their files; a row that was replaced stands where it stood.
  public private(set) var rows: [Parameter] = []
  private var indices: [Key: Int] = [:]

  private struct Key: Hashable {
    let species: String?
    let name: String
    /// The class of a prior; empty for parameters, which one name is enough for.
    let topic: String
  }

  /// The name of the rows that say what a class of barrier is where nothing else is known.
  static let prior = "P_prior"

  /// The table that the binary carries with it.
  public static let bundled: ParameterTable = {
    do {
      return try ParameterTable(
        parsing: String(
          decoding: BundledResource.contents(of: "permeability-parameters.csv"), as: UTF8.self),
        name: "permeability-parameters.csv (bundled)")
    } catch {
      preconditionFailure("the bundled parameters are broken: \(error)")
    }
  }()

  /// Reads a complete table.
  ///
  /// - Throws: `badData`, naming the line and the column of what is wrong, or the row that is missing.
  public init(parsing text: String, name: String) throws(FormatError) {
    for row in try ParameterReader(parsing: text, name: name).rows() {
      if let earlier = add(row) {
        throw ParameterReader.twice(row, earlier)
      }
    }
    try requireAll(name)
  }

  /// Returns the table with the rows of another file in place of those of the same name.
  ///
  /// - Throws: `badData`, naming the line and the column of what is wrong.
  public func replacingRows(
    parsing text: String, name: String
  ) throws(FormatError) -> ParameterTable {
    var table = self
    var seen: Set<Key> = []
    for row in try ParameterReader(parsing: text, name: name).rows() {
      guard seen.insert(Self.key(of: row)).inserted else {
        throw ParameterReader.twice(row, row)
      }
      if table.indices[Self.key(of: row)] == nil { try table.admitNew(row) }
      table.replace(row)
    }
    return table
  }

  /// Returns the row that a formula takes a parameter of a species from: its own, else that for all.
  public func row(of name: ParameterName, for species: String) -> Parameter? {
    row(species, name.id, "") ?? row(nil, name.id, "")
  }

  /// Returns the row that says what a class of barrier is for a species where nothing else is known.
  public func prior(of barrierClass: BarrierClass, for species: String) -> Parameter? {
    row(species, Self.prior, barrierClass.rawValue) ?? row(nil, Self.prior, barrierClass.rawValue)
  }

  /// Returns how far animals of a species move at a time, `d_move_km`: what measures of whole ranges
  /// work by, and no formula of a barrier.
  public func movementDistance(for species: String) -> Parameter? {
    row(species, "d_move_km", "") ?? row(nil, "d_move_km", "")
  }

  /// Within what distance of a line its disturbance is felt, `effect_zone` in metres; for reports.
  public var effectZone: Parameter? { row(nil, "effect_zone", "") }

  private func row(_ species: String?, _ name: String, _ topic: String) -> Parameter? {
    indices[Key(species: species, name: name, topic: topic)].map { rows[$0] }
  }

  private static func key(of row: Parameter) -> Key {
    // Whatever begins like a prior is told apart by its class; parameters have one row a species.
    let isOfClass = BarrierClass(rawValue: row.topic) != nil
    return Key(species: row.species, name: row.name, topic: isOfClass ? row.topic : "")
  }

  /// Adds a row; returns an earlier one that says the same, and then adds nothing.
  private mutating func add(_ row: Parameter) -> Parameter? {
    let key = Self.key(of: row)
    if let index = indices[key] { return rows[index] }
    indices[key] = rows.count
    rows.append(row)
    return nil
  }

  private mutating func replace(_ row: Parameter) {
    if let index = indices[Self.key(of: row)] { rows[index] = row } else { _ = add(row) }
  }

  /// Refuses what nothing would read: a new name, which is a misspelt one.
  private func admitNew(_ row: Parameter) throws(FormatError) {
    let names = Set(rows.map(\.name))
    if names.contains(row.name) { return }
    throw ParameterReader.unknown(row, "param", row.name, among: names.sorted())
  }

  private func requireAll(_ name: String) throws(FormatError) {
    for barrierClass in BarrierClass.allCases
    where row(nil, Self.prior, barrierClass.rawValue) == nil {
      throw ParameterReader.missing("\(Self.prior) of \(barrierClass.rawValue) for any", name)
    }
    for parameter in ParameterName.allCases where parameter.isRequired {
      if !parameter.isOfSpecies {
        if row(nil, parameter.id, "") == nil {
          throw ParameterReader.missing("\(parameter.id) for any", name)
        }
        continue
      }
      for species in SpeciesRegistry.bundled.species
      where row(of: parameter, for: species.id) == nil {
        throw ParameterReader.missing("\(parameter.id) for \(species.id)", name)
      }
    }
  }
}
