internal import Geometry

/// Collects everything that a result depends on, and names it: what has the same name gives the same
/// result.
///
/// Every part is preceded by its length, so that no two different lists of parts run together to the
/// same bytes.
struct Fingerprint {
  private var hash = ContentHash()

  /// The name of all that was added, 64 hexadecimal digits.
  var text: String { hash.text() }

  mutating func add(_ text: String) {
    let bytes = Array(text.utf8)
    add(bytes.count)
    hash.add(bytes)
  }

  mutating func add(_ texts: some Collection<String>) {
    add(texts.count)
    for text in texts { add(text) }
  }

  mutating func add(_ number: Int) { add(bits: [UInt64(bitPattern: Int64(number))]) }

  mutating func add(_ number: Double) { add(bits: [number.bitPattern]) }

  /// The vertices of some lines, row by row and path by path.
  mutating func add(_ lines: LineColumn) {
    add(lines.count)
    for row in 0..<lines.count {
      let paths = lines.pathIndices(of: row)
      add(paths.count)
      for path in paths { add(path, of: lines.paths) }
    }
  }

  /// The vertices of some polygons, row by row and ring by ring.
  mutating func add(_ polygons: PolygonColumn) {
    add(polygons.count)
    for row in 0..<polygons.count {
      let parts = polygons.partIndices(of: row)
      add(parts.count)
      for part in parts {
        let rings = polygons.ringIndices(ofPart: part)
        add(rings.count)
        for ring in rings { add(ring, of: polygons.rings) }
      }
    }
  }

  private mutating func add(_ path: Int, of paths: PathSet) {
    let vertices = paths.vertices(of: path)
    add(vertices.count)
    add(
      bits: vertices.flatMap { vertex in
        let position = paths.position(at: vertex)
        return [position.x.bitPattern, position.y.bitPattern]
      })
  }

  private mutating func add(bits words: [UInt64]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(8 * words.count)
    for word in words {
      for shift in stride(from: 0, to: 64, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
      }
    }
    hash.add(bytes)
  }
}
