internal import Connectivity
internal import Formats
internal import Geometry
internal import Landscape
internal import Overlay
internal import Permeability

/// Reads the sources of a configuration.
package struct AtlasReader {
  private let configuration: AtlasConfiguration
  private let jobs: Int
  private let progress: (_ fraction: Double, _ count: Int) -> Void
  private var records: [AtlasSourceRecord] = []
  private var warnings: [String] = []
  private var barriers = BarrierList()
  private var sourceNumbers: [Int32] = []
  private var featureCount = 0
  private var done = 0

  /// Prepares to read.
  ///
  /// - Parameters:
  ///   - configuration: What names the sources.
  ///   - jobs: The greatest number of steps in work at once.
  ///   - progress: Called with the part of all sources that has been read, and the number of features.
  package init(
    _ configuration: AtlasConfiguration, jobs: Int,
    progress: @escaping (_ fraction: Double, _ count: Int) -> Void
  ) {
    (self.configuration, self.jobs, self.progress) = (configuration, jobs, progress)
  }

  /// Reads everything.
  ///
  /// - Throws: What is wrong with a source; `CancellationError`.
  package consuming func read() async throws -> AtlasData {
    let ranges = try await polygons(configuration.sources.ranges, "ranges") { source, batch in
      let species = batch.texts("species")
      return source.species.map { only in species.map { $0 ?? only } } ?? species
    }
    let regions = try await polygons(configuration.sources.regions, "regions", Self.names)
    let countries = try await polygons(configuration.sources.countries, "countries") {
      source, batch in
      source.nameColumn == nil
        ? zip(batch.texts("iso_a2"), Self.names(source, batch)).map { $0 ?? $1 }
        : Self.names(source, batch)
    }
    let scenarios = try await readBarriers()
    let passages = try await readPassages()
    let ground = try await BarrierGround(
      barriers, passages: passages, bridgedGaps: configuration.ranges.bridgedGaps,
      bundleDistance: configuration.barrierModel(for: species(of: ranges)).bundleDistance,
      jobs: jobs)
    note(ranges, ground)
    return AtlasData(
      ranges: ranges, regions: regions, countries: countries, ground: ground,
      scenarios: scenarios ?? ground.usualScenarios.map(AtlasScenario.init(usual:)),
      sourceNumbers: sourceNumbers, sources: records, warnings: warnings)
  }

  /// The ids of the species that are covered.
  private func species(of ranges: NamedPolygons) -> [String] {
    let wanted = configuration.species
    return ranges.names.filter { wanted.isEmpty || wanted.contains($0) }.sorted()
  }

  private static func names(
    _ source: AtlasConfiguration.Source, _ batch: InputBatch
  ) -> [String?] {
    let names = batch.texts(source.nameColumn ?? "name")
    return batch.ids.indices.map { names[$0] ?? batch.ids[$0].description }
  }

  private mutating func polygons(
    _ sources: [AtlasConfiguration.Source], _ role: String,
    _ names: (AtlasConfiguration.Source, InputBatch) -> [String?]
  ) async throws -> NamedPolygons {
    var found = NamedPolygons()
    try await read(sources, role, .polygons) { _, source, batch, _ in
      found.add(batch.features.geometry, names: names(source, batch))
    }
    if found.withoutName > 0 {
      warnings.append(
        "\(counted(found.withoutName, "feature")) of \(role) left out: of no species of the registry"
      )
    }
    return found
  }

  /// Reads all barriers; the result is nil where the configuration names no scenarios.
  private mutating func readBarriers() async throws -> [AtlasScenario]? {
    var scenarios = try ScenarioReader(configuration.scenarios)
    try await read(configuration.sources.barriers, "barriers", .lines) {
      reader, source, batch, number in
      let before = reader.barriers.features
      reader.barriers.add(batch, settings: source.designSettings, rebuilding: { $0 })
      let rows = (before..<reader.barriers.features).map { reader.barriers.row(ofFeature: $0) }
      scenarios.add(batch, source.designSettings, rows: rows)
      reader.sourceNumbers += Array(
        repeating: Int32(truncatingIfNeeded: number), count: rows.count { $0 != nil })
    }
    return configuration.scenarios == nil ? nil : scenarios.results
  }

  /// Reads the files of some sources, and hands on every batch with the number of its record.
  private mutating func read(
    _ sources: [AtlasConfiguration.Source], _ role: String, _ kind: InputSide.Side,
    _ take: (inout AtlasReader, AtlasConfiguration.Source, InputBatch, Int) throws -> Void
  ) async throws {
    let prefixes = Self.prefixes(sources.flatMap(\.files))
    var next = 0
    for source in sources {
      for query in source.queries(of: kind == .lines ? .line : .polygon) {
        var query = query
        query.cleaning.jobs = jobs
        let side = InputSide(
          side: kind, queries: [query], idColumn: source.idColumn, profile: source.profile)
        var reader = try InputSideReader(side, by: [])
        while var batch = try await reader.next() {
          try Task.checkCancellation()
          if let prefix = prefixes[next] {
            batch.ids = batch.ids.map { .text("\(prefix)/\($0)") }
          }
          try take(&self, source, batch, records.count)
          featureCount += batch.features.count
          show(reader.progress)
        }
        records.append(
          AtlasSourceRecord(
            key: source.key, role: role, source: query.source, name: prefixes[next] ?? "",
            credit: source.credit, licence: source.licence, isSchematic: source.isSchematic,
            record: reader.records.first))
        next += 1
        done += 1
      }
    }
  }

  private func show(_ part: Double) {
    let count = configuration.sources.all.reduce(0) { $0 + $1.files.count }
    progress((Double(done) + part) / Double(max(count, 1)), featureCount)
  }

  /// What ids of every file begin with, so that they differ: the stem of its name, or the whole of it
  /// where that is not enough; nothing where there is but one file.
  private static func prefixes(_ files: [SourceSpec]) -> [String?] {
    if files.count < 2 { return files.map { _ in nil } }
    let stems = files.map { file in
      let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
      return (name.split(separator: ".").first.map(String.init) ?? name)
        + (file.layer.map { ":\($0)" } ?? "")
    }
    return stems.indices.map { index in
      stems.count { $0 == stems[index] } == 1 ? stems[index] : files[index].description
    }
  }

  private mutating func readPassages() async throws -> BarrierPassages? {
    guard let input = configuration.passages else { return nil }
    let passages = try await BarrierPassages(input)
    for source in configuration.sources.passages {
      for file in source.files {
        records.append(
          AtlasSourceRecord(
            key: source.key, role: "passages", source: file, name: "", credit: source.credit,
            licence: source.licence, isSchematic: source.isSchematic, record: nil))
      }
    }
    warnings += passages.faults.map {
      "\(counted($0.count, "passage counts", "passages count")) nothing: \($0.reason)"
    }
    return passages
  }

  private mutating func note(_ ranges: NamedPolygons, _ ground: BarrierGround) {
    for record in records {
      warnings += record.record?.warnings ?? []
    }
    if ground.list.withoutClass > 0 {
      warnings.append(
        "\(counted(ground.list.withoutClass, "feature")) left out: no barrier by its attributes")
    }
    if configuration.ranges.bridgedGaps == nil, ground.gaps > 0 {
      warnings.append(
        "\(counted(ground.gaps, "end")) of barriers within \(Int(RangeSettings.usualGap)) m of a line "
          + "of their kind that they do not meet: patches leak there; "
          + "settings.bridge_gaps_m: \(Int(RangeSettings.usualGap)) closes such gaps, if they are no "
          + "real ones")
    }
    let missing = configuration.species.filter { !ranges.names.contains($0) }
    if !missing.isEmpty { warnings.append("no range of \(missing.joined(separator: ", "))") }
  }
}

extension AtlasScenario {
  /// One of the scenarios that there are where nobody names any.
  fileprivate init(usual scenario: RangeScenario) {
    let isBaseline = scenario.name == "baseline"
    self.init(
      scenario.name,
      description: isBaseline
        ? "what exists and is under construction" : "with everything that is planned",
      statuses: isBaseline
        ? AtlasConfiguration.Scenario.usualStatuses : Set(BarrierStatus.allCases))
  }
}
