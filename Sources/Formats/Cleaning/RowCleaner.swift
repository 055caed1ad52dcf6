internal import GEOSBridge
internal import Geometry
internal import PROJBridge

/// Cleans features one by one; made and used within one chunk of work.
struct RowCleaner {
  let geos = GEOSContext()
  let transformation: Transformation?
  let areaOfUse: Box?
  let options: CleaningOptions

  /// Why a feature cannot be used.
  struct Fault: Error {
    let reason: String
  }

  /// Cleans one row, or says why it cannot be used.
  func clean(row: Int, of column: GeometryColumn) -> CleanedRow {
    var cleaned = CleanedRow()
    if isPlain(row, of: column) { return cleaned }
    do {
      try clean(RowView(column: column, row: row), into: &cleaned)
    } catch {
      cleaned = CleanedRow()
      cleaned.rejection = error.reason
    }
    return cleaned
  }

  private func clean(_ delivered: RowView, into cleaned: inout CleanedRow) throws(Fault) {
    guard delivered.kind != .none else { return }
    var view = delivered
    func replace(_ column: GeometryColumn?) {
      guard let column else { return }
      view = RowView(column: column, row: 0)
      cleaned.geometry = column
    }
    try requireFinite(view)
    replace(try tidied(view, noting: &cleaned.repairs))
    if let transformation {
      let before = view.ordinates.count / 2
      replace(try transformed(view, by: transformation))
      cleaned.addedVertices = view.ordinates.count / 2 - before
    } else {
      try requireDegrees(view)
    }
    let drawn = view
    let splitter = AntimeridianSplitter(
      geos: geos, findsJumps: transformation == nil && options.wideEdges == .overAntimeridian)
    replace(try split(view, by: splitter, into: &cleaned))
    replace(try valid(view, noting: &cleaned.repairs))
    if view.kind == .polygon && !cleaned.repairs.isEmpty {
      cleaned.areaBefore = Geodesic.wgs84.area(ofRow: drawn.slot, of: drawn.column.polygons)
      cleaned.areaAfter = Geodesic.wgs84.area(ofRow: view.slot, of: view.column.polygons)
    }
    cleaned.isOutsideAreaOfUse = areaOfUse.map { !view.meets(areaOfUse: $0) } ?? false
  }

  private func split(
    _ view: RowView, by splitter: AntimeridianSplitter, into cleaned: inout CleanedRow
  ) throws(Fault) -> GeometryColumn? {
    do {
      guard let result = try splitter.split(view) else { return nil }
      cleaned.antimeridian = result.effect
      cleaned.repairs += result.repairs
      return result.column
    } catch {
      throw Fault(reason: "cannot be split at the antimeridian: \(error)")
    }
  }

  /// Returns the row in longitude and latitude, continuous over the antimeridian.
  private func transformed(
    _ view: RowView, by transformation: Transformation
  ) throws(Fault) -> GeometryColumn {
    var result = GeometryColumn()
    do {
      try view.appendMapped(to: &result) {
        path, paths throws(TransformationFailure) in
        if view.kind == .point {
          try transformation.append(points: path, to: &paths)
        } else {
          try transformation.append(path: path, to: &paths)
        }
      }
    } catch {
      throw Fault(reason: error.description)
    }
    return result
  }
}

extension RowView {
  /// Appends the row to another column, with every path replaced by what `map` appends for it.
  func appendMapped<Failure: Error>(
    to result: inout GeometryColumn,
    _ map: (Span<Double>, inout PathSet) throws(Failure) -> Void
  ) throws(Failure) {
    switch kind {
    case .none: break
    case .point:
      try column.points.paths.withPath(at: slot) { path throws(Failure) in
        try map(path, &result.points.paths)
      }
    case .line:
      for path in column.lines.pathIndices(of: slot) {
        try column.lines.paths.withPath(at: path) { path throws(Failure) in
          try map(path, &result.lines.paths)
        }
        result.lines.paths.endPath()
      }
    case .polygon:
      for part in column.polygons.partIndices(of: slot) {
        for ring in column.polygons.ringIndices(ofPart: part) {
          try column.polygons.rings.withPath(at: ring) { path throws(Failure) in
            try map(path, &result.polygons.rings)
          }
          result.polygons.rings.endPath()
        }
        result.polygons.endPart()
      }
    }
    result.endRow(kind)
  }

  /// Whether the row, in longitude and latitude, meets an area whose western edge may lie east of
  /// its eastern one.
  func meets(areaOfUse area: Box) -> Bool {
    let box = column.box(of: row)
    guard area.minX > area.maxX else { return box.meets(area) }
    var (west, east) = (area, area)
    west.minX = -180
    east.maxX = 180
    return box.meets(west) || box.meets(east)
  }
}
