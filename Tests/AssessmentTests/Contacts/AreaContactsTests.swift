import Assessment
import Foundation
import Geometry
import Landscape
import Overlay
import Permeability
import TestSupport
import Testing

struct AreaContactsTests {
  /// A plan of one railway along some positions.
  static func plan(_ lines: [[Position]]) -> Plan {
    let geometry = LineColumn(lines.map { [$0] })
    let design = BarrierDesign(.railUnfenced, status: .planned)
    return Plan(
      "plan", geometry: geometry,
      lines: lines.indices.map {
        PlannedLine(id: "\($0)", design: design, length: geometry.geodesicLength(ofRow: $0))
      })
  }

  static func ring(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> [Position] {
    [
      Position(west, south), Position(east, south), Position(east, north), Position(west, north),
      Position(west, south),
    ]
  }

  static func square(_ rings: [[Position]], named name: String = "A") -> NamedArea {
    NamedArea(.region, name, PolygonColumn(rings.map { [[$0]] }))
  }

  static func contacts(
    _ line: [Position], _ areas: [NamedArea], zone: Double = 1000
  ) async throws -> [CrossedArea] {
    try await AreaContacts(areas).contacts(of: plan([line]), zone: zone)
  }

  static func metres(_ a: Position, _ b: Position) -> Double {
    LengthMeasure.geodesic.distance(a, b)
  }

  // MARK: - Worked cases

  @Test func `a line through an area passes in and out, and is near before and behind it`()
    async throws
  {
    let line = [Position(60.5, 44.9), Position(60.5, 46.1)]
    let area = try #require(
      try await Self.contacts(line, [Self.square([Self.ring(60, 45, 61, 46)])]).first)
    #expect(area.entries == 1 && area.exits == 1)
    #expect(abs(area.insideLength - Self.metres(Position(60.5, 45), Position(60.5, 46))) < 0.01)
    #expect(area.boundaryLength == 0)
    #expect(abs(area.nearLength - 2000) < 4)
    #expect(area.stretches.map(\.place) == [.near, .inside, .near])
    #expect(area.crossings[0].position == Position(60.5, 45))
    #expect(area.crossings.map(\.isEntry) == [true, false])
    #expect(abs(area.stretches[0].from - (area.crossings[0].chainage - 1000)) < 2)
  }

