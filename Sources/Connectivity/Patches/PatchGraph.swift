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
  /// What leads from every node to others.
  let ways: LinkTable

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
    ways = LinkTable(
      fences.map { (left: $0.left, right: $0.right, chance: $0.chance(edge)) }, count: areas.count)
  }

  /// What lies between two nodes, the lower one to the left.
  func fence(_ left: Int, _ right: Int) -> Fence? {
    let place = fences.partitionIndex { ($0.left, $0.right) >= (left, right) }
    return place < fences.count && (fences[place].left, fences[place].right) == (left, right)
      ? fences[place] : nil
  }
}
