import Connectivity
import Geometry
import Permeability
import TestSupport

/// A seeded range with regions and barriers, made to be awkward.
struct Landscape {
  /// Where vertices lie.
  enum Ground: CaseIterable, Sendable {
    /// On a lattice of binary fractions of a degree: lines touch, meet in vertices, and run along
    /// each other exactly.
    case lattice
    /// Anywhere, but lines visit vertices of the range on purpose.
    case free
  }

  var range: PolygonColumn
  var regions: PolygonColumn
  var barriers: LineColumn
  /// What every barrier is.
  var families: [String]
  var permeability: [Estimate]
  /// Where it comes from, for messages.
  let name: String

  init(seed: Int, _ ground: Ground, barriers count: Int? = nil) {
    var shapes = ShapeGenerator(seed: UInt64(seed))
    let shift = ground == .free ? Shift(seed: UInt64(seed)) : nil
    // Divided by 8, halves and quarters stay exact.
    func place(_ line: [Position]) -> [Position] {
      line.map { shift?.moved($0) ?? $0 }.map { Position(64 + $0.x / 8, 44 + $0.y / 8) }
    }
    func place(_ polygon: [[[Position]]]) -> [[[Position]]] { polygon.map { $0.map(place) } }
    func isValid(_ polygon: [[[Position]]]) -> Bool {
      PolygonColumn([place(polygon)]).validity(ofRow: 0) == .valid
    }
    let rows = (0..<Int.random(in: 1...3, using: &shapes.random)).map { _ in
      shapes.polygon(where: isValid)
    }
    range = PolygonColumn(rows.map(place))
    let region = shapes.polygon(where: isValid)
    let other = Bool.random(using: &shapes.random) ? rows[0] : shapes.polygon(where: isValid)
    regions = PolygonColumn([place(region), place(other), place([[square(100, 100, 101, 101)]])])
    var lines: [[Position]] = []
    for _ in 0..<(count ?? Int.random(in: 0...10, using: &shapes.random)) {
      let near = rows.randomElement(using: &shapes.random) ?? rows[0]
      if let known = lines.randomElement(using: &shapes.random),
        Int.random(in: 0..<5, using: &shapes.random) == 0
      {
        lines.append(shapes.part(of: known))
      } else if ground == .lattice {
        lines.append(shapes.awkwardLine(near: near))
      } else {
        let isFree = Bool.random(using: &shapes.random)
        lines.append(isFree ? shapes.freeLine(across: near) : shapes.line(near: near))
      }
    }
    barriers = LineColumn(lines.map { [place($0)] })
    families = lines.map { _ in
      ["road", "rail", "fence"].randomElement(using: &shapes.random) ?? ""
    }
    permeability = lines.map { _ in shapes.estimate() }
    name = "\(ground) \(seed)"
  }

  /// All barriers are there.
  var all: RangeScenario {
    RangeScenario("all", isPresent: Array(repeating: true, count: barriers.count))
  }

  /// The barriers, none of which run side by side with others by this rule.
  func network() async throws -> BarrierNetwork {
    try await BarrierNetwork(
      barriers, families: families, rule: BundleRule(distance: 1, overlap: 1e9))
  }

  func study(_ rule: PatchRule, jobs: Int = 1) async throws -> RangeStudy {
    RangeStudy(
      try await RangeMesh(range: range, regions: regions, barriers: barriers, jobs: jobs),
      try await network(), BarrierPermeability(means: permeability), rule: rule, dependence: 0.7)
  }
}

extension ShapeGenerator {
  /// A polygon on the lattice, shifted by whole numbers.
  fileprivate mutating func polygon(where isGood: ([[[Position]]]) -> Bool) -> [[[Position]]] {
    while true {
      let polygon = polygon(Family.valid.randomElement(using: &random) ?? .star)
      let (x, y) = (whole(-6...6), whole(-6...6))
      let shifted = polygon.map { $0.map { $0.map { Position($0.x + x, $0.y + y) } } }
      if isGood(shifted) { return shifted }
    }
  }

  /// A run of vertices of a line, in either direction.
  fileprivate mutating func part(of line: [Position]) -> [Position] {
    let start = Int.random(in: 0..<line.count - 1, using: &random)
    let end = Int.random(in: start + 1..<line.count, using: &random)
    let part = Array(line[start...end])
    return Bool.random(using: &random) ? part : part.reversed()
  }

  /// Three values in 0…1, some of them exactly 0 or 1.
  fileprivate mutating func estimate() -> Estimate {
    let values = (0..<3).map { _ in
      min(max(Double.random(in: -0.3...1.2, using: &random), 0), 1)
    }.sorted()
    return Estimate(low: values[0], central: values[1], high: values[2]) ?? Estimate(0)
  }
}

/// Moves every place a little, always in the same way.
private struct Shift {
  let seed: UInt64

  func moved(_ place: Position) -> Position {
    var random = SeededGenerator(
      seed: seed ^ place.x.bitPattern &* 0x9E37_79B9_7F4A_7C15 ^ place.y.bitPattern)
    return Position(
      place.x + Double.random(in: -0.1...0.1, using: &random),
      place.y + Double.random(in: -0.1...0.1, using: &random))
  }
}
