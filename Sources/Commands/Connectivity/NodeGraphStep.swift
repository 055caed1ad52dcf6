internal import Connectivity
internal import Formats
internal import Foundation

/// The patches and links of one time.
struct NodeGraphStep: Sendable {
  /// Its number, from 1.
  let number: Int
  /// Its file of nodes.
  let source: String
  let graph: NodeGraph

  /// The name of the file, without its folder.
  var name: String { URL(fileURLWithPath: source).lastPathComponent }

  /// Reads the files of all times.
  static func all(_ request: NodeGraphRequest) throws -> [NodeGraphStep] {
    let nodes = try request.nodes.map { file in
      try NodeGraph.Node.list(parsing: InputText.contents(of: file), name: file)
    }
    return try nodes.indices.map { time in
      // A file for all times knows the nodes of any; one of a time has no business with others.
      let known = request.distances.count == 1 ? nodes : [nodes[time]]
      let file = request.distances(of: time)
      let distances = try NodeDistances(
        parsing: InputText.contents(of: file), name: file, among: known.joined().map(\.id))
      let step = NodeGraphStep(
        number: time + 1, source: request.nodes[time], graph: distances.graph(of: nodes[time]))
      try step.requireArea(request.landscapeArea)
      return step
    }
  }

  private func requireArea(_ landscape: Double?) throws(UserError) {
    let total = graph.totalArea
    if total == 0 {
      throw UserError(
        .badData, "no node of \(source) has an area", help: "the second column is the area")
    }
    if let landscape, landscape < total {
      throw UserError(
        .badData,
        "--landscape-area \(landscape.plainText) is less than the \(total.plainText) of \(source)",
        help: "it is the area of the landscape, in the unit of the areas of nodes")
    }
  }

  /// The nodes that no distance leads to.
  var loneNodes: [String] {
    let linked = Set(graph.links.flatMap { [$0.first, $0.second] })
    return graph.nodes.indices.filter { !linked.contains($0) }.map { graph.nodes[$0].id }
  }

  /// The places of the links that were asked for by the ids of their ends.
  func links(_ pairs: [(String, String)]) throws(UserError) -> [Int] {
    var found: [Int] = []
    for (a, b) in pairs {
      let place = graph.links.firstIndex { link in
        let ends = (graph.nodes[link.first].id, graph.nodes[link.second].id)
        return ends == (a, b) || ends == (b, a)
      }
      guard let place else {
        throw UserError(
          .badData, "there is no link of '\(a)' and '\(b)' in \(source)",
          help: "--links names pairs that have a distance")
      }
      if !found.contains(place) { found.append(place) }
    }
    return found
  }
}
