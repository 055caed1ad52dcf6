import Formats
import Geometry
import TestSupport
import Testing

@testable import Atlas

@Suite struct BarrierDiffTests {
  private static let road = SketchBarrier(
    id: "1", vertices: [Position(60, 45), Position(60.1, 45), Position(60.2, 45.05)], name: "A1")
  private static let fence = SketchBarrier(
    id: "2", vertices: [Position(62, 45), Position(62, 45.3)], barrierClass: "fence_livestock")
  private static let railway = SketchBarrier(
    id: "3", vertices: [Position(64, 45), Position(64.4, 45.1)], barrierClass: "rail_unfenced")
  private static let all = [road, fence, railway]

  private func diff(
    _ old: [SketchBarrier], _ new: [SketchBarrier], isOtherProgram: Bool = false
  ) async throws -> BarrierDiff {
    try await BarrierDiff(
      SketchBarrier.edition(old), SketchBarrier.edition(new), isOtherProgram: isOtherProgram,
      jobs: 2)
  }

  /// The only change.
  private func change(
    _ old: [SketchBarrier], _ new: [SketchBarrier], isOtherProgram: Bool = false
  ) async throws -> BarrierChange {
    let diff = try await diff(old, new, isOtherProgram: isOtherProgram)
    #expect(diff.changes.count == 1)
    return try #require(diff.changes.first)
  }

  @Test func `what is in one edition only was added or removed`() async throws {
    let added = try await change([Self.road, Self.fence], Self.all)
    #expect(added.kind == .added && added.old == nil && added.new == 2)
    let removed = try await change(Self.all, [Self.road, Self.fence])
    #expect(removed.kind == .removed && removed.old == 2 && removed.new == nil)
    #expect(removed.causes == [.data])
  }

  @Test func `what kept its id and not its vertices was moved, and by how far`() async throws {
    var moved = Self.fence
    moved.vertices[1] = Position(62, 45.4)
    let change = try await change(Self.all, [Self.road, moved, Self.railway])
    #expect(change.kind == .moved && change.match == .id)
    // A tenth of a degree of latitude at 45.35°, on the ellipsoid.
    let distance = try #require(change.distance)
    #expect(abs(distance - 11_114) < 5)
  }

  @Test func `other attributes are named, and a design only where nothing else tells`()
    async throws
  {
    var other = Self.road
    (other.barrierClass, other.design) = ("track", "e")
    let reclassified = try await change(Self.all, [other, Self.fence, Self.railway])
    #expect(reclassified.kind == .reclassified && reclassified.changed == ["class"])
    other.barrierClass = "road_paved"
    let design = try await change(Self.all, [other, Self.fence, Self.railway])
    #expect(design.changed == ["design"] && design.causes == [.data])
    let newer = try await change(
      Self.all, [other, Self.fence, Self.railway], isOtherProgram: true)
    #expect(newer.causes == [.data, .program])
  }

  @Test func `the other direction is no change, another id is renumbered`() async throws {
    var turned = Self.road
    turned.vertices.reverse()
    let same = try await diff(Self.all, [turned, Self.fence, Self.railway])
    #expect(same.changes.isEmpty && same.unchanged == [0, 1, 2])
    turned.id = "77"
    let change = try await change(Self.all, [turned, Self.fence, Self.railway])
    #expect(change.kind == .renumbered && change.match == .geometry)
  }

  @Test func `an id that went to another barrier tells nothing`() async throws {
    // The railway has the id of the fence that is gone; no id of the source is stable.
    var railway = Self.railway
    railway.id = "2"
    let diff = try await diff([Self.fence, Self.railway], [railway])
    #expect(diff.changes.map(\.kind) == [.removed, .renumbered])
    var other = Self.fence
    other.vertices = [Position(70, 45), Position(70, 45.3)]
    let reused = try await self.diff([Self.fence], [other])
    #expect(reused.changes.map(\.kind) == [.added, .removed])
  }

  @Test func `a barrier of one name is the same however far it went`() async throws {
    var old = Self.fence
    old.name = "Border fence"
    var new = old
    new.vertices = [Position(70, 45), Position(70, 45.3)]
    let change = try await change([old], [new])
    #expect(change.kind == .moved && change.match == .id)
    #expect(try #require(change.distance) > 600_000)
  }

  @Test func `a line that was drawn anew under another id is found by its course`() async throws {
    var drawn = Self.road
    drawn.id = "w99"
    drawn.vertices = [
      Position(60.0002, 45.0001), Position(60.05, 45.0004), Position(60.1, 45),
      Position(60.2, 45.05),
    ]
    let change = try await change(Self.all, [drawn, Self.fence, Self.railway])
    #expect(change.kind == .moved && change.match == .course)
    #expect(try #require(change.distance) < 60)
    // The same course, but of another family.
    drawn.barrierClass = "rail_unfenced"
    let diff = try await diff(Self.all, [drawn, Self.fence, Self.railway])
    #expect(diff.changes.map(\.kind) == [.added, .removed])
  }

