public import Atlas
internal import Connectivity
internal import Formats
public import Geometry
internal import Landscape
internal import Permeability

/// An atlas that was read: what plans are checked against.
public struct LoadedAtlas: Sendable {
  package let plan: AtlasPlan
  package let build: AtlasBuild
  /// The number of the scenario that is today.
  package let today: Int

  /// Reads an atlas.
  ///
  /// - Parameters:
  ///   - configuration: What it is made of.
  ///   - scenario: The name of the scenario that is today; nil for the first.
  ///   - stores: The folders of stored results, the one to write to first; none for that of the
  ///     configuration.
  ///   - jobs: The greatest number of steps in work at once.
  ///   - progress: Called with the part of all sources that has been read, and the number of features.
  /// - Throws: What is wrong with the configuration or a source; `usage` for a scenario that it does not
  ///   have; `CancellationError`.
  public init(
    _ configuration: AtlasConfiguration, scenario: String? = nil, stores: [String] = [],
    jobs: Int = 1, progress: (_ fraction: Double, _ count: Int) -> Void = { _, _ in }
  ) async throws {
    let data = try await withoutActuallyEscaping(progress) { progress in
      try await AtlasReader(configuration, jobs: jobs, progress: progress).read()
    }
    today = try Self.number(of: scenario, among: data.scenarios.map(\.name))
    plan = try await AtlasPlan(configuration, data, jobs: jobs)
    build = AtlasBuild(
      plan, store: UnitStore(folders: stores.isEmpty ? [configuration.outputs.units] : stores))
  }

  private static func number(
    of scenario: String?, among names: [String]
  ) throws(FormatError) -> Int {
    guard let scenario else { return 0 }
    if let number = names.firstIndex(of: scenario) { return number }
    throw FormatError(
      .usage, "the atlas has no scenario '\(scenario)'",
      help: nearest(to: scenario, in: names).map { "did you mean \($0)?" }
        ?? "its scenarios are \(names.joined(separator: ", "))")
  }

  /// The name of the scenario that is today.
  public var scenario: String { plan.data.scenarios[today].name }
  /// The title of the atlas.
  public var title: String { plan.configuration.title }
  /// The day of its edition as ISO 8601 text.
  public var date: String { plan.configuration.date }
  /// Whether any of its data are drawings and no survey.
  public var isSchematic: Bool { plan.isSchematic }
  /// The ids of the species whose ranges it has.
  public var species: [String] { plan.species }
  /// The names of its regions.
  public var regions: [String] { plan.regionAreas.map(\.name) }
  /// What a reader should know of its data.
  public var warnings: [String] { plan.data.warnings }

  /// The box around all ranges and regions, in degrees.
  public var extent: Box {
    plan.rows.areas.reduce(into: Box.empty) { $0.formUnion($1.box) }
  }

  /// The ranges.
  var ranges: [UnitAreas.Area] { plan.rows.areas.filter { $0.subject.species != nil } }

  /// All areas that plans may meet.
  var areas: [NamedArea] {
    plan.rows.areas.map { area in
      NamedArea(area.subject.species == nil ? .region : .range, area.name, area.polygons)
    } + plan.rows.countries.map { NamedArea(.country, $0.name, $0.polygons) }
  }

  /// Within what distance of a line its effects are felt, in metres: `effect_zone` of the model.
  package var effectDistance: Double {
    plan.model.scorer.parameters.effectZone?.value.central ?? 1000
  }

  /// The unit of the range of a species today.
  func unit(of species: String) -> WorkUnit? {
    plan.units.first { $0.subject == .range(species: species) && $0.scenario == scenario }
  }
}
