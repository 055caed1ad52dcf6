internal import Connectivity
package import Formats
internal import Geometry
internal import Permeability

/// The tables that a work unit makes.
package struct UnitResult: Sendable {
  /// The rows of each table; tables that the unit has nothing for are absent.
  package var tables: [AtlasTable: FeatureBatch] = [:]
}

extension UnitInputs {
  /// Computes the tables.
  ///
  /// - Parameters:
  ///   - model: How barriers are scored.
  ///   - settings: What is computed.
  ///   - jobs: The greatest number of steps in work at once; the result does not depend on it.
  /// - Returns: The tables.
  /// - Throws: `CancellationError`.
  func result(_ model: BarrierModel, _ settings: RangeSettings, jobs: Int) async throws
    -> UnitResult
  {
    let mosaic = try await UnitMosaic(self, jobs: jobs)
    guard let species = subject.species else {
      return UnitResult(tables: [.summary: UnitSummary(mosaic, nil).rows()])
    }
    let present = RangeScenario(scenario, isPresent: Array(repeating: true, count: barriers.count))
    let known = RangeBarriers(
      barriers, try await BarrierNetwork(lines, bundles: bundles, jobs: jobs), wholeLines,
      passages: passages, scenarios: [present], model, season: settings.season)
    let study = try await RangeRows(
      range: area, of: species, regions: (regions.map(\.name), regionColumn), known, model,
      settings, jobs: jobs)
    let scores = PieceScores(study)
    let rows = UnitRows(mosaic: mosaic, scores: scores)
    var result = UnitResult(tables: [
      .pieces: rows.pieces(), .crossings: rows.crossings(),
      .passages: rows.passages(model.scorer), .summary: UnitSummary(mosaic, scores).rows(),
    ])
    let found = try await study.measured(present, study.chords(jobs: jobs), jobs: jobs)
    result.tables[.connectivity] = Self.batch(.connectivity, found.connectivity)
    result.tables[.importance] = Self.batch(.importance, found.importance)
    result.tables[.patches] = try await study.patches(present, jobs: jobs)
    return result
  }

  /// The regions, a row for each name.
  private var regionColumn: PolygonColumn {
    regions.reduce(into: PolygonColumn()) { column, region in
      for row in 0..<region.polygons.count { column.append(partsOf: row, of: region.polygons) }
      column.endRow()
    }
  }

  private static func batch(_ table: AtlasTable, _ rows: [[Value]]) -> FeatureBatch {
    var batch = FeatureBatch(fields: table.fields)
    for row in rows {
      batch.geometry.appendNone()
      batch.append(row)
    }
    return batch
  }
}
