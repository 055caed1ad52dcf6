/// A link between two nodes that becomes better when a barrier is opened.
public struct Opening: Sendable, Hashable {
  /// The lower node.
  let left: Int
  /// The other node.
  let right: Int
  /// The chance to get from one to the other afterwards: 1 where a wall is gone.
  let chance: Double
}

extension PatchGraph {
  /// Returns the links that become better when some walls let through more.
  ///
  /// The patches stay as they are: what a wall that is gone divided counts as connected.
  ///
  /// - Parameters:
  ///   - changed: Walls with what they let through afterwards; nil where no barrier is left.
  ///   - mesh: The walls.
  ///   - permeability: What every wall lets through now; nil for walls that are not there.
  ///   - rule: How the patches were made.
  /// - Returns: The links, each once.
  public func openings(
    changing changed: [(wall: Int, p: Double?)], of mesh: RangeMesh, permeability: [Double?],
    rule: PatchRule
  ) -> [Opening] {
    var changes: [Change] = []
    for (number, after) in changed {
      let wall = mesh.walls[number]
      let (left, right) = (nodesOfCells[wall.left], nodesOfCells[wall.right])
      guard left >= 0 && right >= 0 && left != right else { continue }
      let p = after ?? 1
      changes.append(
        Change(
          left: min(left, right), right: max(left, right),
          chance: p >= rule.cutsBelow ? 1 : p,
          rise: (p - (permeability[number] ?? 1)) * wall.length))
    }
    changes.sort { ($0.left, $0.right) < ($1.left, $1.right) }
    var openings: [Opening] = []
    var start = 0
    while start < changes.count {
      var end = start + 1
      while end < changes.count && changes[end].isBetweenSameNodes(as: changes[start]) { end += 1 }
      if let opening = opening(changes[start..<end], rule) { openings.append(opening) }
      start = end
    }
    return openings
  }

  /// What one wall between two nodes becomes.
  private struct Change {
    let left: Int
    let right: Int
    let chance: Double
    /// The rise of permeability × length.
    let rise: Double

    func isBetweenSameNodes(as other: Change) -> Bool {
      left == other.left && right == other.right
    }
  }

  /// What all changed walls between two nodes amount to; nil where nothing becomes better.
  private func opening(_ changes: ArraySlice<Change>, _ rule: PatchRule) -> Opening? {
    guard let first = changes.first, let fence = fence(first.left, first.right) else { return nil }
    let most = changes.reduce(0) { max($0, $1.chance) }
    let mean =
      fence.chance(.mean)
      + (fence.length > 0 ? changes.reduce(0) { $0 + $1.rise } / fence.length : 0)
    let chance = rule.edge == .most || most == 1 ? most : min(mean, 1)
    guard chance > fence.chance(rule.edge) else { return nil }
    return Opening(left: first.left, right: first.right, chance: chance)
  }
}
