internal import Formats
internal import Geometry

/// Polygons put together by a name: all of a species, all of a region.
struct NamedPolygons: Sendable {
  /// The names, in the order in which they first appear.
  private(set) var names: [String] = []
  /// All polygons; those of one name are one row, whose parts may overlap.
  private(set) var column = PolygonColumn()
  /// Features without a name.
  private(set) var withoutName = 0
  private var parts: [[(batch: Int, row: Int)]] = []
  private var batches: [PolygonColumn] = []
  private var numbers: [String: Int] = [:]

  /// Adds the polygons of a batch; nil names are counted and left out.
  mutating func add(_ geometry: GeometryColumn, names found: [String?]) {
    for (row, name) in found.enumerated() {
      guard let name else {
        withoutName += 1
        continue
      }
      let number = numbers[name] ?? names.count
      if number == names.count {
        numbers[name] = number
        names.append(name)
        parts.append([])
      }
      parts[number].append((batches.count, geometry.slots[row]))
    }
    batches.append(geometry.polygons)
  }

  /// Makes one row of all polygons of each name.
  mutating func finish() {
    for rows in parts {
      for (batch, row) in rows { column.append(partsOf: row, of: batches[batch]) }
      column.endRow()
    }
    (parts, batches) = ([], [])
  }

  /// The polygons of one name.
  func polygons(of name: Int) -> PolygonColumn {
    var one = PolygonColumn()
    one.append(partsOf: name, of: column)
    one.endRow()
    return one
  }
}

extension PolygonColumn {
  /// Appends the parts of a row to the open row.
  fileprivate mutating func append(partsOf row: Int, of other: PolygonColumn) {
    for part in other.partIndices(of: row) {
      for ring in other.ringIndices(ofPart: part) {
        other.rings.withPath(at: ring) { rings.append(interleaved: $0) }
        rings.endPath()
      }
      endPart()
    }
  }
}
