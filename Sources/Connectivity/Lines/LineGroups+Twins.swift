internal import Geometry
internal import Permeability

extension LineGroups {
  /// Makes tracks and carriageways one line.
  ///
  /// A line most of whose length has others of its family beside it joins the one that is beside it for
  /// the greatest length. One that goes by something joins only those that do so, too: a carriageway
  /// without a name does not make one line of all roads that it accompanies.
  mutating func uniteTwins(_ bundles: Bundles) {
    let (roots, called) = currentLines()
    var lengths: [Int: Double] = [:]
    for (row, root) in roots.enumerated() { lengths[root, default: 0] += self.lengths[row] }
    var beside: [Int: TwinLengths] = [:]
    for stretch in bundles.stretches {
      let own = roots[stretch.line]
      let others = Set(stretch.twins.map { roots[$0] }).filter { other in
        other != own && (called.contains(other) || !called.contains(own))
      }
      if !others.isEmpty { beside[own, default: TwinLengths()].add(stretch.length, of: others) }
    }
    let order = precedence(of: roots)
    for (line, twins) in beside where twins.length > lengths[line, default: 0] / 2 {
      if let twin = twins.longest(order) { unite(line, twin) }
    }
  }

  /// The place of every line in an order that does not depend on that of the rows.
  private func precedence(of roots: [Int]) -> [Int: Int] {
    var firsts: [Int: FragmentOrder] = [:]
    for (row, root) in roots.enumerated() {
      let order = FragmentOrder(fragments[row])
      firsts[root] = min(firsts[root] ?? order, order)
    }
    let ordered = firsts.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
    return Dictionary(uniqueKeysWithValues: zip(ordered, 0...))
  }
}

/// For how long other lines run beside a line.
private struct TwinLengths {
  /// For how long any line does, in metres.
  private(set) var length = 0.0
  private var lengths: [Int: Double] = [:]

  mutating func add(_ length: Double, of others: Set<Int>) {
    self.length += length
    for other in others { lengths[other, default: 0] += length }
  }

  /// The line that runs beside for the greatest length; among equals the one that comes first.
  func longest(_ order: [Int: Int]) -> Int? {
    lengths.max { a, b in
      (a.value, order[b.key, default: 0]) < (b.value, order[a.key, default: 0])
    }?.key
  }
}
