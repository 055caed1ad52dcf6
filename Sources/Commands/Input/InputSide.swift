internal import Formats
internal import Geometry
internal import Landscape

/// An input as it was asked for: its sources and how to read and name their features.
struct InputSide: Sendable {
  let side: GroupBy.Side
  var queries: [LayerQuery]
  let idColumn: String?
  let profile: String

  /// The kind of geometry that the side needs.
  var kind: GeometryKind { side == .lines ? .line : .polygon }

  init(side: GroupBy.Side, queries: [LayerQuery], idColumn: String?, profile: String) {
    self.side = side
    self.queries = queries
    self.idColumn = idColumn
    self.profile = profile
  }

  /// The same source twice would double every row.
  func requireDistinctSources(_ option: String) throws(UserError) {
    let sources = queries.map(\.source)
    for (index, source) in sources.enumerated() {
      let isKnown = sources[..<index].contains {
        $0.layer == source.layer && Datasets.areSame($0.path, source.path)
      }
      if isKnown {
        throw UserError(.usage, "\(option) names \(source) twice", help: "name it once")
      }
    }
  }
}

/// The features of one batch of a side, all of the wanted kind, with their ids and groups.
struct InputBatch: Sendable {
  var features: FeatureBatch
  var ids: [Value]
  var groups: [Int]
}
