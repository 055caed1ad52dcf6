internal import Landscape
internal import Connectivity

/// The options and the help of `kulan connectivity` with ranges and barriers.
enum RangeOptions {
  static let ranges = SideOptions(
    "ranges", singular: "range", example: "presence IN (1, 2)", isRequired: false,
    profile: ProfileChoice.words.automatic)
  static let barriers = SideOptions(
    "barriers", singular: "barrier", example: "class = 'rail_unfenced'", isRequired: false,
    profile: ProfileChoice.words.automatic)
  static let regions = SideOptions(
    "regions", singular: "region", example: "name = 'Ustyurt'", isRequired: false,
    profile: ProfileChoice.words.automatic,
    usualID: "their names, else the feature id of the source")
  static let bridgeGaps = Option(
    "bridge-gaps", .integer("METRES", in: 1...2000),
    "carry ends of barriers on to a line of their kind that is so near: what was simplified or cut "
      + "into tiles leaks at its junctions",
    group: LayerOptions.group("barriers"), defaultNote: "none; a warning counts them")
  static let routes = Option(
    "routes", .list("SRC"), "lines of migration: what each must pass, in routes.csv",
    group: "Measures", isRepeatable: true)
  static let routeID = Option(
    "route-id", .text("COLUMN"), "the column that identifies routes", group: "Measures",
    defaultNote: "the feature id of the source")
  static let season = Option(
    "season", .text("ID"), "annual, or the id of a season", group: "Model", default: "annual")
  static let cutsBelow = Option(
    "cuts-below", .text("P"),
    "barriers cut where p is below P; what the others would change is bounded in eca_floor_km2",
    group: "Patches", default: "1")
  static let leastPatch = Option(
    "least-patch", .text("KM2"),
    "smaller patches are slivers: their area counts for the neighbour with the longest common wall",
    group: "Patches", default: "1")
  static let edge = Option(
    "edge", .choice(["model", "max", "mean"]),
    "of several barriers between two patches the most permeable counts, or their mean by length; "
      + "model: max for species that follow barriers for 10 km and more",
    group: "Patches", default: "model")
  static let chords = Option(
    "chords", .integer("N", in: 0...1_000_000),
    "so many random straight movements in every range and region; 0 for none", group: "Measures",
    default: "2000")
  static let seed = Option(
    "seed", .integer("N", in: 0...Int(Int32.max)), "the seed of the movements and draws",
    group: "Measures",
    default: "1")
  static let samples = Option(
    "samples", .integer("N", in: 1...10_000),
    "draw all numbers of the model N times too: the median and the interval of 90 % of ECA and c_chord",
    group: "Model")
  static let ranking = Option(
    "ranking", .choice(RangeSettings.Ranking.allCases.map(\.rawValue)),
    "rank lines by what opening them brings: for the range, or for every region as well",
    group: "Measures", defaultNote: "range with --out, else none")

  static let all =
    // Ranges are known by their species.
    [ranges.sources, ranges.profile] + ranges.layer.own + barriers.all + [
      bridgeGaps, ScoreCommand.set,
    ] + regions.all
    + [LayerOptions.box, LayerOptions.strict]
    + [
      ScoreCommand.passages, ScoreCommand.passageDistance, ScoreCommand.passageLength,
      ScoreCommand.gapSpacing, ScoreCommand.year, ScoreCommand.migrationFront,
    ]
    + [
      ScoreCommand.species, season, ScoreCommand.seasons, ScoreCommand.parameters,
      ScoreCommand.overrides, ScoreCommand.whatIf, ScoreCommand.fenceProfiles, samples,
    ]
    + [cutsBelow, leastPatch, edge] + [chords, seed, routes, routeID, ranking]

  static let discussion = [
    "With --ranges and --barriers: ranges are cut by barriers of no width into patches, and what leads "
      + "from patch to patch is what the barriers between them let through, by model PM-1 of "
      + "kulan score. Scenarios are baseline, what exists and is under construction, and planned, "
      + "where anything is planned. --set class=… makes barriers of layers without a class.",
    "ECA, the equivalent connected area, is the size of one undivided patch in which two random points "
      + "are connected as often as in the range. Its bounds have all permeabilities at their low or "
      + "high ends. A line is ranked by the ECA that opening it would bring.",
  ]

  static let examples = [
    Manual.Example(
      "what railways and border fences do to ranges, and which matters most",
      "kulan connectivity --ranges ranges.shp --barriers rail.fgb fences.geojson \\\n"
        + "  --regions ptcr.gpkg --out result"),
    Manual.Example(
      "a planned railway among thousands of roads; those below 0.85 cut",
      "kulan connectivity --ranges ranges.shp --barriers roads.fgb planned.gpkg \\\n"
        + "  --species saiga --cuts-below 0.85 --out result"),
  ]
}
