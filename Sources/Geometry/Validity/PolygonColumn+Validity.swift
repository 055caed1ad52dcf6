extension PolygonColumn {
  /// Returns whether one row keeps the rules of the OGC for polygons and multi-polygons:
  ///
  /// 1. every ordinate is finite;
  /// 2. every ring is closed and has at least three distinct positions in a row;
  /// 3. no ring meets itself, and two rings meet at single positions only, where they do not cross;
  /// 4. every hole lies within the shell of its part and outside its other holes;
  /// 5. no part lies within another one, unless in one of its holes;
  /// 6. the inside of every part is connected: rings that touch form no circle.
  ///
  /// Every answer is exact, also for rings that touch, and the same that GEOS gives, as long as
  /// ordinates are 0 or between 1e-70 and 1e70 in magnitude. The rules are looked at in this order
  /// and the first broken one is reported, at one of the positions where it is. Repeated vertices
  /// are no flaw. Rings without vertices and rows without parts are valid.
  ///
  /// - Complexity: O(*n*) in the number of vertices where edges are short beside the polygon: pairs
  ///   of edges are looked at only where boxes around eight of them meet. About 15 bytes a vertex
  ///   and 150 a ring.
  public func validity(ofRow row: Int) -> Validity {
    for part in partIndices(of: row) {
      if let flaw = rings.firstDefect(of: ringIndices(ofPart: part)) { return flaw }
    }
    let edges = EdgeRuns(rings, of: ringIndices(of: row))
    var search = ContactSearch(edges)
    search.run()
    if let flaw = search.flaw { return flaw }
    let parts = PartRings(self, row: row)
    if parts.rings.count > 1 {
      let nesting = RingNesting(edges)
      if let flaw = nesting.firstFlaw(of: parts, in: rings) { return flaw }
    }
    if let flaw = parts.firstDisconnection(by: search.touches) { return flaw }
    return .valid
  }
}

extension PathSet {
  /// Returns the first defect of some rings as plain figures.
  fileprivate func firstDefect(of rings: Range<Int>) -> Validity? {
    for ring in rings {
      let vertices = vertices(of: ring)
      guard let first = vertices.first, let defect = withPath(at: ring, Ring.defect) else {
        continue
      }
      switch defect {
      case .notClosed: return .invalid(.notClosed, at: position(at: first))
      case .tooFewPositions: return .invalid(.tooFewPositions, at: position(at: first))
      case .notFinite:
        let vertex = vertices.first { !(position(at: $0).isFinite) } ?? first
        return .invalid(.coordinate, at: position(at: vertex))
      }
    }
    return nil
  }
}

extension Position {
  fileprivate var isFinite: Bool { x.isFinite && y.isFinite }
}
