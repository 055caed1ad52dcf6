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
  /// A crossing belongs to the last group that holds a line beside its own, where both are beside each
  /// other. A route that crosses a line once more passes it once more: that crossing starts another
  /// group.
  ///
  /// - Parameter crossings: The crossings of one route, in its order.
  /// - Returns: The numbers of the crossings, group by group, each in exactly one, in the order of the
  ///   first of each.
  public func groups(ofRoute crossings: [RouteCrossing]) -> [[Int]] {
    var groups: [[Int]] = []
    for (number, crossing) in crossings.enumerated() {
      let group = groups.lastIndex { members in
        members.contains { isBeside(crossing, crossings[$0]) }
      }
      if let group, !groups[group].contains(where: { crossings[$0].line == crossing.line }) {
        groups[group].append(number)
      } else {
        groups.append([number])
      }
    }
    return groups
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

  /// Whether the lines of two crossings are beside each other at both.
  private func isBeside(_ a: RouteCrossing, _ b: RouteCrossing) -> Bool {
    guard let first = stretch(of: a.line, at: a.chainage), first.isBeside(b.line),
      let second = stretch(of: b.line, at: b.chainage)
    else { return false }
    return second.isBeside(a.line)
  }
}
