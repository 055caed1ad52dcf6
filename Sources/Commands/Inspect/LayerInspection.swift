internal import Formats
internal import Geometry
internal import Landscape

/// What was seen of one layer.
struct LayerInspection: Sendable {
  /// The file and layer, as a user would name them.
  let source: SourceSpec
  /// The format of the file.
  let format: String
  /// What the layer says of itself.
  let header: LayerHeader
  /// Whether features were read, and not only what the layer says of itself.
  var isRead = false
  /// Why the layer cannot be used as it is, and what to do; nil where it can.
  var problem: FormatError?
  /// The number of features of every kind.
  var counts: [GeometryKind: Int] = [:]
  /// The number of vertices.
  var vertexCount = 0
  /// Where the features lie: in degrees, or in the coordinates of a layer with a problem.
  var extent = Box.empty
  /// What was repaired, moved, split and set aside.
  var report = CleaningReport()
  /// What the attributes hold.
  var fields: [FieldStatistics]
  /// Which profile was chosen and why, where it was chosen by the columns.
  var detection: Profile.Detection?
  /// What the profile made of the attributes.
  var profile: ProfileReport?
  /// What the layer repeats, of itself or of earlier layers.
  var repeats: [(layer: String, what: RepeatFinder.Repeat)] = []

  /// Starts from what the layer says of itself.
  init(source: SourceSpec, format: String, header: LayerHeader) {
    self.source = source
    self.format = format
    self.header = header
    fields = header.fields.map(FieldStatistics.init)
  }

  /// The number of features that can be used.
  var featureCount: Int { counts.values.reduce(0, +) }

  /// Takes the features of a batch into account.
  mutating func add(_ batch: FeatureBatch) {
    for kind in batch.geometry.kinds { counts[kind, default: 0] += 1 }
    vertexCount += batch.geometry.vertexCount
    for row in 0..<batch.count { extent.formUnion(batch.geometry.box(of: row)) }
    for index in fields.indices { fields[index].add(batch.columns[index]) }
  }
}
