/// Which ring of one polygon or multi-polygon belongs to which part.
struct PartRings {
  /// All rings of the row.
  let rings: Range<Int>
  /// The shell of the part of each ring; a shell is its own.
  private let shells: [Int]

  /// Notes the parts of one row.
  init(_ polygons: PolygonColumn, row: Int) {
    rings = polygons.ringIndices(of: row)
    shells = polygons.partIndices(of: row).flatMap { part in
      let rings = polygons.ringIndices(ofPart: part)
      return repeatElement(rings.lowerBound, count: rings.count)
    }
  }

  /// The shell of the part to which a ring belongs.
  func shell(of ring: Int) -> Int { shells[ring - rings.lowerBound] }

  /// Whether a ring is a hole.
  func isHole(_ ring: Int) -> Bool { shell(of: ring) != ring }

  /// Whether a ring is another hole of the part to which a hole belongs.
  func isHole(_ ring: Int, besides hole: Int) -> Bool {
    isHole(ring) && shell(of: ring) == shell(of: hole)
  }
}

extension RingNesting {
  /// Returns the first ring that lies where it may not.
  func firstFlaw(of parts: PartRings, in rings: PathSet) -> Validity? {
    let wrong = parts.rings.filter { ring in
      guard !rings.vertices(of: ring).isEmpty else { return false }
      let parent = parent(of: ring)
      return parts.isHole(ring)
        ? parent != parts.shell(of: ring) : parent.map { !parts.isHole($0) } ?? false
    }
    if wrong.isEmpty { return nil }
    func flaw(_ flaw: Validity.Flaw, where condition: (Int) -> Bool) -> Validity? {
      wrong.first(where: condition).map {
        .invalid(flaw, at: rings.position(at: rings.vertices(of: $0).lowerBound))
      }
    }
    return flaw(.holeOutsideShell) { ring in
      parts.isHole(ring) && !isWithin(ring) { $0 == parts.shell(of: ring) }
    } ?? flaw(.nestedHoles) { ring in
      parts.isHole(ring) && isWithin(ring) { parts.isHole($0, besides: ring) }
    } ?? flaw(.nestedShells) { _ in true }
  }
}
