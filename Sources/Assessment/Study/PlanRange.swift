internal import Atlas
internal import Connectivity
internal import Formats
internal import Geometry
internal import Landscape
internal import Permeability

/// The range of one species with all alternatives: divided once, asked as often as needed.
struct PlanRange: Sendable {
  let species: String
  let barriers: PlannedBarriers
  let rows: RangeRows
  let model: BarrierModel
  let season: String?
  /// The names of the regions that are looked at.
  let regions: [String]
  /// Random movements in the range and in each region.
  let chords: [Int?: RangeChords]

  var study: RangeStudy { rows.study }

  /// Divides a range.
  ///
  /// - Parameters:
  ///   - area: The range.
  ///   - regions: The regions that are looked at.
  ///   - barriers: What lies in it.
  ///   - atlas: What is known of it.
  ///   - jobs: The greatest number of steps in work at once.
  /// - Throws: `CancellationError`.
  init(
    _ area: UnitAreas.Area, regions: [UnitAreas.Area], _ barriers: PlannedBarriers,
    of atlas: AtlasPlan, jobs: Int
  ) async throws {
    var settings = atlas.configuration.ranges
    settings.ranking = .none
    let known = RangeBarriers(
      barriers.list, barriers.network, barriers.lines, passages: barriers.passages,
      scenarios: [barriers.today], atlas.model, season: settings.season)
    let column = regions.reduce(into: PolygonColumn()) { column, region in
      for row in 0..<region.polygons.count { column.append(partsOf: row, of: region.polygons) }
      column.endRow()
    }
    rows = try await RangeRows(
      range: area.polygons, of: area.name, regions: (regions.map(\.name), column), known,
      atlas.model, settings, jobs: jobs)
    chords = try await rows.chords(jobs: jobs)
    (species, self.barriers, model) = (area.name, barriers, atlas.model)
    (season, self.regions) = (settings.season, regions.map(\.name))
  }

  /// Measures a scenario in the range and its regions.
  ///
  /// - Returns: By the name of the region, nil for the whole range.
  func measures(of scenario: RangeScenario, jobs: Int) async throws -> [String?: Connectedness] {
    try await rows.measured(scenario, chords, jobs: jobs).connectivity
      .reduce(into: [:]) { found, values in
        let row = TableRow(RangeTable.connectivity.fields, values)
        found[row.text("region")] = Connectedness(row)
      }
  }
}
