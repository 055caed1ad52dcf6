internal import GEOSBridge
internal import Geometry

extension RowCleaner {
  /// How far an ordinate may lie beyond the edge of the Earth by rounding, in degrees (0.1 mm).
  static let roundingNoise = 1e-9

  /// Whether a row is a line that needs nothing: in degrees, on the Earth, away from the
  /// antimeridian, with two different positions on every path. Most are, and one look says so.
  func isPlain(_ row: Int, of column: GeometryColumn) -> Bool {
    guard transformation == nil, areaOfUse == nil, column.kinds[row] == .line else { return false }
    return column.lines.pathIndices(of: column.slots[row]).allSatisfy { path in
      column.lines.paths.withPath(at: path) { xy in
        guard xy.count >= 4 else { return false }
        var hasLength = false
        var before = SIMD2(xy[0], xy[1])
        for index in stride(from: 0, to: xy.count, by: 2) {
          let position = SIMD2(xy[index], xy[index + 1])
          // What is not a number is not in any range.
          guard position.x.magnitude <= 180, position.y.magnitude <= 90,
            (position.x - before.x).magnitude <= 180
          else { return false }
          hasLength = hasLength || position != before
          before = position
        }
        return hasLength
      }
    }
  }

  /// Refuses ordinates that are no numbers or infinite.
  func requireFinite(_ view: RowView) throws(Fault) {
    let xy = view.paths.set.xy
    for index in view.ordinates where !xy[index].isFinite {
      let vertex = (index - view.ordinates.lowerBound) / 2
      throw Fault(reason: "vertex \(vertex) has a coordinate that is not a number")
    }
  }

  /// Refuses what cannot be longitude and latitude in degrees.
  func requireDegrees(_ view: RowView) throws(Fault) {
    let xy = view.paths.set.xy
    for index in stride(from: view.ordinates.lowerBound, to: view.ordinates.upperBound, by: 2) {
      let (longitude, latitude) = (xy[index], xy[index + 1])
      guard abs(longitude) > 360 || abs(latitude) > 90 + Self.roundingNoise else { continue }
      let hint =
        abs(longitude) <= 90 && abs(latitude) <= 360
        ? "are longitude and latitude swapped?"
        : "is the CRS right? \(options.sourceCRSOption) gives another one"
      throw Fault(
        reason: "longitude \(longitude), latitude \(latitude) is no place on the Earth; \(hint)")
    }
  }

  /// Closes rings, and leaves out rings and paths that collapse to less than a figure.
  ///
  /// - Parameters:
  ///   - view: The row, in the coordinates of the layer.
  ///   - repairs: Gets a line for every kind of change.
  /// - Returns: The changed row as a column of its own, or nil when nothing was wrong.
  /// - Throws: When nothing is left.
  func tidied(_ view: RowView, noting repairs: inout [String]) throws(Fault) -> GeometryColumn? {
    switch view.kind {
    case .none, .point: nil
    case .line: try tidied(lines: view.column.lines, row: view.slot, noting: &repairs)
    case .polygon: try tidied(polygons: view.column.polygons, row: view.slot, noting: &repairs)
    }
  }

  private func tidied(
    lines: LineColumn, row: Int, noting repairs: inout [String]
  ) throws(Fault) -> GeometryColumn? {
    let paths = lines.pathIndices(of: row)
    let kept = paths.filter { lines.paths.hasLength($0) }
    if kept.count == paths.count { return nil }
    if kept.isEmpty { throw Fault(reason: "a line whose vertices all lie at one place") }
    repairs.append("paths left out whose vertices lie at one place: \(paths.count - kept.count)")
    var result = GeometryColumn()
    for path in kept {
      lines.paths.withPath(at: path) { result.lines.paths.append(interleaved: $0) }
      result.lines.paths.endPath()
    }
    result.endRow(.line)
    return result
  }

  private func tidied(
    polygons: PolygonColumn, row: Int, noting repairs: inout [String]
  ) throws(Fault) -> GeometryColumn? {
    let defects = polygons.ringIndices(of: row).map { ring in
      polygons.rings.withPath(at: ring) { Ring.defect($0) }
    }
    guard defects.contains(where: { $0 != nil }) else { return nil }
    var result = GeometryColumn()
    let first = polygons.ringIndices(of: row).lowerBound
    for part in polygons.partIndices(of: row) {
      let rings = polygons.ringIndices(ofPart: part)
      guard let shell = rings.first, defects[shell - first] != .tooFewPositions else { continue }
      for ring in rings where defects[ring - first] != .tooFewPositions {
        polygons.rings.withPath(at: ring) {
          result.polygons.rings.append(interleaved: $0)
          guard defects[ring - first] == .notClosed else { return }
          result.polygons.rings.append(x: $0[0], y: $0[1])
        }
        result.polygons.rings.endPath()
      }
      result.polygons.endPart()
    }
    guard result.polygons.partCount > 0 else {
      throw Fault(reason: "a polygon whose rings have fewer than three distinct positions")
    }
    result.endRow(.polygon)
    let unclosed = defects.count { $0 == .notClosed }
    let short = defects.count { $0 == .tooFewPositions }
    if unclosed > 0 { repairs.append("rings closed: \(unclosed)") }
    if short > 0 { repairs.append("rings left out of fewer than three positions: \(short)") }
    return result
  }

  /// Repairs a polygon that breaks the rules of the OGC.
  ///
  /// - Parameters:
  ///   - view: The row, in longitude and latitude.
  ///   - repairs: Gets what was wrong and where.
  /// - Returns: The repaired row as a column of its own, or nil when it is valid.
  /// - Throws: When no area is left.
  func valid(_ view: RowView, noting repairs: inout [String]) throws(Fault) -> GeometryColumn? {
    guard view.kind == .polygon else { return nil }
    let validity = view.column.polygons.validity(ofRow: view.slot)
    guard let complaint = validity.complaint else { return nil }
    do {
      let polygon = try geos.makePolygon(row: view.slot, of: view.column.polygons)
      var result = GeometryColumn()
      try result.append(polygon.madeValid(), only: .polygon)
      if result.kinds == [.polygon] {
        repairs.append(complaint)
        return result
      }
      throw Fault(reason: "a polygon without area: \(complaint)")
    } catch let fault as Fault {
      throw fault
    } catch {
      throw Fault(reason: "a polygon that cannot be repaired: \(error)")
    }
  }
}

extension PathSet {
  /// Whether a path reaches a second place.
  fileprivate func hasLength(_ path: Int) -> Bool {
    let vertices = vertices(of: path)
    guard let first = vertices.first else { return false }
    return vertices.contains { position(at: $0) != position(at: first) }
  }
}