  @Test func `a line along a boundary is on it, and beyond the corner near`() async throws {
    let line = [Position(60.2, 46), Position(61.1, 46)]
    let area = try #require(
      try await Self.contacts(line, [Self.square([Self.ring(60, 45, 61, 46)])]).first)
    #expect(area.insideLength == 0 && area.crossings.isEmpty)
    #expect(abs(area.boundaryLength - Self.metres(Position(60.2, 46), Position(61, 46))) < 1)
    #expect(abs(area.nearLength - 1000) < 2)
    #expect(area.stretches.map(\.place) == [.boundary, .near])
  }

  @Test func `an area that is touched in a place is near, and not crossed`() async throws {
    let line = [Position(60.9, 46.1), Position(61, 46), Position(61.1, 46.1)]
    let area = try #require(
      try await Self.contacts(line, [Self.square([Self.ring(60, 45, 61, 46)])]).first)
    #expect(area.insideLength == 0 && area.boundaryLength == 0 && area.crossings.isEmpty)
    #expect(area.stretches.map(\.place) == [.near])
    #expect(
      try await Self.contacts(line, [Self.square([Self.ring(60, 45, 61, 46)])], zone: 0).isEmpty)
  }

  @Test func `an area beside the line is near where the distance says so`() async throws {
    let line = [Position(59, 46.008), Position(62, 46.008)]
    let areas = [Self.square([Self.ring(60, 45, 61, 46)])]
    let gap = Self.metres(Position(60.5, 46.008), Position(60.5, 46))
    #expect(try await Self.contacts(line, areas, zone: gap - 5).isEmpty)
    let near = try #require(try await Self.contacts(line, areas, zone: 2000).first)
    let beyond = (2000 * 2000 - gap * gap).squareRoot()
    let along = Self.metres(Position(60, 46.008), Position(61, 46.008))
    #expect(abs(near.nearLength / (along + 2 * beyond) - 1) < 0.002)
  }

  @Test func `the features of one area are its union`() async throws {
    let line = [Position(59.5, 45.5), Position(62.5, 45.5)]
    let rings = [
      Self.ring(60, 45, 61, 46), Self.ring(61, 45, 62, 46), Self.ring(60.5, 45, 61.5, 46),
    ]
    let area = try #require(try await Self.contacts(line, [Self.square(rings)]).first)
    #expect(area.entries == 1 && area.exits == 1)
    #expect(area.stretches.map(\.place) == [.near, .inside, .near])
    let two = try await Self.contacts(
      line, [Self.square([rings[0]]), Self.square([rings[1]], named: "B")])
    #expect(two.map(\.name) == ["A", "B"])
    #expect(two.map(\.entries) == [1, 1])
    #expect(abs(two[0].insideLength + two[1].insideLength - area.insideLength) < 0.01)
  }

  @Test func `a plan within an area neither enters nor leaves it`() async throws {
    let area = try #require(
      try await Self.contacts(
        [Position(60.2, 45.2), Position(60.8, 45.8)], [Self.square([Self.ring(60, 45, 61, 46)])]
      ).first)
    #expect(area.crossings.isEmpty && area.nearLength == 0)
    #expect(area.stretches.count == 1)
  }

  // MARK: - Against a second implementation

  /// Whether a place lies in a ring, by counting the edges north of it.
  static func contains(_ ring: [Position], _ p: Position) -> Bool {
    zip(ring, ring.dropFirst()).count { a, b in
      (a.x > p.x) != (b.x > p.x) && a.y + (p.x - a.x) / (b.x - a.x) * (b.y - a.y) > p.y
    } % 2 == 1
  }

  /// The distance to a ring on the ellipsoid, by halving every edge around its nearest place.
  static func distance(_ ring: [Position], _ p: Position, limit: Double) -> Double {
    zip(ring, ring.dropFirst()).reduce(.infinity) { least, edge in
      func place(_ t: Double) -> Position {
        Position(
          edge.0.x + t * (edge.1.x - edge.0.x), edge.0.y + t * (edge.1.y - edge.0.y))
      }
      guard metres(place(0.5), p) - metres(edge.0, edge.1) / 2 < 2 * limit else { return least }
      var (low, high) = (0.0, 1.0)
      for _ in 0..<40 {
        let (left, right) = (low + (high - low) / 3, high - (high - low) / 3)
        if metres(place(left), p) < metres(place(right), p) { high = right } else { low = left }
      }
      return min(least, metres(place((low + high) / 2), p))
    }
  }

  @Test(arguments: UInt64(1)...30)
  func `places of the plan are where a second implementation sees them`(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    var ring = (0..<14).map { corner in
      let angle = 2 * Double.pi * Double(corner) / 14
      let radius = Double.random(in: 0.05...0.3, using: &random)
      return Position(60 + 1.4 * radius * cos(angle), 45 + radius * sin(angle))
    }
    ring.append(ring[0])
    let line = (0..<5).map { _ in
      Position(
        Double.random(in: 59.6...60.4, using: &random),
        Double.random(in: 44.7...45.3, using: &random))
    }
    let zone = [500.0, 1000, 5000][Int(seed % 3)]
    let found = try await Self.contacts(line, [Self.square([ring])], zone: zone).first
    let column = LineColumn([[line]])
    let chainage = Chainage(column, by: .geodesic)
    for _ in 0..<150 {
      let at = Double.random(in: 0...chainage.lengths[0], using: &random)
      let p = column.position(at: at, ofRow: 0, chainage)
      let place = found?.stretches.first { $0.from <= at && at <= $0.to }?.place
      let distance = Self.distance(ring, p, limit: zone)
      if distance < 1 || abs(distance / zone - 1) < 0.003 { continue }
      let expected: CrossedArea.Place? =
        Self.contains(ring, p) ? .inside : (distance < zone ? .near : nil)
      #expect(place == expected, "at \(at) m, \(distance) m from the boundary")
    }
  }

  @Test func `lengths do not depend on the number of jobs or on vertices between`() async throws {
    let ring = Self.ring(60, 45, 60.3, 45.3)
    let ends = [Position(59.9, 44.95), Position(60.4, 45.4)]
    let dense = (0...5000).map { index in
      let t = Double(index) / 5000
      return Position(
        ends[0].x + t * (ends[1].x - ends[0].x), ends[0].y + t * (ends[1].y - ends[0].y))
    }
    let areas = [Self.square([ring])]
    let few = try #require(try await Self.contacts(ends, areas).first)
    let many = try #require(try await Self.contacts(dense, areas).first)
    #expect(few.stretches.map(\.place) == many.stretches.map(\.place))
    #expect(abs(few.insideLength / many.insideLength - 1) < 1e-4)
    #expect(abs(few.nearLength - many.nearLength) < 10)
    let jobs = try await AreaContacts(areas, jobs: 4)
      .contacts(of: Self.plan([dense]), zone: 1000, jobs: 4)
    #expect(jobs == [many])
  }
}
