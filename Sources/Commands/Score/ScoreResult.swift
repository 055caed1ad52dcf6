internal import Formats
internal import Landscape
internal import Permeability

/// What a scoring amounts to, for a script or a reader.
struct ScoreResult {
  let request: ScoreRequest
  let records: [InputRecord]
  let counts: ScoreCounts
  /// What was read of passages; nil where none were asked for.
  let passages: BarrierPassages?
  let outputs: [ScoreTable: SourceSpec]
  let notes: [String]

  private var table: TextTable {
    counts.table(species: request.model.species, seasons: request.seasons)
  }

  /// Everything, with stable names.
  var json: JSONValue {
    [
      "schema_version": .integer(1), "dry_run": .boolean(request.isDryRun), "model": "PM-1",
      "draws": .integer(request.samplers.values.first?.count ?? 0),
      "seed": request.samplers.values.first.map { .integer(Int($0.seed)) } ?? .null,
      "inputs": .array(records.map(\.json)), "warnings": .list(warnings, JSONValue.text),
      "barriers": .integer(counts.barriers),
      "passages": .integer(passages?.count ?? 0),
      "barriers_with_passages": .integer(counts.withPassages),
      "left_out": [
        "planned": .integer(counts.planned), "no_barrier": .integer(counts.withoutClass),
      ],
      "modes": .object(
        Score.Mode.allCases.map { ($0.rawValue, .integer(counts.modes[$0] ?? 0)) }),
      "readings": table.json,
      "outputs": .object(
        ScoreTable.allCases.compactMap { table in
          outputs[table].map { (table.rawValue, .text($0.description)) }
        }),
    ]
  }

  private var warnings: [String] {
    let few =
      request.samplers.values.contains { $0.count < Sample.fewest }
      ? ["fewer than \(Sample.fewest) draws only indicate the interval"] : []
    let none =
      counts.withoutClass > 0
      ? ["\(counted(counts.withoutClass, "feature")) left out: no barrier by its attributes"] : []
    let lost =
      lost("overrides", request.model.overrides.barriers.subtracting(counts.overridden))
      + lost("passages", (passages?.barriers ?? []).subtracting(counts.named))
    let faults = (passages?.faults ?? []).map {
      "\(counted($0.count, "passage counts", "passages count")) nothing: \($0.reason)"
    }
    return (request.isDryRun ? [] : records.flatMap(\.warnings) + none + lost) + faults + few
      + notes
  }

  /// Says that something names barriers that are not here.
  private func lost(_ what: String, _ barriers: Set<String>) -> [String] {
    guard let first = barriers.min() else { return [] }
    return [
      "\(what) name \(counted(barriers.count, "barrier")) without a score here, the first is '\(first)'"
    ]
  }

  /// Prints how many barriers read how, and what a reader should know.
  func report(on console: Console) {
    warnings.forEach(console.warn)
    if request.isDryRun { return reportPlan(on: console) }
    if request.out == nil, counts.barriers > 0 { console.print(table.text) }
    let total = counts.modes.values.reduce(0, +)
    let priors = counts.modes[.prior] ?? 0
    console.note(
      "\(counted(counts.barriers, "barrier")) × \(request.model.species.count) species by PM-1, an expert "
        + "model; \(grouped(priors)) of \(grouped(total)) scores are priors of a class of which "
        + "nothing more is known"
        + (counts.planned > 0 ? "; \(grouped(counts.planned)) planned left out" : ""))
    if let passages {
      console.note(
        "\(counted(passages.count, "passage"))"
          + (request.passages?.input.gapSpacing.map {
            ", openings every \(grouped($0, decimals: 0)) m"
          }
            ?? "")
          + "; on \(counted(counts.withPassages, "barrier"))")
    }
    if let rebuilt = request.model.rebuilt {
      console.note("as if fences were \(rebuilt.id): \(rebuilt.meaning)")
    }
    for table in ScoreTable.allCases {
      if let place = outputs[table], place.path != "-" {
        console.note("\(table.rawValue): \(place)")
      }
    }
  }

  private func reportPlan(on console: Console) {
    for record in records { console.print(record.plan) }
    if let out = request.out { console.print("would write scores to \(out)") }
  }
}
