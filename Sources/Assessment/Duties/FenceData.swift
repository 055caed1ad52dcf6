internal import Atlas
internal import Connectivity
internal import Geometry
internal import Landscape
internal import Overlay
internal import Permeability

/// In which countries an atlas has fences.
///
/// A fence counts for a country where its attribute says so, or where it runs in the polygon of the
/// country or along its boundary.
struct FenceData {
  private let barriers: BarrierList
  private let lines: LineColumn
  /// The barriers that are fences, by the rows of ``lines``.
  private let fences: [Int]
  private let areas: [UnitAreas.Area]

  init(_ atlas: LoadedAtlas) {
    let ground = atlas.plan.data.ground
    (barriers, lines, areas) = (ground.list, ground.network.lines, atlas.plan.rows.countries)
    fences = ground.list.designs.indices.filter {
      ground.list.designs[$0].barrierClass.family == .fence
    }
  }

  /// Finds countries without fences.
  ///
  /// - Parameters:
  ///   - names: The names of countries, as their layer or the attributes of lines have them.
  ///   - jobs: The greatest number of steps in work at once.
  /// - Returns: Those of the names in whose countries there is no fence.
  /// - Throws: `CancellationError`.
  func without(_ names: [String], jobs: Int) async throws -> [String] {
    var found: [String] = []
    for name in names {
      let code = Country.named(name)?.alpha2
      let isNamed = fences.contains { fence in
        code != nil && barriers.designs[fence].country == code
      }
      if isNamed { continue }
      if try await hasFence(inAreaNamed: name, jobs: jobs) { continue }
      found.append(name)
    }
    return found
  }

  private func hasFence(inAreaNamed name: String, jobs: Int) async throws -> Bool {
    guard let area = areas.first(where: { $0.name == name }) else { return false }
    var near = LineColumn()
    let box = area.box
    for fence in fences where lines.box(of: fence).meets(box) {
      near.append(pathsOf: fence, of: lines)
      near.endRow()
    }
    if near.count == 0 { return false }
    let overlay = try await PolygonOverlay(area.polygons, measuredBy: .geodesic, jobs: jobs)
    return try await !overlay.cut(near, jobs: jobs).meetings.isEmpty
  }
}
