public import Geometry

extension LineColumn {
  /// Returns the length of a row on the ellipsoid, in metres.
  public func geodesicLength(ofRow row: Int) -> Double {
    Chainage(self.row(row), by: .geodesic).lengths[0]
  }

  /// One row as a column.
  package func row(_ row: Int) -> LineColumn {
    var line = LineColumn()
    line.append(row, of: self)
    return line
  }

  /// Appends the part of a row between two chainages as a row of its own.
  ///
  /// - Parameters:
  ///   - stretch: From where to where, in metres along the row.
  ///   - row: A row of `source`.
  ///   - source: Where it comes from.
  public mutating func append(
    stretch: ClosedRange<Double>, ofRow row: Int, of source: LineColumn
  ) {
    let line = source.row(row)
    let chainage = Chainage(line, by: .geodesic)
    for path in line.pathIndices(of: 0) {
      append(stretch, ofPath: path, of: line.paths) { chainage.value(ofVertex: $0) }
    }
    endRow()
  }

  private mutating func append(
    _ stretch: ClosedRange<Double>, ofPath path: Int, of source: PathSet,
    _ chainage: (_ vertex: Int) -> Double
  ) {
    var isOpen = false
    for vertex in source.vertices(of: path).dropLast() {
      let (from, to) = (chainage(vertex), chainage(vertex + 1))
      guard to > from, to > stretch.lowerBound, from < stretch.upperBound else { continue }
      let (a, b) = (source.position(at: vertex), source.position(at: vertex + 1))
      func place(_ metres: Double) -> Position {
        if metres <= from { return a }
        if metres >= to { return b }
        return Self.position(metres - from, of: to - from, from: a, to: b)
      }
      if !isOpen {
        let start = place(stretch.lowerBound)
        paths.append(x: start.x, y: start.y)
        isOpen = true
      }
      let end = place(stretch.upperBound)
      paths.append(x: end.x, y: end.y)
    }
    if isOpen { paths.endPath() }
  }

  /// Returns where a row of one path is at a chainage.
  ///
  /// - Parameters:
  ///   - metres: The chainage; below 0 it is the start, beyond the length the end.
  ///   - row: A row of one path of at least one vertex.
  ///   - chainage: The geodesic chainage of this column.
  /// - Returns: The place, on an edge straight in longitude and latitude.
  /// - Complexity: O(log *n*) in the vertices of the row.
  package func position(at metres: Double, ofRow row: Int, _ chainage: Chainage) -> Position {
    let vertices = paths.vertices(of: pathIndices(of: row).lowerBound)
    let next = vertices.partitionIndex { chainage.value(ofVertex: $0) > metres }
    if next == vertices.lowerBound { return paths.position(at: next) }
    if next == vertices.upperBound { return paths.position(at: next - 1) }
    let (from, to) = (chainage.value(ofVertex: next - 1), chainage.value(ofVertex: next))
    return Self.position(
      metres - from, of: to - from, from: paths.position(at: next - 1),
      to: paths.position(at: next))
  }

  /// The place on an edge at some metres from its start.
  ///
  /// Degrees are no metres: a proportion is off by metres on an edge of 100 km. Every correction by
  /// the distance that it gives makes the error smaller by that proportion, here five times.
  private static func position(
    _ metres: Double, of length: Double, from a: Position, to b: Position
  ) -> Position {
    var share = metres / length
    var place = a
    for _ in 0..<5 {
      place = Position(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y))
      let distance = LengthMeasure.geodesic.distance(a, place)
      if distance > 0 { share = min(max(share * metres / distance, 0), 1) }
    }
    return place
  }
}

extension LineColumn {
  /// The position at a chainage of a row; nil for a row without vertices.
  package func position(at chainage: Double, ofRow row: Int) -> Position? {
    var part = LineColumn()
    part.append(stretch: 0...chainage, ofRow: row, of: self)
    guard part.paths.vertexCount > 0 else {
      let paths = pathIndices(of: row)
      return paths.isEmpty ? nil : self.paths.positions(of: paths.lowerBound).first
    }
    return part.paths.position(at: part.paths.vertexCount - 1)
  }
}
