internal import Geometry
internal import Landscape
internal import Overlay
internal import Permeability

/// Where a plan runs beside barriers: only the parts of both that can be near each other are compared.
struct BesideSearch: Sendable {
  private let plan: Plan
  private let chainage: Chainage
  private let runs: [LineRun]

  /// Prepares a plan.
  init(_ plan: Plan) {
    self.plan = plan
    chainage = Chainage(plan.geometry, by: .geodesic)
    runs = plan.geometry.runs
  }

  /// Finds which barriers can be near which runs of the plan.
  ///
  /// - Parameters:
  ///   - index: The boxes of all barriers.
  ///   - distance: What is near, in metres.
  /// - Returns: By row of a barrier the numbers of runs, ascending.
  func runs(near index: PackedIndex, within distance: Double) -> [Int: [Int]] {
    var near: [Int: [Int]] = [:]
    for (number, run) in runs.enumerated() {
      for row in index.items(meeting: run.box.grown(byMetres: distance)) {
        near[row, default: []].append(number)
      }
    }
    return near
  }

  /// Finds where the plan runs beside some barriers.
  ///
  /// - Parameters:
  ///   - barriers: The barriers.
  ///   - classes: What they are.
  ///   - numbers: The runs of the plan that can be near them, ascending.
  ///   - rule: When lines run side by side.
  /// - Returns: The stretches by line of the plan, then along it.
  func stretches(
    beside barriers: LineColumn, _ classes: [BarrierClass], along numbers: [Int], _ rule: BundleRule
  ) -> [MetLine.Stretch] {
    var column = LineColumn()
    var families: [BarrierClass] = []
    let parts = parts(numbers)
    for part in parts {
      for vertex in part.vertices {
        let position = plan.geometry.paths.position(at: vertex)
        column.paths.append(x: position.x, y: position.y)
      }
      column.paths.endPath()
      column.endRow()
      families.append(plan.lines[part.row].design.barrierClass)
    }
    for row in 0..<barriers.count { column.append(row, of: barriers) }
    let bundles = Bundles(of: column, families: families + classes, rule: rule)
    var found: [MetLine.Stretch] = []
    for (number, part) in parts.enumerated() {
      let start = chainage.value(ofVertex: part.vertices.lowerBound)
      for stretch in bundles.stretches(of: number)
      where (stretch.twins + stretch.companions).contains(where: { $0 >= parts.count }) {
        found.append(
          MetLine.Stretch(line: part.row, from: start + stretch.from, to: start + stretch.to))
      }
    }
    return Self.joined(found)
  }

  /// Consecutive runs put together.
  private func parts(_ numbers: [Int]) -> [(row: Int, vertices: ClosedRange<Int>)] {
    numbers.reduce(into: []) { parts, number in
      let run = runs[number]
      if let last = parts.last, last.row == run.row,
        last.vertices.upperBound == run.segments.lowerBound
      {
        parts[parts.count - 1].vertices = last.vertices.lowerBound...run.segments.upperBound
      } else {
        parts.append((run.row, run.segments.lowerBound...run.segments.upperBound))
      }
    }
  }

  /// Stretches that go on in each other, as one: the barriers beside them changed.
  private static func joined(_ stretches: [MetLine.Stretch]) -> [MetLine.Stretch] {
    stretches.reduce(into: []) { joined, next in
      guard let last = joined.last, last.line == next.line,
        next.from - last.to < LineMosaic.leastLength
      else { return joined.append(next) }
      joined[joined.count - 1] = MetLine.Stretch(
        line: last.line, from: last.from, to: max(last.to, next.to))
    }
  }
}
