internal import Atlas
internal import Formats
internal import Landscape

/// What came of a build, for a script or a reader.
struct AtlasResult {
  private let run: AtlasRun
  private let part: [WorkUnit]
  private let computed: [WorkUnit]
  /// The folder of the edition, once it is there.
  var place: String?
  /// How many stored results were removed.
  var pruned: Int?

  init(_ run: AtlasRun, part: [WorkUnit], computed: [WorkUnit]) {
    (self.run, self.part, self.computed) = (run, part, computed)
  }

  /// Prints the measures of all ranges, and says where everything is.
  func report(on console: Console) {
    run.plan.data.warnings.forEach(console.warn)
    if console.isJSON { return console.print(json.text) }
    if place != nil { console.print(AtlasSummaryTable(run.build).table.text) }
    let stored = part.count - computed.count
    console.note(
      "\(counted(part.count, "work unit")): \(computed.count) computed, \(stored) as stored")
    if let pruned { console.note("\(counted(pruned, "stored result")) removed") }
    if let place {
      console.note("edition: \(place)")
      if run.plan.configuration.outputs.writesHTML {
        console.note("open \(OutputFolder.name(of: EditionFile.page.rawValue, in: place))")
      }
    } else {
      console.note("stored in \(run.build.store.folder); kulan atlas merge makes the edition")
    }
  }

  /// Says what would be computed, and how long it would take.
  func reportPlan(jobs: Int, place: String?, on console: Console) {
    run.plan.data.warnings.forEach(console.warn)
    if console.isJSON { return console.print(json.text) }
    for source in run.plan.data.sources { console.print(source.plan) }
    for unit in computed {
      console.print("would compute \(unit.label): \(counted(unit.size, "segment"))")
    }
    let seconds = run.build.estimatedSeconds(computed).map { $0 / Double(max(jobs, 1)) }
    let time = seconds.map { ", about \(grouped($0, decimals: 0)) s" } ?? ""
    console.print(
      "\(computed.count) of \(counted(part.count, "work unit")) to compute\(time), "
        + "\(part.count - computed.count) as stored")
    if let place { console.print("would write the edition to \(place)") }
  }

  /// Everything, with stable names.
  private var json: JSONValue {
    [
      "schema_version": .integer(1),
      "inputs": .list(run.plan.data.sources.compactMap(\.record), \.json),
      "warnings": .list(run.plan.data.warnings, JSONValue.text),
      "units": .list(part) { unit in
        [
          "unit": .text(unit.slug), "key": .text(unit.identity.key),
          "segments": .integer(unit.size),
          "computed": .boolean(computed.contains { $0.slug == unit.slug }),
        ]
      },
      "store": .text(run.build.store.folder), "edition": place.map(JSONValue.text) ?? .null,
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
