internal import Atlas
internal import Formats
internal import Landscape

/// What came of a build, for a script or a reader.
struct AtlasResult {
  private let build: AtlasBuild
  private let part: [WorkUnit]
  private let computed: [WorkUnit]
  /// The folder of the edition, once it is there.
  var place: String?
  /// How many stored results were removed.
  var pruned: Int?

  init(_ build: AtlasBuild, part: [WorkUnit], computed: [WorkUnit]) {
    (self.build, self.part, self.computed) = (build, part, computed)
  }

  /// Prints the measures of all ranges, and says where everything is.
  func report(_ times: StageTimes, on console: Console) throws {
    build.plan.data.warnings.forEach(console.warn)
    if console.isJSON { return console.print(json(times).text) }
    if place != nil { console.print(try AtlasSummaryTable(build).table.text) }
    let stored = part.count - computed.count
    console.note(
      "\(counted(part.count, "work unit")): \(computed.count) computed, \(stored) as stored")
    console.note(times.text)
    if let pruned { console.note("\(counted(pruned, "stored result")) removed") }
    if let place {
      console.note("edition: \(place)")
      if build.plan.configuration.outputs.writesHTML {
        console.note("open \(OutputFolder.name(of: EditionFile.page.rawValue, in: place))")
      }
    } else {
      console.note("stored in \(build.store.folder); kulan atlas merge makes the edition")
    }
  }

  /// Says what would be computed, and how long it would take.
  func reportPlan(jobs: Int, place: String?, on console: Console) {
    build.plan.data.warnings.forEach(console.warn)
    if console.isJSON { return console.print(json(nil).text) }
    for source in build.plan.data.sources { console.print(source.plan) }
    for unit in computed {
      console.print("would compute \(unit.label): \(counted(unit.size, "segment"))")
    }
    let seconds = build.estimatedSeconds(computed).map { $0 / Double(max(jobs, 1)) }
    let time =
      seconds.map { " (about \(grouped($0, decimals: 0)) s)" }
      ?? (computed.isEmpty ? "" : " (how long that takes is not known before the first build)")
    console.print(
      "\(computed.count) of \(counted(part.count, "work unit")) to compute\(time), "
        + "\(part.count - computed.count) as stored")
    if let place { console.print("would write the edition to \(place)") }
  }

  /// Everything, with stable names.
  private func json(_ times: StageTimes?) -> JSONValue {
    [
      "schema_version": .integer(1),
      "inputs": .list(build.plan.data.sources.compactMap(\.record), \.json),
      "warnings": .list(build.plan.data.warnings, JSONValue.text),
      "units": .list(part) { unit in
        [
          "unit": .text(unit.slug), "key": .text(unit.identity.key),
          "segments": .integer(unit.size),
          "computed": .boolean(computed.contains { $0.slug == unit.slug }),
        ]
      },
      "store": .text(build.store.folder), "edition": place.map(JSONValue.text) ?? .null,
      "times": times?.json ?? .null,
    ]
  }
}

extension AtlasSourceRecord {
  /// What a dry run says of the source.
  fileprivate var plan: String {
    record.map { "\(role): \($0.place), \(counted($0.used, "feature")) of \($0.read)" }
      ?? "\(role): \(source)"
  }
}
