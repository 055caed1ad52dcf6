internal import Formats
internal import Geometry
internal import Landscape
internal import Permeability

/// `kulan score`: how permeable barriers are for species, and why.
struct ScoreCommand: Command {
  static let barriers = Option(
    "barriers", .list("SRC"),
    "FILE, FILE:LAYER or - (GeoJSON on standard input); several are read as one",
    group: "Barriers", isRepeatable: true, isRequired: true)
  static let id = Option(
    "id", .text("COLUMN"), "the column that identifies barriers", group: "Barriers",
    defaultNote: "the feature id of the source")
  static let profile = ProfileOption.option()
  static let layer = LayerOptions(example: "class = 'rail_unfenced'")
  static let passages = Option(
    "passages", .list("SRC"),
    "underpasses, overpasses, gaps: type, width_m, height_m, length_m, at places or by barrier_id and "
      + "at_m",
    group: "Passages", isRepeatable: true)
  static let passageDistance = Option(
    "passage-distance", .integer("METRES", in: 1...5000),
    "a passage belongs to every barrier so near to it", group: "Passages", default: "50")
  static let passageLength = Option(
    "passage-length", .integer("METRES", in: 1...500),
    "the way through a passage where the source does not say it; without it such a passage counts "
      + "nothing", group: "Passages")
  static let gapSpacing = Option(
    "gap-spacing", .integer("METRES", in: 100...1_000_000),
    "openings at grade in all fences, so far apart and wide enough, of which no more is known",
    group: "Passages")
  static let year = Option(
    "year", .integer("YEAR", in: 1900...2200),
    "the year that is scored: passages built in it are in their first, and less used",
    group: "Passages")
  static let migrationFront = Option(
    "migration-front", .flag,
    "a whole migration arrives at once and asks for more openness, of species that it is known of",
    group: "Passages")
  static let split = Option(
    "split", .text("P"),
    "with passages: a row for each stretch of a barrier in which p changes by no more than this",
    group: "Passages")
  static let bundles = Option(
    "bundles", .flag,
    "find barriers that run side by side, which must be passed together; holds all in memory",
    group: "Barriers")
  static let species = Option(
    "species", .list("ID"), "the species to score for, by any name", group: "Model",
    defaultNote: "all of the registry", isRepeatable: true)
  static let season = Option(
    "season", .text("ID"), "annual, the id of a season, or each: all of them", group: "Model",
    default: "annual")
  static let seasons = Option(
    "seasons", .list("ID:SHARE"),
    "the seasons of the year and their shares of encounters; with :snow and :frozen where these are",
    group: "Model", defaultNote: "snow:0.5:snow snow_free:0.5")
  static let parameters = Option(
    "parameters", .text("FILE"), "a CSV of rows that replace those of `kulan registry parameters`",
    group: "Model", isRepeatable: true)
  static let overrides = Option(
    "overrides", .text("FILE"), "a CSV of permeabilities that are known better, and win",
    group: "Model")
  static let whatIf = Option(
    "what-if", .text("fence=PROFILE"),
    "score as if fences were rebuilt by a profile: wildlife_friendly, jumpable or one of your own",
    group: "Model")
  static let fenceProfiles = Option(
    "fence-profiles", .text("FILE"), "a CSV of fence profiles of your own", group: "Model")
  static let set = Option(
    "set", .list("ATTRIBUTE=VALUE"),
    "give all barriers an attribute, whatever their source says: country=MN fenced=both aadt=800",
    group: "Barriers", isRepeatable: true)
  static let samples = Option(
    "samples", .integer("N", in: 1...100_000),
    "draw all numbers N times too: columns of the median and the interval of 90 %",
    group: "Model")
  static let seed = Option(
    "seed", .integer("N", in: 0...Int(Int32.max)), "the seed of the draws", group: "Model",
    default: "1")
  static let baseline = Option(
    "baseline", .flag, "leave out what is planned; else it is scored as designed", group: "Model")
  static let out = Option(
    "out", letter: "o", .text("FILE"), "one row for each barrier and species, with its reasons",
    group: "Output")
  static let rejected = Option(
    "rejected", .text("FILE"), "the features that were set aside, with the reason",
    group: "Output", defaultNote: "a table of --out where that is a GeoPackage")
  static let explain = Option(
    "explain", .text("ID"),
    "print how the score of one barrier is derived, with every parameter and its source",
    group: "Output")

  static let manual = Manual(
    "score", "how permeable barriers are for each species, with reasons",
    discussion: [
      "P is the probability that an animal which would have gone on across the line gets across "
        + "alive, by the expert model PM-1: of its 417 numbers 20 are measured on the species. It "
        + "is neither mortality nor viability, and says nothing of compliance with a standard.",
      "p_low and p_high are exact bounds: every number of the model at the end that lowers P, or "
        + "raises it. An attribute that is not known is taken from the model's defaults and listed; "
        + "a barrier of which nothing but the class is known has the prior of its class.",
      "Without --out the readings are counted and printed as a table. The extension of --out names "
        + "its format, as for kulan overlay; a CSV has no geometry.",
    ],
    options: [barriers, id, profile, set, bundles] + layer.own + [
      LayerOptions.box, LayerOptions.strict,
    ]
      + [passages, passageDistance, passageLength, gapSpacing, year, migrationFront, split]
      + [
        species, season, seasons, parameters, overrides, whatIf, fenceProfiles, samples, seed,
        baseline,
      ]
      + [out, rejected, explain],
    examples: [
      Manual.Example(
        "railways for the gazelle and the wild ass",
        "kulan score --barriers railways.fgb --out scores.gpkg \\\n"
          + "  --species mongolian_gazelle asiatic_wild_ass"),
      Manual.Example(
        "a railway whose fences the source does not know",
        "kulan score --barriers rail.fgb --set country=MN rank=main fenced=both"),
      Manual.Example(
        "a planned railway with its structures",
        "kulan score --barriers planned.kml --set class=rail_unfenced fenced=both \\\n"
          + "  --passages structures.csv --passage-length 12 --species saiga"),
      Manual.Example(
        "why one fence is as it is",
        "kulan score --barriers fences.gpkg --explain 17 --species saiga"),
      Manual.Example(
        "the same fences rebuilt",
        "kulan score --barriers fences.gpkg --what-if fence=wildlife_friendly \\\n"
          + "  --out rebuilt.csv"),
    ],
    definitions: [
      LayerOptions.conditions, ScoreRows.definitions,
      Manual.Definitions(
        "Columns of --overrides",
        [
          "barrier_id": "the barrier", "species": "the species; empty for all",
          "season": "annual, snow or snow_free; empty for all",
          "p_low, p, p_high": "the permeability and its bounds, 0 … 1",
          "grade": "A measured, B on a similar species, C judged", "source": "where it comes from",
        ]),
    ])

  private let request: ScoreRequest

  init(_ arguments: Arguments) throws { request = try ScoreRequest(arguments) }

  func run(on console: Console) async throws -> ExitCode {
    if console.isJSON, request.out == "-" {
      throw UserError(
        .usage, "--json and a table on standard output cannot be told apart",
        help: "write the table to a file")
    }
    if let id = request.explainedID {
      let text = try await Explanation(request).text(of: id)
      console.print(text)
      return .done
    }
    let job = try ScoreJob(request, on: console)
    let result = try await job.run()
    if console.isJSON { console.print(result.json.text) } else { result.report(on: console) }
    return .done
  }
}
