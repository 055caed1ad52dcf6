package import Formats
package import Geometry

/// An input as it was asked for: its sources and how to read and name their features.
package struct InputSide: Sendable {
  /// Lines or polygons.
  package enum Side: String, Sendable {
    case lines
    case polygons
  }

  /// What it is of an overlay.
  package let side: Side
  /// The layers.
  package var queries: [LayerQuery]
  /// The column that identifies features; nil for the ids of the source.
  package let idColumn: String?
  /// How attributes are read.
  package let profile: ProfileChoice

  /// The kind of geometry that the side needs.
  package var kind: GeometryKind { side == .lines ? .line : .polygon }

  /// Asks for some layers.
  package init(side: Side, queries: [LayerQuery], idColumn: String?, profile: ProfileChoice) {
    self.side = side
    self.queries = queries
    self.idColumn = idColumn
    self.profile = profile
  }

  /// The same source twice would double every row.
  package func requireDistinctSources(_ option: String) throws(FormatError) {
    let sources = queries.map(\.source)
    for (index, source) in sources.enumerated() {
      let isKnown = sources[..<index].contains {
        $0.layer == source.layer && Datasets.areSame($0.path, source.path)
      }
      if isKnown {
        throw FormatError(.usage, "\(option) names \(source) twice", help: "name it once")
      }
    }
  }
}

/// The features of one batch of a side, all of the wanted kind, with their ids and groups.
package struct InputBatch: Sendable {
  package var features: FeatureBatch
  package var ids: [Value]
  package var groups: [Int]
}

extension InputBatch {
  /// The texts of a column; nil where there is none.
  package func texts(_ name: String) -> [String?] {
    let column = features.column(name)
    return (0..<features.count).map { column?[$0].filled }
  }
}