  @Test func `of the same road twice both are found`() async throws {
    var twin = Self.road
    twin.id = "9"
    let same = try await diff([Self.road, twin], [twin, Self.road])
    #expect(same.changes.isEmpty)
    let change = try await change([Self.road, twin], [Self.road])
    #expect(change.kind == .removed && change.old == 1)
  }

  @Test func `without barriers nothing changed`() async throws {
    #expect(try await diff([], []).changes.isEmpty)
    #expect(try await diff([], Self.all).changes.count == 3)
  }
}

@Suite struct BarrierDiffLawTests {
  /// A network with a part of its barriers gone, moved, of another class or new.
  private func changed(
    _ network: [SketchBarrier], _ random: inout SeededGenerator
  ) -> [SketchBarrier] {
    var result: [SketchBarrier] = []
    for barrier in network {
      var barrier = barrier
      switch Int.random(in: 0..<8, using: &random) {
      case 0: continue
      case 1: barrier.vertices[0].y += 0.003
      case 2: barrier.barrierClass = "track"
      case 3: barrier.id = "n\(barrier.id)"
      case 4:
        barrier.id = "m\(barrier.id)"
        for vertex in barrier.vertices.indices { barrier.vertices[vertex].y += 0.0003 }
      default: break
      }
      result.append(barrier)
    }
    for number in 0..<3 {
      result.append(
        SketchBarrier(
          id: "a\(number)",
          vertices: [Position(70 + Double(number), 45), Position(70 + Double(number), 45.1)]))
    }
    return result.shuffled(using: &random)
  }

  private func kinds(_ diff: BarrierDiff) -> [String: Int] {
    Dictionary(diff.changes.map { ($0.kind.rawValue, 1) }, uniquingKeysWith: +)
  }

  @Test(arguments: UInt64(1)...6)
  func `an edition does not differ from itself`(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let edition = SketchBarrier.edition(SketchBarrier.network(60, &random))
    let diff = try await BarrierDiff(edition, edition, isOtherProgram: false, jobs: 2)
    #expect(diff.changes.isEmpty && diff.unchanged == Array(0..<60))
  }

  @Test(arguments: UInt64(1)...6)
  func `both ways the same pairs`(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let network = SketchBarrier.network(80, &random)
    let old = SketchBarrier.edition(network)
    let new = SketchBarrier.edition(changed(network, &random))
    let there = try await BarrierDiff(old, new, isOtherProgram: false, jobs: 2)
    let back = try await BarrierDiff(new, old, isOtherProgram: false, jobs: 1)
    var mirrored = kinds(back)
    (mirrored["added"], mirrored["removed"]) = (mirrored["removed"], mirrored["added"])
    #expect(kinds(there) == mirrored)
    func pairs(_ diff: BarrierDiff, _ isTurned: Bool) -> Set<[Int]> {
      Set(
        diff.changes.compactMap { change in
          guard let old = change.old, let new = change.new else { return nil }
          return isTurned ? [new, old] : [old, new]
        })
    }
    #expect(pairs(there, false) == pairs(back, true))
    let distances = [there, back].map { $0.changes.compactMap(\.distance).sorted() }
    #expect(distances[0] == distances[1])
    // Every barrier is in the result once.
    #expect(Set(there.changes.compactMap(\.old)).count + there.unchanged.count == old.count)
    #expect(Set(there.changes.compactMap(\.new) + there.unchanged).count == new.count)
  }

  @Test(arguments: UInt64(1)...6)
  func `shuffled ids are renumbered and nothing else`(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let network = SketchBarrier.network(60, &random)
    let ids = network.map(\.id).shuffled(using: &random)
    let renamed = zip(network, ids).map { barrier, id in
      var barrier = barrier
      barrier.id = id
      return barrier
    }.shuffled(using: &random)
    let diff = try await BarrierDiff(
      SketchBarrier.edition(network), SketchBarrier.edition(renamed), isOtherProgram: false,
      jobs: 2)
    let others = zip(network, ids).count { $0.id != $1 }
    #expect(diff.changes.allSatisfy { $0.kind == .renumbered })
    #expect(diff.changes.count == others && diff.unchanged.count == 60 - others)
  }

  @Test func `the number of jobs changes nothing`() async throws {
    var random = SeededGenerator(seed: 5)
    let network = SketchBarrier.network(80, &random)
    let old = SketchBarrier.edition(network)
    let new = SketchBarrier.edition(changed(network, &random))
    var tables: [FeatureBatch] = []
    for jobs in [1, 3] {
      tables.append(
        ChangeTable.layerRows(try await BarrierDiff(old, new, isOtherProgram: false, jobs: jobs)))
    }
    #expect(tables[0].columns == tables[1].columns && tables[0].geometry == tables[1].geometry)
  }
}
