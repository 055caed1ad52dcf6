import Geometry

/// The kernels that everything stands on, by themselves; for information.
struct GeometryCases {
  private let options: BenchmarkOptions

  /// Prepares the cases.
  init(_ options: BenchmarkOptions) { self.options = options }

  /// Runs the cases.
  func run(on scoreboard: inout Scoreboard) async throws {
    guard
      scoreboard.wants(
        "geometry/wkb/write", "geometry/wkb/read", "geometry/index/build", "geometry/index/query",
        "geometry/orientation/general", "geometry/orientation/collinear")
    else { return }
    let roads = roads()
    try await scoreboard.run(wkbWriting(roads))
    try await scoreboard.run(wkbReading(roads))
    let boxes = (0..<roads.count).map(roads.box(of:))
    try await scoreboard.run(indexBuilding(boxes))
    try await scoreboard.run(indexQuerying(boxes))
    try await scoreboard.run(orientation("general", Self.positions(options.scaled(1_000_000))))
    try await scoreboard.run(orientation("collinear", Self.lattice(options.scaled(1_000_000))))
  }

  private func roads() -> GeometryColumn {
    var generator = RoadGenerator(seed: 3)
    var column = GeometryColumn()
    for _ in 0..<options.scaled(100_000) {
      generator.appendLine(vertices: generator.roadVertexCount(), to: &column)
    }
    return column
  }

  private func wkbWriting(_ roads: GeometryColumn) -> Contest {
    var contest = Contest("geometry/wkb/write", unit: "vertex", items: roads.vertexCount)
    contest.add("kulan") {
      var bytes: [UInt8] = []
      for row in 0..<roads.count { roads.appendWKB(of: row, asMulti: false, to: &bytes) }
      return Findings(counts: [UInt64(bytes.count)])
    }
    return contest
  }

  private func wkbReading(_ roads: GeometryColumn) -> Contest {
    let rows = (0..<roads.count).map { row in
      var bytes: [UInt8] = []
      roads.appendWKB(of: row, asMulti: false, to: &bytes)
      return bytes
    }
    var contest = Contest("geometry/wkb/read", unit: "vertex", items: roads.vertexCount)
    contest.add("kulan") {
      var column = GeometryColumn()
      for row in rows { try column.append(wkb: row.span.bytes) }
      return Findings(counts: [UInt64(column.vertexCount)])
    }
    return contest
  }

  private func indexBuilding(_ boxes: [Box]) -> Contest {
    var contest = Contest("geometry/index/build", unit: "box", items: boxes.count)
    contest.add("kulan") { Findings(counts: [UInt64(PackedIndex(boxes).count)]) }
    return contest
  }

  private func indexQuerying(_ boxes: [Box]) -> Contest {
    var numbers = NormalNumbers(seed: 4)
    let windows = (0..<options.scaled(100_000)).map { _ in
      let (x, y) = (numbers.uniform(46...120), numbers.uniform(30...55))
      return Box(minX: x, minY: y, maxX: x + 0.1, maxY: y + 0.1)
    }
    let index = PackedIndex(boxes)
    var contest = Contest("geometry/index/query", unit: "query", items: windows.count)
    contest.add("kulan") {
      var found: [Int] = []
      for window in windows { index.collect(meeting: window, into: &found) }
      return Findings(counts: [UInt64(found.count)])
    }
    return contest
  }

  private func orientation(_ name: String, _ positions: [Position]) -> Contest {
    var contest = Contest(
      "geometry/orientation/\(name)", unit: "call", items: positions.count - 2)
    contest.add("kulan") {
      var sum = 0
      for index in 2..<positions.count {
        sum &+= Geometry.orientation(
          positions[index - 2], positions[index - 1], positions[index])
      }
      return Findings(sums: [Double(sum)])
    }
    return contest
  }

  private static func positions(_ count: Int) -> [Position] {
    var numbers = NormalNumbers(seed: 5)
    return (0..<count + 2).map { _ in
      Position(numbers.uniform(46...120), numbers.uniform(30...55))
    }
  }

  /// Positions on one line whose ordinates are no whole numbers, so that rounding never decides.
  private static func lattice(_ count: Int) -> [Position] {
    var numbers = NormalNumbers(seed: 6)
    return (0..<count + 2).map { _ in
      let step = Double(numbers.uniform(0..<1000)) / 1024
      return Position(46.5 + step, 30.25 + 2 * step)
    }
  }
}
