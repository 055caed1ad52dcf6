internal import Connectivity
internal import Formats
internal import Geometry
internal import Landscape
internal import Overlay
package import Permeability

/// The work of an atlas: everything that was read, divided into units.
package struct AtlasPlan: Sendable {
  package let configuration: AtlasConfiguration
  package let data: AtlasData
  /// The units, in the order of the edition.
  package private(set) var units: [WorkUnit] = []
  /// The ids of the species that are covered.
  package let species: [String]
  package let model: BarrierModel
  /// The ranges and regions with the barriers that meet them, and the countries.
  package let rows: UnitAreas
  private let repeats: [RepeatedSegments.Repetition]

  /// Divides the work.
  ///
  /// - Parameters:
  ///   - configuration: What is wanted.
  ///   - data: What was read.
  ///   - jobs: The greatest number of steps in work at once.
  /// - Throws: `badData` where a region that is asked for is not there, or there is no range at all;
  ///   `CancellationError`.
  package init(
    _ configuration: AtlasConfiguration, _ data: AtlasData, jobs: Int
  ) async throws {
    let wanted = configuration.species
    species = data.ranges.names.filter { wanted.isEmpty || wanted.contains($0) }.sorted()
    guard !species.isEmpty else {
      throw FormatError(
        .badData, "\(configuration.name): there is no range of any species to compute",
        help: "`kulan inspect` shows how the files of sources.ranges are read")
    }
    (self.configuration, self.data) = (configuration, data)
    model = try configuration.barrierModel(for: species)
    rows = try await UnitAreas(
      data, species: species, regions: Self.regions(configuration, data), jobs: jobs)
    var repeated = RepeatedSegments()
    repeats = repeated.add(
      data.ground.network.lines,
      groups: data.ground.list.designs.map {
        BarrierClass.allCases.firstIndex(of: $0.barrierClass) ?? 0
      })
    units = try await plannedUnits(jobs: jobs)
  }

  /// The numbers of the regions that are asked for.
  private static func regions(
    _ configuration: AtlasConfiguration, _ data: AtlasData
  ) throws(FormatError) -> [Int] {
    if configuration.regions.isEmpty { return Array(data.regions.names.indices) }
    var numbers: [Int] = []
    for name in configuration.regions {
      guard let number = data.regions.names.firstIndex(of: name) else {
        throw FormatError(
          .badData, "\(configuration.name): regions names '\(name)', which no source has",
          help: nearest(to: name, in: data.regions.names).map { "did you mean '\($0)'?" }
            ?? "the sources have \(data.regions.names.prefix(5).joined(separator: ", "))…")
      }
      numbers.append(number)
    }
    return numbers
  }

  private func plannedUnits(jobs: Int) async throws -> [WorkUnit] {
    let places = data.scenarios.indices.flatMap { scenario in
      rows.areas.indices.map { (scenario: scenario, area: $0) }
    }
    var hashes: [UnitSubject: String] = [:]
    for area in rows.areas { hashes[area.subject] = parameters(of: area.subject) }
    let parameters = hashes
    return try await mapChunks(of: places.count, size: 1, jobs: jobs) { numbers in
      try numbers.map { number in
        try Task.checkCancellation()
        let (scenario, area) = places[number]
        let inputs = inputs(scenario: scenario, area: area)
        return WorkUnit(
          subject: inputs.subject, scenario: inputs.scenario,
          identity: UnitIdentity(
            data: inputs.fingerprint, parameters: parameters[inputs.subject] ?? "",
            program: AtlasProgram.revision),
          size: inputs.size, scenarioNumber: scenario, areaNumber: area)
      }
    }.flatMap(\.self)
  }

  /// The hash of the model and the settings, as far as they concern a unit.
  private func parameters(of subject: UnitSubject) -> String {
    var print = Fingerprint()
    guard let species = subject.species else { return print.text }
    for row in model.scorer.parameters.rows where row.species == nil || row.species == species {
      print.add([
        row.species ?? "", row.topic, row.name, String(reflecting: row.value), row.grade.rawValue,
      ])
    }
    print.add(model.overrides.fingerprint)
    print.add(String(reflecting: model.scorer.seasons))
    print.add(configuration.model.isOnMigrationFront ? 1 : 0)
    print.add(String(reflecting: configuration.ranges))
    return print.text
  }

  /// Everything that a unit depends on.
  func inputs(of unit: WorkUnit) -> UnitInputs {
    inputs(scenario: unit.scenarioNumber, area: unit.areaNumber)
  }

  private func inputs(scenario number: Int, area index: Int) -> UnitInputs {
    let (ground, scenario, area) = (data.ground, data.scenarios[number], rows.areas[index])
    let present = ground.withNeighbours(area.rows) {
      scenario.design(of: $0, in: ground.list.designs) != nil
    }
    let box = area.box
    let barriers = ground.list.subset(present) {
      scenario.design(of: $0, in: ground.list.designs) ?? ground.list.designs[$0]
    }
    var lines = LineColumn()
    for row in present { lines.append(row, of: ground.network.lines) }
    let numbers = Dictionary(uniqueKeysWithValues: present.enumerated().map { ($1, $0) })
    let regions = area.subject.species == nil ? [] : rows.areas.filter { $0.subject.species == nil }
    return UnitInputs(
      subject: area.subject, scenario: scenario.name, area: area.polygons,
      regions: regions.filter { $0.box.meets(box) }.map {
        NamedArea(name: $0.name, polygons: $0.polygons)
      },
      countries: rows.countries.filter { $0.box.meets(box) }.map {
        NamedArea(name: $0.name, polygons: $0.polygons)
      },
      barriers: barriers, lines: lines, bundles: ground.network.bundles.subset(present),
      wholeLines: ground.lines.subset(present),
      passages: present.enumerated().reduce(into: [:]) {
        $0[$1.offset] = ground.passages[$1.element]
      },
      repeats: repeats.moved(numbers, from: ground.network.lines, to: lines))
  }

  /// Computes a unit.
  ///
  /// - Throws: `CancellationError`.
  package func result(of unit: WorkUnit, jobs: Int) async throws -> UnitResult {
    try await inputs(of: unit).result(model, configuration.ranges, jobs: jobs)
  }
}

