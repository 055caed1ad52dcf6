internal import Geometry

/// Cells united where nothing cuts between them.
struct UnitedCells {
  /// The node of every cell; −1 for cells that do not take part.
  private(set) var nodes: [Int]
  /// The area of every node, in km².
  private(set) var areas: [Double] = []

  init(_ mesh: RangeMesh, _ permeability: [Double?], _ rule: PatchRule, _ isIncluded: [Bool]?) {
    var sets = DisjointSets(count: mesh.count)
    func takesPart(_ cell: Int) -> Bool { isIncluded?[cell] ?? true }
    for (left, right) in mesh.openings where takesPart(Int(left)) && takesPart(Int(right)) {
      _ = sets.unite(Int(left), Int(right))
    }
    for (wall, p) in zip(mesh.walls, permeability)
    where wall.divides && p ?? 1 >= rule.cutsBelow && takesPart(wall.left) && takesPart(wall.right)
    {
      _ = sets.unite(wall.left, wall.right)
    }
    nodes = Array(repeating: -1, count: mesh.count)
    var numbers = Array(repeating: -1, count: mesh.count)
    for cell in nodes.indices where takesPart(cell) {
      let root = sets.root(of: cell)
      if numbers[root] < 0 {
        numbers[root] = areas.count
        areas.append(0)
      }
      nodes[cell] = numbers[root]
      areas[nodes[cell]] += mesh.areas[cell]
    }
  }

  /// All walls between two nodes, as one.
  func fences(_ mesh: RangeMesh, _ permeability: [Double?]) -> [Fence] {
    var found: [Fence] = []
    for (wall, p) in zip(mesh.walls, permeability) {
      let (left, right) = (nodes[wall.left], nodes[wall.right])
      guard left >= 0 && right >= 0 && left != right else { continue }
      let p = p ?? 1
      found.append(
        Fence(
          left: min(left, right), right: max(left, right), length: wall.length, most: p,
          sum: p * wall.length))
    }
    return Fence.united(found)
  }
}

/// All that lies between two nodes.
struct Fence {
  let left: Int
  let right: Int
  /// The length of all walls, in metres.
  private(set) var length: Double
  /// The permeability of the most permeable one.
  private(set) var most: Double
  /// The sum of permeability × length.
  private(set) var sum: Double

  init(left: Int, right: Int, length: Double, most: Double, sum: Double) {
    (self.left, self.right, self.length) = (left, right, length)
    (self.most, self.sum) = (most, sum)
  }

  /// Puts together what lies between the same two nodes, and sorts by the lower node, then the other.
  static func united(_ fences: [Fence]) -> [Fence] {
    let sorted = fences.sorted { ($0.left, $0.right) < ($1.left, $1.right) }
    return sorted.reduce(into: []) { united, next in
      if let last = united.last, last.left == next.left, last.right == next.right {
        united[united.count - 1].add(next)
      } else {
        united.append(next)
      }
    }
  }

  private mutating func add(_ other: Fence) {
    length += other.length
    most = max(most, other.most)
    sum += other.sum
  }

  /// The chance to pass it.
  func chance(_ rule: PatchRule.Edge) -> Double {
    switch rule {
    case .most: most
    case .mean: length > 0 ? min(sum / length, most) : most
    }
  }
}
