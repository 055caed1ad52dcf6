internal import Formats
package import Geometry

/// Polygons put together by a name: all of a species, all of a region.
package struct NamedPolygons: Sendable {
  /// The names, in the order in which they first appear.
  package private(set) var names: [String] = []
  /// Features without a name.
  package private(set) var withoutName = 0
  private var rows: [[(batch: Int, row: Int)]] = []
  private var batches: [PolygonColumn] = []
  private var numbers: [String: Int] = [:]

  /// No polygons.
  package init() {}

  /// Adds the polygons of a batch; nil names are counted and left out.
  package mutating func add(_ geometry: GeometryColumn, names found: [String?]) {
    for (row, name) in found.enumerated() {
      guard let name else {
        withoutName += 1
        continue
      }
      let number = numbers[name] ?? names.count
      if number == names.count {
        numbers[name] = number
        names.append(name)
        rows.append([])
      }
      rows[number].append((batches.count, geometry.slots[row]))
    }
    batches.append(geometry.polygons)
  }

  /// The polygons of one name, a row for each feature.
  package func polygons(of name: Int) -> PolygonColumn {
    rows[name].reduce(into: PolygonColumn()) { column, place in
      column.append(partsOf: place.row, of: batches[place.batch])
      column.endRow()
    }
  }

  /// A row for each name, of all its polygons: parts of it may overlap.
  package var column: PolygonColumn {
    rows.reduce(into: PolygonColumn()) { column, places in
      for place in places { column.append(partsOf: place.row, of: batches[place.batch]) }
      column.endRow()
    }
  }
}