extension [RepeatedSegments.Repetition] {
  /// The repeated parts of lines that were copied into another column, where what they repeat is there
  /// as well.
  ///
  /// - Parameters:
  ///   - numbers: The new row of every line that was copied.
  ///   - old: The column in which repetitions were found.
  ///   - new: The other column.
  /// - Returns: The parts by new row.
  fileprivate func moved(
    _ numbers: [Int: Int], from old: LineColumn, to new: LineColumn
  ) -> [Int: [LinePart]] {
    var parts: [Int: [LinePart]] = [:]
    for repetition in self {
      guard let row = numbers[repetition.row], numbers[repetition.earlier] != nil else { continue }
      let (first, start) = (
        old.paths.vertices(of: old.pathIndices(of: repetition.row).lowerBound).lowerBound,
        new.paths.vertices(of: new.pathIndices(of: row).lowerBound).lowerBound
      )
      func moved(_ place: CutPosition) -> CutPosition {
        CutPosition(
          segment: place.segment - first + start, fraction: place.fraction,
          position: place.position)
      }
      parts[row, default: []] += repetition.parts.map {
        LinePart(from: moved($0.from), to: moved($0.to))
      }
    }
    return parts
  }
}

extension AtlasPlan {
  /// The barriers that meet any range or region, ascending.
  var rowsInAnyArea: [Int] { Set(rows.areas.flatMap(\.rows)).sorted() }

  /// The regions that are covered.
  var regions: [UnitAreas.Area] { rows.areas.filter { $0.subject.species == nil } }
}
