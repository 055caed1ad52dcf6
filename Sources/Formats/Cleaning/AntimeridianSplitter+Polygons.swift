internal import GEOSBridge
internal import Geometry

extension AntimeridianSplitter {
  /// Strip 0 of the continuous longitudes: the whole Earth.
  private static let window = Box(minX: -180, minY: -90, maxX: 180, maxY: 90)

  /// Appends one part of a polygon, cut at the antimeridian.
  func append(part rings: [AntimeridianPath], to result: inout Result) throws(GEOSError) {
    guard let shell = rings.first else { return }
    if rings.contains(where: \.windsAroundPole) {
      return try append(polarPart: rings, to: &result)
    }
    let rings = rings.map { $0.aligned(with: shell) }
    let strips = AntimeridianPath.strips(of: rings)
    if strips.count > 1 { return try append(crossingPart: rings, strips: strips, to: &result) }
    for ring in rings {
      result.column.polygons.rings.append(ring.turned(-strips.lowerBound))
      result.column.polygons.rings.endPath()
    }
    result.column.polygons.endPart()
  }

  /// Appends a part that reaches over the antimeridian without going round a pole.
  private func append(
    crossingPart rings: [AntimeridianPath], strips: ClosedRange<Int>, to result: inout Result
  ) throws(GEOSError) {
    result.effect = .split
    let window = try geos.makePolygon(box: Self.window)
    let cut = rings.map { $0.cutAtMeridians() }
    for strip in strips {
      let turned = PolygonColumn([[cut.map { $0.turned(-strip).positions }]])
      let polygon = try geos.makePolygon(row: 0, of: turned)
      guard let complaint = turned.validity(ofRow: 0).complaint else {
        try append(polygon.intersection(window), to: &result)
        continue
      }
      if strip == strips.lowerBound { result.repairs.append(complaint) }
      try append(polygon.madeValid().intersection(window), to: &result)
    }
  }

  /// Appends a part with a ring around a pole: what its shell encloses with the pole that is nearer
  /// to it, less what its holes enclose.
  private func append(
    polarPart rings: [AntimeridianPath], to result: inout Result
  ) throws(GEOSError) {
    result.effect = .split
    let shell = rings[0]
    let latitudes = shell.positions.reduce(0) { $0 + $1.y }
    let pole = latitudes < 0 ? -90.0 : 90.0
    let window = try geos.makePolygon(box: Self.window)
    for ring in rings where ring.windsAroundPole {
      if try !geos.makeLine(ring).isSimple {
        result.repairs.append("Self-intersection of a ring around a pole")
      }
    }
    let holes = rings.dropFirst().flatMap { $0.images(around: pole) }
    for image in shell.images(around: pole) {
      var rest = try geos.makePolygon([image]).madeValid().intersection(window)
      for hole in holes { rest = try rest.difference(geos.makePolygon([hole]).madeValid()) }
      try append(rest, to: &result)
    }
  }

  /// Appends the polygons of a geometry in the window as parts of the open row.
  private func append(
    _ geometry: borrowing GEOSHandle, to result: inout Result
  ) throws(GEOSError) {
    var pieces = GeometryColumn()
    try pieces.append(geometry, only: .polygon)
    for part in 0..<pieces.polygons.partCount {
      for ring in pieces.polygons.ringIndices(ofPart: part) {
        let path = pieces.polygons.rings.withPath(at: ring) {
          AntimeridianPath($0, isRing: true, findsJumps: false)
        }
        result.column.polygons.rings.append(path)
        result.column.polygons.rings.endPath()
      }
      result.column.polygons.endPart()
    }
  }
}

extension GEOSContext {
  /// Makes a polygon of a shell and its holes.
  fileprivate func makePolygon(_ rings: [AntimeridianPath]) throws(GEOSError) -> GEOSHandle {
    let paths = PathSet(rings)
    return try makePolygon(rings: 0..<paths.count, of: paths)
  }

  /// Makes a line.
  fileprivate func makeLine(_ path: AntimeridianPath) throws(GEOSError) -> GEOSHandle {
    try makeLine(path: 0, of: PathSet([path]))
  }
}

extension PathSet {
  fileprivate init(_ paths: [AntimeridianPath]) {
    self.init()
    for path in paths {
      append(path)
      endPath()
    }
  }
}

extension AntimeridianPath {
  /// Returns a hole turned to where its shell is.
  fileprivate func aligned(with shell: AntimeridianPath) -> AntimeridianPath {
    let apart =
      shell.reach.lowerBound + shell.reach.upperBound - reach.lowerBound - reach.upperBound
    let nearest = Int((apart / 720).rounded())
    let inside = [nearest, nearest - 1, nearest + 1].first { turns in
      let turn = 360 * Double(turns)
      return reach.lowerBound + turn >= shell.reach.lowerBound
        && reach.upperBound + turn <= shell.reach.upperBound
    }
    return turned(inside ?? nearest)
  }

  /// Returns the closed rings that stand for a ring of a polar part in strip 0: one for each strip
  /// that it has a part in, or, where it goes round the pole, the area between it and the pole.
  fileprivate func images(around pole: Double) -> [AntimeridianPath] {
    let cut = cutAtMeridians()
    guard windsAroundPole else { return strips.map { cut.turned(-$0) } }
    return [cut.closed(overPole: pole)]
  }
}
