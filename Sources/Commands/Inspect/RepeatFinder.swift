internal import Formats
internal import Geometry
internal import Landscape
internal import Overlay

/// Finds features that repeat earlier ones, in one layer or across the layers of several files, as
/// the extracts of neighbouring countries do.
struct RepeatFinder {
  /// What one layer repeats of another, or of itself.
  struct Repeat: Sendable {
    /// The number of features that repeat something.
    var features = 0
    /// The length of the lines that is repeated, in metres.
    var length = 0.0
  }

  /// What the layer in work repeats, by the number of the earlier layer.
  private(set) var repeats: [Int: Repeat] = [:]

  private var segments = RepeatedSegments()
  /// The number of lines before every layer.
  private var lineStarts: [Int] = []
  private var lineCount = 0
  /// The layers of points and polygons, by their coordinates.
  private var layers: [GeometryKey: Int] = [:]

  /// Begins the next layer.
  mutating func beginLayer() {
    lineStarts.append(lineCount)
    repeats = [:]
  }

  /// Takes the features of a batch into account.
  mutating func add(_ geometry: GeometryColumn) {
    add(geometry.lines)
    for row in 0..<geometry.points.count {
      add(GeometryKey(geometry.points.paths, row..<row + 1))
    }
    for row in 0..<geometry.polygons.count {
      add(GeometryKey(geometry.polygons.rings, geometry.polygons.ringIndices(of: row)))
    }
  }

  private mutating func add(_ lines: LineColumn) {
    let repetitions = segments.add(lines, groups: Array(repeating: 0, count: lines.count))
    lineCount += lines.count
    if repetitions.isEmpty { return }
    let chainage = Chainage(lines, by: .geodesic)
    var counted: Set<[Int]> = []
    for repetition in repetitions {
      let layer = layer(ofLine: repetition.earlier)
      let isNew = counted.insert([repetition.row, layer]).inserted
      let length = repetition.parts.reduce(0) { $0 + chainage.length(from: $1.from, to: $1.to) }
      repeats[layer, default: Repeat()].features += isNew ? 1 : 0
      repeats[layer, default: Repeat()].length += length
    }
  }

  private mutating func add(_ key: GeometryKey) {
    let layer = lineStarts.count - 1
    if let earlier = layers[key] {
      repeats[earlier, default: Repeat()].features += 1
    } else {
      layers[key] = layer
    }
  }

  /// Layers without lines start where the next one does, so the last that starts there is it.
  private func layer(ofLine line: Int) -> Int {
    (lineStarts.lastIndex { $0 <= line }) ?? 0
  }
}

/// Stands for the coordinates of a geometry: 128 bits of two hashes, so that different geometries
/// do not share one by chance.
private struct GeometryKey: Hashable {
  private let first: Int
  private let second: Int

  init(_ paths: PathSet, _ range: Range<Int>) {
    var (one, two) = (Hasher(), Hasher())
    two.combine(1)
    for path in range {
      one.combine(paths.vertices(of: path).count)
      for vertex in paths.vertices(of: path) {
        let position = paths.position(at: vertex)
        one.combine(position)
        two.combine(position)
      }
    }
    first = one.finalize()
    second = two.finalize()
  }
}
