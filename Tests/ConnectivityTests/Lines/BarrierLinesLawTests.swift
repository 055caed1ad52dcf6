import Connectivity
import Geometry
import Landscape
import Overlay
import TestSupport
import Testing

/// Seeded networks: roads and railways that wander, meet, come in pieces and have names in parts.
private struct NetworkGenerator {
  private var random: SeededGenerator
  private var example = LineCase()

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func network() -> LineCase {
    for number in 0..<14 {
      let barrierClass: BarrierClass =
        number % 4 == 0 ? .railUnfenced : number % 3 == 0 ? .roadUnpaved : .roadPaved
      let way = way(from: start())
      add(way, barrierClass)
      // Some have a second carriageway or track.
      if number % 3 == 0 { add(way.map { ($0.0, $0.1 + 25) }.reversed(), barrierClass) }
    }
    return example
  }

  /// Somewhere, or in the middle of a line that is there already.
  private mutating func start() -> (Double, Double) {
    if Bool.random(using: &random), let row = example.rows.randomElement(using: &random),
      row.vertices.count > 2
    {
      let vertex = row.vertices[row.vertices.count / 2]
      return ((vertex.x - 60) * LineCase.east, (vertex.y - 45) * LineCase.north)
    }
    return (
      Double.random(in: 0...60_000, using: &random), Double.random(in: 0...60_000, using: &random)
    )
  }

  private mutating func way(from start: (Double, Double)) -> [(Double, Double)] {
    var (x, y) = start
    let slope = Double.random(in: -1...1, using: &random)
    return (0..<Int.random(in: 8...40, using: &random)).map { step in
      if step > 0 {
        let length = Double.random(in: 100...1500, using: &random)
        x += length
        y += length * (slope + Double.random(in: -0.4...0.4, using: &random))
      }
      return (x, y)
    }
  }

  /// Adds a way in pieces, each with a name, a ref or neither.
  private mutating func add(_ way: [(Double, Double)], _ barrierClass: BarrierClass) {
    var piece = [way[0]]
    for (index, vertex) in way.enumerated().dropFirst() {
      piece.append(vertex)
      guard index == way.count - 1 || Double.random(in: 0...1, using: &random) < 0.2 else {
        continue
      }
      switch Int.random(in: 0..<8, using: &random) {
      case 0:
        example.add(
          piece, ref: ["A1", "A2;E40", "E40"].randomElement(using: &random), class: barrierClass)
      case 1, 2:
        example.add(
          piece, ["Main street", "Steppe road"].randomElement(using: &random), class: barrierClass)
      default: example.add(piece, class: barrierClass)
      }
      piece = [vertex]
    }
  }
}

/// What holds for the lines of any fragments.
@Suite("Laws of lines")
struct BarrierLinesLawTests {
  private func network(_ seed: UInt64) -> LineCase {
    var generator = NetworkGenerator(seed: seed)
    return generator.network()
  }

  /// Whether two partitions of the same things are the same, each given by the part of every thing.
  private func areSame(_ parts: [Int], _ others: [Int]) -> Bool {
    let pairs = Set(zip(parts, others).map { [$0, $1] })
    return pairs.count == Set(parts).count && pairs.count == Set(others).count
  }

  @Test(arguments: UInt64(1)...12)
  func `every row has one line, of its family, and lines have distinct ids in order`(seed: UInt64) {
    let example = network(seed)
    let lines = example.lines()
    #expect(lines.lines.flatMap(\.rows).sorted() == Array(example.rows.indices))
    #expect(lines.lines.count < example.rows.count && lines.lines.count > 5)
    for (row, number) in lines.numbers.enumerated() {
      #expect(lines.lines[number].rows.contains(row))
      #expect(lines.lines[number].family == example.rows[row].fragment.barrierClass.family)
    }
    let ids = lines.lines.map(\.id)
    #expect(zip(ids, ids.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test(arguments: UInt64(21)...40)
  func `the order of the rows does not matter, not even to ids`(seed: UInt64) {
    let example = network(seed)
    var random = SeededGenerator(seed: seed)
    let order = Array(example.rows.indices).shuffled(using: &random)
    var other = example
    other.rows = order.map { example.rows[$0] }
    let (lines, shuffled) = (example.lines(), other.lines())
    #expect(areSame(order.map { lines.numbers[$0] }, shuffled.numbers))
    #expect(lines.lines.map(\.id) == shuffled.lines.map(\.id))
    #expect(lines.lines.map(\.label) == shuffled.lines.map(\.label))
  }

  @Test(arguments: UInt64(41)...60)
  func `the way in which rows were digitised does not matter`(seed: UInt64) {
    let example = network(seed)
    var random = SeededGenerator(seed: seed)
    var other = example
    for row in other.rows.indices where Bool.random(using: &random) {
      other.rows[row].vertices.reverse()
    }
    #expect(areSame(example.lines().numbers, other.lines().numbers))
  }

  @Test(arguments: UInt64(61)...90)
  func `cutting rows at vertices where nothing meets them does not matter`(seed: UInt64) {
    let example = network(seed)
    var random = SeededGenerator(seed: seed)
    var counts: [Position: Int] = [:]
    for row in example.rows {
      for vertex in row.vertices { counts[vertex, default: 0] += 1 }
    }
    var (other, origins) = (LineCase(), [Int]())
    for (number, row) in example.rows.enumerated() {
      var start = 0
      for end in 1..<row.vertices.count {
        let isCut = counts[row.vertices[end]] == 1 && Bool.random(using: &random)
        guard isCut || end == row.vertices.count - 1 else { continue }
        other.rows.append(
          LineCase.Row(vertices: Array(row.vertices[start...end]), fragment: row.fragment))
        origins.append(number)
        start = end
      }
    }
    let lines = example.lines()
    #expect(other.rows.count > example.rows.count)
    #expect(areSame(origins.map { lines.numbers[$0] }, other.lines().numbers))
  }

  /// Lines far from each other, so that only names and refs speak: every vertex against every other.
  @Test(arguments: UInt64(91)...110)
  func `names and refs join as a plain flood does`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var example = LineCase()
    for number in 0..<60 {
      let x = Double.random(in: 0...120_000, using: &random)
      let y = Double(number) * 1500
      example.add(
        [(x, y), (x + 700, y + 100), (x + Double.random(in: 800...9000, using: &random), y)],
        ["One", "two", "TWO", "Three", nil].randomElement(using: &random) ?? nil,
        ref: ["A1", "a 1", nil, nil, nil, nil, nil, nil].randomElement(using: &random) ?? nil)
    }
    var parts = Array(example.rows.indices)
    func name(_ row: Int) -> String? { example.rows[row].fragment.name?.lowercased() }
    func hasRef(_ row: Int) -> Bool { example.rows[row].fragment.ref != nil }
    func areOne(_ a: Int, _ b: Int) -> Bool {
      if hasRef(a) && hasRef(b) { return true }
      guard let own = name(a), own == name(b) else { return false }
      return example.rows[a].vertices.contains { place in
        example.rows[b].vertices.contains {
          LengthMeasure.geodesic.distance(place, $0) <= 10_000
        }
      }
    }
    var changed = true
    while changed {
      changed = false
      for a in parts.indices {
        for b in parts.indices where parts[a] != parts[b] && areOne(a, b) {
          let (old, new) = (parts[a], parts[b])
          parts = parts.map { $0 == old ? new : $0 }
          changed = true
        }
      }
    }
    #expect(areSame(parts, example.lines().numbers))
  }
}
