public import Geometry
public import Overlay

/// Patches as points with areas, and the distances between them: what Conefor calls nodes and links.
///
/// A link has no direction. Pairs without a link can only be reached by way of others, or not at
/// all.
public struct NodeGraph: Sendable {
  /// A patch.
  public struct Node: Sendable, Hashable {
    /// What it is called.
    public let id: String
    /// Its area, or another attribute that says how much it is worth; at least 0, where 0 makes a
    /// stepping stone.
    public let area: Double

    /// Describes a patch.
    public init(_ id: String, area: Double) {
      precondition(area >= 0 && area.isFinite, "an area is a number and at least 0")
      (self.id, self.area) = (id, area)
    }
  }

  /// The direct way between two patches.
  public struct Link: Sendable, Hashable {
    /// The node with the lower number.
    public let first: Int
    /// The node with the higher number.
    public let second: Int
    /// The distance, in the unit of the source; at least 0.
    public let distance: Double

    /// Links two nodes by their numbers, in either order.
    public init(_ a: Int, _ b: Int, distance: Double) {
      precondition(a != b && min(a, b) >= 0, "a link joins two nodes")
      precondition(distance >= 0 && distance.isFinite, "a distance is a number and at least 0")
      (first, second, self.distance) = (min(a, b), max(a, b), distance)
    }
  }

  /// The patches; links know them by their place in this list.
  public let nodes: [Node]
  /// The direct ways, each pair of nodes at most once.
  public let links: [Link]

  /// Makes a graph.
  ///
  /// - Precondition: Links join nodes of the list, and no two of them the same pair.
  public init(nodes: [Node], links: [Link]) {
    precondition(links.allSatisfy { $0.second < nodes.count }, "a link joins nodes of the graph")
    precondition(
      Set(links.map { $0.first * nodes.count + $0.second }).count == links.count,
      "a pair has one link")
    (self.nodes, self.links) = (nodes, links)
  }

  /// Links every pair of patches by the distance between their positions.
  ///
  /// - Parameters:
  ///   - nodes: The patches.
  ///   - positions: Where each lies: its centroid if that is inside, else a point on its surface.
  ///   - measure: `geodesic` for longitude and latitude, in metres; `planar` for others; or any
  ///     other way to measure.
  /// - Complexity: O(*n*²).
  public init(nodes: [Node], positions: [Position], measuredBy measure: LengthMeasure) {
    precondition(nodes.count == positions.count, "every node has a position")
    var links: [Link] = []
    links.reserveCapacity(nodes.count * max(nodes.count - 1, 0) / 2)
    for a in nodes.indices {
      for b in a + 1..<max(nodes.count, a + 1) {
        links.append(Link(a, b, distance: measure.distance(positions[a], positions[b])))
      }
    }
    (self.nodes, self.links) = (nodes, links)
  }

  /// The areas of all patches together.
  public var totalArea: Double { nodes.reduce(0) { $0 + $1.area } }
}
