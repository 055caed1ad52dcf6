package import Formats
package import Geometry
package import Landscape
package import Permeability

/// Barriers in memory, with what identifies them and what the model reads of them.
package struct BarrierList: Sendable {
  /// Their ids.
  package private(set) var ids: [Value] = []
  /// What the model reads of them.
  package private(set) var designs: [BarrierDesign] = []
  /// Where they are.
  package private(set) var column = GeometryColumn()
  /// What every barrier says of the line that it is a part of.
  package private(set) var fragments: [BarrierFragment] = []
  /// Features that are no barriers by their attributes.
  package private(set) var withoutClass = 0
  /// The row of every feature of the sources; -1 for those that are not in the list.
  private var rows: [Int] = []

  /// The number of features that were added, barriers or not.
  package var features: Int { rows.count }

  /// The number of barriers.
  package var count: Int { designs.count }

  /// A list of no barriers.
  package init() {}

  /// Adds the barriers of a batch that are wanted.
  package mutating func add(
    _ batch: InputBatch, settings: DesignSettings, rebuilding: (BarrierDesign) -> BarrierDesign,
    where isWanted: (BarrierDesign) -> Bool = { _ in true }
  ) {
    let features = batch.features
    let reader = DesignReader(features.columns.map(\.field), settings: settings)
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
      designs.append(rebuilding(found))
      column.append(row, of: features.geometry)
      fragments.append(
        BarrierFragment(
          id: batch.ids[row].description, barrierClass: found.barrierClass,
          name: name?[row].filled, ref: ref?[row].filled))
    }
  }

  /// The barriers of some rows, with what the model is to read of them.
  package func subset(_ rows: [Int], designs: (Int) -> BarrierDesign) -> BarrierList {
    var list = BarrierList()
    for row in rows {
      list.ids.append(ids[row])
      list.designs.append(designs(row))
      list.column.append(row, of: column)
      list.fragments.append(fragments[row])
    }
    list.rows = Array(rows.indices)
    return list
  }

  /// Adds one barrier.
  ///
  /// - Parameters:
  ///   - id: What identifies it.
  ///   - design: What the model reads of it.
  ///   - name: Its name in the source.
  ///   - row: Where it is, a row of `geometry`.
  ///   - geometry: Lines in longitude and latitude.
  package mutating func add(
    _ id: String, _ design: BarrierDesign, name: String?, _ row: Int,
    of geometry: GeometryColumn
  ) {
    rows.append(designs.count)
    ids.append(.text(id))
    designs.append(design)
    column.append(row, of: geometry)
    fragments.append(
      BarrierFragment(id: id, barrierClass: design.barrierClass, name: name))
  }

  /// The row of a feature, by its number in the order of the sources; nil for one that is not here.
  package func row(ofFeature number: Int) -> Int? { rows[number] < 0 ? nil : rows[number] }
}
