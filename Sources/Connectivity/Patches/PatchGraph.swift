internal import Geometry

/// Patches of a range and what leads from one to the next.
///
/// A node is a connected part of the range that no barrier divides. Its area may be 0: a sliver gives
/// its area to a neighbour and stays as a place to be passed.
public struct PatchGraph: Sendable {
  /// The area of every node, in km²: with its slivers, and 0 for a sliver.
  public let areas: [Double]
  /// The node of every cell of the mesh; −1 for cells that do not take part.
  public let nodesOfCells: [Int]
  /// The node that holds the area of every node: itself, or the patch to which a sliver belongs.
  public let hosts: [Int]
  /// All that lies between two nodes, by the lower node, then by the other.
  let fences: [Fence]
  /// The links of all nodes, node by node.
  let links: [Link]
  /// The first of the links of every node, and behind the last node the end.
  let starts: [Int]

  /// What leads from one node to another.
  struct Link: Sendable, Hashable {
    var node: Int32
    /// The chance to get there, above 0.
    var chance: Double
  }

  /// The number of nodes, slivers included.
  public var count: Int { areas.count }

  /// The number of patches, slivers not counted.
  public var patchCount: Int { hosts.indices.count { hosts[$0] == $0 } }

  /// The sum of all areas, in km².
  public var area: Double { areas.reduce(0, +) }

  /// Makes patches of cells.
  ///
  /// - Parameters:
  ///   - mesh: The cells.
  ///   - permeability: For every wall what it lets through, 0…1; nil for walls that are not there.
  ///   - rule: How patches are made.
  ///   - isIncluded: Which cells take part; nil for all.
  public init(
    _ mesh: RangeMesh, permeability: [Double?], rule: PatchRule, isIncluded: [Bool]? = nil
  ) {
    let united = UnitedCells(mesh, permeability, rule, isIncluded)
    let fences = united.fences(mesh, permeability)
    let slivers = Slivers(united.areas, fences, least: rule.leastArea)
    self.init(
      areas: slivers.areas, hosts: slivers.hosts, nodesOfCells: united.nodes, fences: fences,
      edge: rule.edge)
  }

  /// Makes a graph of nodes and what lies between them; a chance of 0 leads nowhere.
  init(
    areas: [Double], hosts: [Int], nodesOfCells: [Int], fences: [Fence], edge: PatchRule.Edge
  ) {
    self.areas = areas
    self.hosts = hosts
    self.nodesOfCells = nodesOfCells
    self.fences = fences
    let edges = fences.map { (left: $0.left, right: $0.right, chance: $0.chance(edge)) }
    var starts = Array(repeating: 0, count: areas.count + 1)
    for edge in edges where edge.chance > 0 {
      starts[edge.left + 1] += 1
      starts[edge.right + 1] += 1
    }
    for node in areas.indices { starts[node + 1] += starts[node] }
    var ends = starts
    var links = Array(repeating: Link(node: 0, chance: 0), count: starts[areas.count])
    for edge in edges where edge.chance > 0 {
      for (from, to) in [(edge.left, edge.right), (edge.right, edge.left)] {
        links[ends[from]] = Link(node: Int32(truncatingIfNeeded: to), chance: edge.chance)
        ends[from] += 1
      }
    }
    (self.links, self.starts) = (links, starts)
  }

  /// What lies between two nodes, the lower one to the left.
  func fence(_ left: Int, _ right: Int) -> Fence? {
    let place = fences.partitionIndex { ($0.left, $0.right) >= (left, right) }
    return place < fences.count && (fences[place].left, fences[place].right) == (left, right)
      ? fences[place] : nil
  }

  /// What leads away from a node.
  func links(of node: Int) -> ArraySlice<Link> { links[starts[node]..<starts[node + 1]] }
}
