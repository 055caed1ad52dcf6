import Formats
import Geometry

/// The contents of a layer as sums, made while it is read: every ordinate and every text counts.
struct LayerSum {
  private var features: UInt64 = 0
  private var vertices: UInt64 = 0
  private var x = 0.0
  private var y = 0.0
  /// One hash for every text column.
  private var hashes: [UInt64]

  /// The sums of an empty layer with some text columns.
  init(textColumns: Int) {
    hashes = Array(repeating: 14_695_981_039_346_656_037, count: textColumns)
  }

  /// The sums as findings.
  var findings: Findings { Findings(counts: [features, vertices] + hashes, sums: [x, y]) }

  /// Counts a feature.
  @inline(__always)
  mutating func addFeature() { features += 1 }

  /// Adds all ordinates of lines given by interleaved ordinates.
  @inline(__always)
  mutating func add(_ xy: Span<Double>) {
    var (sumX, sumY) = (x, y)
    var index = 0
    while index < xy.count {
      sumX += xy[index]
      sumY += xy[index + 1]
      index += 2
    }
    (x, y) = (sumX, sumY)
    vertices += UInt64(xy.count / 2)
  }

  /// Adds the ordinates of a line or multi-line in little-endian well-known binary.
  @inline(__always)
  mutating func add(wkb: UnsafeRawBufferPointer) {
    var offset = 0
    var lines = 1
    if wkb.loadUnaligned(fromByteOffset: 1, as: UInt32.self) == 5 {
      lines = Int(wkb.loadUnaligned(fromByteOffset: 5, as: UInt32.self))
      offset = 9
    }
    var (sumX, sumY) = (x, y)
    for _ in 0..<lines {
      let count = Int(wkb.loadUnaligned(fromByteOffset: offset + 5, as: UInt32.self))
      offset += 9
      for _ in 0..<count {
        sumX += wkb.loadUnaligned(fromByteOffset: offset, as: Double.self)
        sumY += wkb.loadUnaligned(fromByteOffset: offset + 8, as: Double.self)
        offset += 16
      }
      vertices += UInt64(count)
    }
    (x, y) = (sumX, sumY)
  }

  /// Adds a text of one text column to its hash (FNV-1a).
  @inline(__always)
  mutating func add(text: UnsafeBufferPointer<UInt8>, ofColumn column: Int) {
    var hash = hashes[column]
    for byte in text { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
    hashes[column] = hash
  }

  /// Adds a batch of lines whose columns are all text.
  mutating func add(_ batch: FeatureBatch) {
    features += UInt64(batch.count)
    add(batch.geometry.lines.paths.xy.span)
    for (place, column) in batch.columns.enumerated() {
      guard case .texts(let texts) = column.storage else { continue }
      texts.bytes.withUnsafeBufferPointer { add(text: $0, ofColumn: place) }
    }
  }
}
