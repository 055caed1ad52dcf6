internal import Connectivity
internal import Formats
internal import Geometry
internal import Permeability

/// Barriers in memory, with what identifies them and what the model reads of them.
struct BarrierList: Sendable {
  private(set) var ids: [Value] = []
  private(set) var designs: [BarrierDesign] = []
  private(set) var column = GeometryColumn()
  /// What every barrier says of the line that it is a part of.
  private(set) var fragments: [BarrierFragment] = []
  /// Features that are no barriers by their attributes.
  private(set) var withoutClass = 0
  /// The row of every feature of the sources; -1 for those that are not in the list.
  private var rows: [Int] = []

  var count: Int { designs.count }

  /// Adds the barriers of a batch that are wanted.
  mutating func add(
    _ batch: InputBatch, _ model: ModelRequest, where isWanted: (BarrierDesign) -> Bool
  ) {
    let features = batch.features
    let reader = DesignReader(features.columns.map(\.field), settings: model.settings)
    let (name, ref) = (features.column("name"), features.column("ref"))
    for row in 0..<features.count {
      let found = reader.design(row, of: features)
      withoutClass += found == nil ? 1 : 0
      guard let found, isWanted(found) else {
        rows.append(-1)
        continue
      }
      rows.append(designs.count)
      ids.append(batch.ids[row])
      designs.append(model.rebuilding(found))
      column.append(row, of: features.geometry)
      fragments.append(
        BarrierFragment(
          id: batch.ids[row].description, barrierClass: found.barrierClass,
          name: name?[row].filled, ref: ref?[row].filled))
    }
  }

  /// The row of a feature, by its number in the order of the sources; nil for one that is not here.
  func row(ofFeature number: Int) -> Int? { rows[number] < 0 ? nil : rows[number] }
}

extension FeatureBatch {
  /// The column of a name, if there is one.
  func column(_ name: String) -> Column? { columns.first { $0.field.name == name } }
}

extension Value {
  /// Its text; nil where it says nothing.
  var filled: String? {
    switch self {
    case .null, .text(""): nil
    default: description
    }
  }
}
