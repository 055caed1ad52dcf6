internal import Geometry
internal import Overlay

/// Areas prepared to say what of a plan lies in them, on their boundaries and near them.
///
/// Inside and boundary are exact: a stretch along the border of two polygons of one area lies inside of
/// it. Near is right to 0.2 % of the effect distance, see ``NearStretches``.
package struct AreaContacts: Sendable {
  private let areas: [NamedArea]
  private let overlay: PolygonOverlay
  /// The area of every row of the overlay.
  private let groups: [Int]

  /// Prepares areas.
  ///
  /// - Parameters:
  ///   - areas: The areas, of valid polygons in longitude and latitude.
  ///   - jobs: The greatest number of steps in work at once.
  /// - Throws: `CancellationError`.
  package init(_ areas: [NamedArea], jobs: Int = 1) async throws {
    self.areas = areas
    var column = PolygonColumn()
    for area in areas {
      for row in 0..<area.polygons.count {
        column.append(partsOf: row, of: area.polygons)
        column.endRow()
      }
    }
    groups = areas.enumerated().flatMap { number, area in
      Array(repeating: number, count: area.polygons.count)
    }
    overlay = try await PolygonOverlay(column, measuredBy: .geodesic, jobs: jobs)
  }

  /// Returns the areas that a plan crosses, runs along or comes near, in their order.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - zone: What is near, in metres: the parameter `effect_zone`; 0 for nothing.
  ///   - jobs: The greatest number of steps in work at once.
  /// - Returns: An entry for each of them.
  /// - Throws: `CancellationError`.
  package func contacts(
    of plan: Plan, zone: Double, jobs: Int = 1
  ) async throws -> [CrossedArea] {
    let lines = plan.geometry
    let cuts = try await overlay.cut(lines, jobs: jobs)
    let mosaic = LineMosaic(cuts, of: lines, groups: groups)
    let held = Self.stretches(mosaic, count: areas.count)
    let near = zone > 0 ? NearStretches(lines, cuts.chainage, within: zone) : nil
    return try await mapChunks(of: areas.count, size: 1, jobs: jobs) { numbers in
      numbers.compactMap { number -> CrossedArea? in
        let (area, own) = (areas[number], held[number])
        let around = near?.stretches(near: area.polygons) ?? []
        let stretches = Self.adding(around, to: own)
        if stretches.isEmpty { return nil }
        return CrossedArea(
          area.kind, area.name, stretches: stretches,
          crossings: own.isEmpty ? [] : Self.crossings(mosaic, of: number, lines))
      }
    }.flatMap(\.self)
  }

  /// The stretches of every area inside of it and along its boundary.
  private static func stretches(_ mosaic: LineMosaic, count: Int) -> [[CrossedArea.Stretch]] {
    var held = Array(repeating: [CrossedArea.Stretch](), count: count)
    for stretch in mosaic.stretches {
      for holder in stretch.holders {
        let place: CrossedArea.Place = holder.sides.place == .inside ? .inside : .boundary
        // Other areas divide the line where this one does not.
        let goesOn = held[holder.group].last.map {
          $0.line == stretch.line && $0.place == place && $0.to == stretch.from
        }
        let from = goesOn == true ? held[holder.group].removeLast().from : stretch.from
        held[holder.group].append(
          CrossedArea.Stretch(line: stretch.line, from: from, to: stretch.to, place))
      }
    }
    return held
  }

  private static func crossings(
    _ mosaic: LineMosaic, of area: Int, _ lines: LineColumn
  ) -> [CrossedArea.Crossing] {
    mosaic.crossings(of: area, lines).map {
      CrossedArea.Crossing(
        line: $0.line, chainage: $0.chainage, isEntry: $0.isEntry, position: $0.at.position)
    }
  }

  /// Adds what of some ranges lies in no stretch.
  private static func adding(
    _ ranges: [(row: Int, range: ClosedRange<Double>)], to own: [CrossedArea.Stretch]
  ) -> [CrossedArea.Stretch] {
    var all = own
    var next = 0
    for (row, range) in ranges {
      var from = range.lowerBound
      func add(to end: Double) {
        guard end - from > LineMosaic.leastLength else { return }
        all.append(CrossedArea.Stretch(line: row, from: from, to: end, .near))
      }
      while next < own.count, (own[next].line, own[next].to) < (row, range.lowerBound) { next += 1 }
      var held = next
      while held < own.count, own[held].line == row, own[held].from <= range.upperBound {
        add(to: own[held].from)
        from = max(from, own[held].to)
        held += 1
      }
      add(to: range.upperBound)
    }
    return all.sorted { ($0.line, $0.from, $0.to) < ($1.line, $1.from, $1.to) }
  }
}
