internal import Connectivity
internal import Formats
internal import Geometry
internal import Landscape
internal import Overlay
internal import Permeability

/// Everything that `kulan connectivity` reads of ranges and barriers.
struct RangeInputs: Sendable {
  private(set) var ranges = NamedPolygons()
  private(set) var regions = NamedPolygons()
  /// The regions, a row for each name.
  private(set) var regionColumn = PolygonColumn()
  private(set) var barriers = BarrierList()
  private(set) var passages: BarrierPassages?
  private(set) var routes = LineColumn()
  private(set) var routeIDs: [String] = []
  private(set) var records: [InputRecord] = []

  /// Reads all inputs, and nothing but their headers for a dry run.
  init(_ request: RangeRequest, on console: Console) async throws {
    if request.isDryRun {
      records = try request.inputs.flatMap { try InputSideReader($0, by: []).records }
      return
    }
    let progress = Progress("reading", unit: "features", on: console)
    defer { progress.finish() }
    try await read(request.ranges, progress) { inputs, batch in
      let species = batch.texts("species")
      inputs.ranges.add(
        batch.features.geometry,
        names: batch.features.column("species") != nil
          ? species : try request.onlySpecies(count: batch.features.count))
    }
    try await read(request.regions, progress) { inputs, batch in
      let names = request.regions.idColumn == nil ? batch.texts("name") : []
      inputs.regions.add(
        batch.features.geometry,
        names: batch.ids.indices.map {
          (names.isEmpty ? nil : names[$0]) ?? batch.ids[$0].description
        })
    }
    try await read(request.barriers, progress) { inputs, batch in
      inputs.barriers.add(
        batch, settings: request.model.settings, rebuilding: request.model.rebuilding)
    }
    try await read(request.routes, progress) { inputs, batch in
      for row in 0..<batch.features.count {
        inputs.routes.append(
          batch.features.geometry.slots[row], of: batch.features.geometry.lines)
        inputs.routeIDs.append(batch.ids[row].description)
      }
    }
    regionColumn = regions.column
    if let wanted = request.passages { passages = try await BarrierPassages(wanted.input) }
  }

  private mutating func read(
    _ side: InputSide, _ progress: Progress,
    _ take: (inout RangeInputs, InputBatch) throws -> Void
  ) async throws {
    if side.queries.isEmpty { return }
    var reader = try InputSideReader(side, by: [])
    var count = 0
    while let batch = try await reader.next() {
      try Task.checkCancellation()
      try take(&self, batch)
      count += batch.features.count
      progress.update(fraction: reader.progress, count: count)
    }
    records += reader.records
  }
}

extension RangeRequest {
  /// The species of ranges that do not say whose they are.
  fileprivate func onlySpecies(count: Int) throws(UserError) -> [String?] {
    if namedSpecies, model.species.count == 1 {
      return Array(repeating: model.species[0], count: count)
    }
    throw UserError(
      .badData, "--ranges has no column from which the species could be known",
      help: "name the one species with --species, or use the columns of the IUCN Red List")
  }
}
