/// How the patches of a graph hang together by one rule: the sum that PC or IIC reads, and what single
/// nodes and links contribute to it.
///
///     S = Σᵢ Σⱼ aᵢ aⱼ p*ᵢⱼ,  p*ᵢᵢ = 1
///
/// p* is the greatest product of chances over all paths for PC, and 1 / (1 + nl) with nl the fewest
/// links for IIC. All paths are searched, for a matrix of distances need not keep the triangle
/// inequality; nothing is pruned; pairs that no path joins count exactly 0.
public struct NodeConnectivity: Sendable {
  /// The patches and their links.
  public let graph: NodeGraph
  /// What distances mean.
  public let rule: LinkRule
  /// S, in the square of the unit of the areas.
  public let pairs: Double

  /// The links alone.
  let direct: PathTable
  /// The best paths.
  let best: PathTable
  /// What the best paths count, in the places of `best`.
  let chances: [Double]

  /// Finds all best paths.
  ///
  /// - Precondition: D > 0 and, for a probability, 0 < p < 1.
  /// - Complexity: O(*n*³) time, O(*n*²) memory.
  public init(of graph: NodeGraph, by rule: LinkRule) {
    precondition(rule.isValid, "a rule has a distance above 0 and a probability between 0 and 1")
    (self.graph, self.rule) = (graph, rule)
    let direct = PathTable(graph, by: rule)
    let best = direct.closed()
    let chances = best.lengths.map { rule.chance(ofPath: $0) }
    var pairs = 0.0
    for i in graph.nodes.indices {
      var others = 0.0
      for j in graph.nodes.indices.dropFirst(i + 1) {
        others += graph.nodes[j].area * chances[best.place(i, j)]
      }
      pairs += graph.nodes[i].area * (graph.nodes[i].area + 2 * others)
    }
    (self.direct, self.best, self.chances, self.pairs) = (direct, best, chances, pairs)
  }

  /// What the best path between two nodes counts: p* or 1 / (1 + nl), 0 where none leads.
  public func chance(from a: Int, to b: Int) -> Double {
    a == b ? 1 : chances[best.place(min(a, b), max(a, b))]
  }

  /// PC or IIC and what else can be read of S, in a landscape of a given area.
  public func connectedArea(inLandscapeOf area: Double) -> ConnectedArea {
    ConnectedArea(pairs: pairs, landscape: area)
  }

  /// EC(PC), also called ECA, or EC(IIC): √S, the area of one whole patch that is worth as much. No
  /// area of the landscape is needed for it.
  public var equivalentArea: Double { connectedArea(inLandscapeOf: graph.totalArea).equivalentArea }

  /// Returns what a loss of S is in percent; 0 where there is nothing to lose.
  func percent(_ loss: Double) -> Double { pairs > 0 ? 100 * loss / pairs : 0 }
}
