internal import Atlas
internal import Formats

/// A configuration that was read and planned: what the commands of `kulan atlas` begin with.
struct AtlasRun {
  let build: AtlasBuild
  /// How long everything took so far.
  private(set) var times = StageTimes()
  private let jobs: Int
  private let console: Console

  var plan: AtlasPlan { build.plan }

  /// Reads a configuration and all its sources.
  ///
  /// - Parameters:
  ///   - configuration: What is wanted.
  ///   - stores: The folders of stored results, the one to write to first; none for that of the
  ///     configuration.
  ///   - jobs: The greatest number of steps in work at once.
  ///   - console: Where progress is drawn.
  /// - Throws: What is wrong with the configuration or a source; `CancellationError`.
  init(
    _ configuration: AtlasConfiguration, stores: [String], jobs: Int, on console: Console
  ) async throws {
    let progress = Progress("reading", unit: "features", on: console)
    defer { progress.finish() }
    let data = try await times.measure("read") {
      try await AtlasReader(configuration, jobs: jobs) {
        progress.update(fraction: $0, count: $1)
      }.read()
    }
    let plan = try await times.measure("planned") {
      try await AtlasPlan(configuration, data, jobs: jobs)
    }
    build = AtlasBuild(
      plan, store: UnitStore(folders: stores.isEmpty ? [configuration.outputs.units] : stores))
    (self.jobs, self.console) = (jobs, console)
  }

  /// Computes and stores units.
  mutating func compute(_ units: [WorkUnit]) async throws {
    if units.isEmpty { return }
    let (build, jobs) = (build, jobs)
    let progress = Progress("computing", unit: "units", on: console)
    defer { progress.finish() }
    progress.update(fraction: 0, count: 0)
    try await times.measure("computed") {
      try await build.compute(units, jobs: jobs) {
        progress.update(fraction: $0.fraction, count: $0.count)
      }
    }
  }

  /// Writes the edition; all units must be stored.
  mutating func writeEdition(to place: String, overwrite: Bool) async throws {
    let build = build
    let folder = try OutputFolder(place, overwrite: overwrite, names: EditionFile.names)
    let progress = Progress("writing", unit: "parts", on: console)
    defer { progress.finish() }
    try await times.measure("wrote") {
      try await folder.fill {
        let press = EditionPress(build, libraries: Versions.current.parts)
        try press.print(into: folder) { progress.update(fraction: $0, count: Int(100 * $0)) }
      }
    }
  }
}
