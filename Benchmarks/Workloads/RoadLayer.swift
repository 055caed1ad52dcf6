import Formats
import Geometry

/// A layer of roads as an extract of OpenStreetMap holds them: short lines, a class, often a name.
struct RoadLayer {
  /// What the layer says of itself.
  let header: LayerHeader
  /// Its features, in batches of ``batchSize``.
  let batches: [FeatureBatch]

  /// The number of features that are read and written at a time.
  static let batchSize = 8192

  private static let classes = [
    "motorway", "trunk", "primary", "secondary", "tertiary", "unclassified", "residential", "track",
  ]
  private static let names = [
    "Karaganda – Zhezkazgan", "Улица Абая", "проспект Богенбай батыра", "A-380", "М-36",
    "Энх тайвны өргөн чөлөө",
    "Ring Road", "Бейнеу – Кунград",
  ]

  /// The number of vertices of all features.
  var vertexCount: Int { batches.reduce(0) { $0 + $1.geometry.vertexCount } }

  /// Draws `count` roads.
  init(count: Int, seed: UInt64) {
    let fields = [Field("class", .text), Field("name", .text)]
    header = LayerHeader(
      name: "roads", geometryType: .lineString, crs: "EPSG:4326", fields: fields)
    var generator = RoadGenerator(seed: seed)
    var batches: [FeatureBatch] = []
    for first in stride(from: 0, to: count, by: Self.batchSize) {
      var batch = FeatureBatch(fields: fields)
      for row in first..<min(first + Self.batchSize, count) {
        batch.ids.append(Int64(row + 1))
        generator.appendLine(vertices: generator.roadVertexCount(), to: &batch.geometry)
        batch.columns[0].append(generator.choose(Self.classes))
        if generator.hasAttribute(0.4) {
          batch.columns[1].append(generator.choose(Self.names))
        } else {
          batch.columns[1].appendNull()
        }
      }
      batches.append(batch)
    }
    self.batches = batches
  }

  /// Writes all features as the only layer, completes the file and says how many there were.
  func write(to writer: any DatasetWriter) throws -> Findings {
    let layer = try writer.addLayer(header)
    for batch in batches { try layer.append(batch) }
    try writer.finish()
    return Findings(counts: [UInt64(batches.reduce(0) { $0 + $1.count })])
  }

  /// Reads the only layer of a file to its end and sums what it holds.
  static func sum(_ reader: any DatasetReader) throws -> Findings {
    var sum = LayerSum(textColumns: reader.layers[0].fields.count)
    let layer = try reader.open(layer: reader.layers[0].name)
    while let batch = try layer.next(limit: batchSize) { sum.add(batch) }
    return sum.findings
  }
}
