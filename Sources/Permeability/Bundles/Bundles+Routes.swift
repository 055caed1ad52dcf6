/// A place where a route crosses a line.
public struct RouteCrossing: Sendable, Hashable {
  /// The row of the line.
  public let line: Int
  /// The chainage along the line, in metres.
  public let chainage: Double

  /// Creates a crossing from its line and the chainage along it, in metres.
  public init(line: Int, chainage: Double) {
    self.line = line
    self.chainage = chainage
  }
}

extension Bundles {
  /// Returns which crossings of a route count once.
  ///
  /// A crossing belongs to the last group that holds one of a road or railway beside its own, where
  /// both run side by side without interruption, in whatever ways they come. A route that crosses a
  /// line once more passes it once more: that crossing starts another group.
  ///
  /// - Parameter crossings: The crossings of one route, in its order.
  /// - Returns: The numbers of the crossings, group by group, each in exactly one, in the order of the
  ///   first of each.
  public func groups(ofRoute crossings: [RouteCrossing]) -> [[Int]] {
    var groups: [RouteGroup] = []
    for (number, crossing) in crossings.enumerated() {
      let sides = sides(of: crossing.line, at: crossing.chainage)
      if let group = groups.lastIndex(where: { $0.isBeside(sides) }),
        !groups[group].holds(crossing.line, sides)
      {
        groups[group].add(number, crossing.line, sides)
      } else {
        groups.append(RouteGroup(number, crossing.line, sides))
      }
    }
    return groups.map(\.numbers)
  }

  /// Returns the permeability of a route: the product over its groups, in each of which every family
  /// counts once.
  ///
  /// - Parameters:
  ///   - crossings: The crossings of the route, in its order.
  ///   - gamma: The dependence within a bundle: 1 for independent obstacles, 0 where the smallest
  ///     decides.
  ///   - member: Returns the permeability at a crossing by itself, from the number of the crossing.
  /// - Returns: A value in `0...1`; 1 for a route that crosses nothing.
  public func permeability(
    ofRoute crossings: [RouteCrossing], dependence gamma: Double,
    of member: (_ crossing: Int) -> Double
  ) -> Double {
    groups(ofRoute: crossings).reduce(1) { product, group in
      product
        * permeability(
          ofAll: group.map { (crossings[$0].line, member($0)) }, dependence: gamma)
    }
  }
}

/// Crossings of a route that count once.
private struct RouteGroup {
  private(set) var numbers: [Int]
  private var lines: Set<Int>
  private var sides: Set<BundleSide>

  init(_ number: Int, _ line: Int, _ sides: Set<BundleSide>) {
    numbers = [number]
    lines = [line]
    self.sides = sides
  }

  mutating func add(_ number: Int, _ line: Int, _ sides: Set<BundleSide>) {
    numbers.append(number)
    lines.insert(line)
    self.sides.formUnion(sides)
  }

  /// Whether a member is beside what has these sides.
  func isBeside(_ sides: Set<BundleSide>) -> Bool {
    sides.contains { self.sides.contains($0.opposite) }
  }

  /// Whether the line, or another way of the same road or railway there, is a member already.
  func holds(_ line: Int, _ sides: Set<BundleSide>) -> Bool {
    lines.contains(line)
      || sides.contains { self.sides.contains($0) && !sides.contains($0.opposite) }
  }
}
