internal import Connectivity
internal import Formats
internal import Geometry

/// What `kulan connectivity` can write of nodes and distances.
enum NodeGraphTable: String, OutputTable {
  case measures, nodes, links

  var hasGeometry: Bool { false }

  /// The name of the file in the folder of results.
  var file: String { "\(rawValue).csv" }

  /// The names of all files that may be there.
  static let files = Set(allCases.map(\.file))

  /// The columns.
  var fields: [Field] {
    let start = [Field("step", .integer), Field("at_distance", .real)]
    switch self {
    case .measures:
      return start + [
        Field("source", .text), Field("p", .real), Field("nodes", .integer),
        Field("links", .integer), Field("total_area", .real), Field("landscape_area", .real),
        Field("pc", .real), Field("ec_pc", .real), Field("iic", .real), Field("ec_iic", .real),
        Field("da", .real), Field("deca_pc", .real), Field("deca_iic", .real),
      ]
    case .nodes:
      let fractions = ["dpc", "diic"].flatMap { name in
        ["", "_intra", "_flux", "_connector"].map { Field(name + $0, .real) }
      }
      return start + [Field("node", .text), Field("area", .real)] + fractions + [
        Field("rank", .integer)
      ]
    case .links:
      return start + [
        Field("node_a", .text), Field("node_b", .text), Field("distance", .real),
        Field("p", .real), Field("dpc", .real), Field("diic", .real), Field("rank", .integer),
      ]
    }
  }

  static let definitions = [
    Manual.Definitions(
      "Columns of measures.csv",
      [
        "step, source": "the number of the time, from 1, and the name of its file of nodes",
        "at_distance, p": "D, and the probability to go that far",
        "nodes, links": "the number of nodes, and of links with d < D",
        "total_area, landscape_area": "the areas of all nodes, and what --landscape-area says",
        "pc, iic": "the indexes, 0 … 1; empty without --landscape-area",
        "ec_pc, ec_iic":
          "the equivalent connected areas √Σ aᵢ aⱼ p*ᵢⱼ and √Σ aᵢ aⱼ / (1 + nlᵢⱼ): their squares are "
          + "PCnum and IICnum",
        "da, deca_pc, deca_iic":
          "the change of area and of equivalent connected areas since the step before, in percent",
      ]),
    Manual.Definitions(
      "Columns of nodes.csv",
      [
        "step, at_distance, node, area": "the time, D, the node and its area",
        "dpc, diic":
          "what is lost of PC and IIC without the node, in percent: the sum of its fractions",
        "dpc_intra, diic_intra": "the fraction of the node itself: aₖ²",
        "dpc_flux, diic_flux": "that of its pairs with others: 2 aₖ Σ aᵢ p*ᵢₖ",
        "dpc_connector, diic_connector":
          "that of other pairs whose best path gets worse without it; exactly 0 where none does",
        "rank": "1 for the greatest dpc of the step and distance",
      ]),
    Manual.Definitions(
      "Columns of links.csv",
      [
        "step, at_distance, node_a, node_b, distance": "the time, D, and the link",
        "p": "the probability of the link by itself",
        "dpc, diic":
          "what is lost of PC and IIC without the link, in percent; links that are not here "
          + "and not asked for contribute 0",
        "rank": "1 for the greatest dpc of the step and distance",
      ]),
  ]
}

extension FeatureBatch {
  /// The rows of a table without geometry, numbered from 1.
  init(_ rows: [[Value]], of fields: [Field]) {
    self.init(fields: fields)
    for row in rows {
      ids.append(.integer(Int64(geometry.count + 1)))
      geometry.appendNone()
      append(row)
    }
  }
}
