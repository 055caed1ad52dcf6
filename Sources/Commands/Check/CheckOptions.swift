internal import Assessment
internal import Formats

/// The options of `kulan check`.
enum CheckOptions {
  static let plans = Manual.Operand(
    "PLAN",
    "FILE or FILE:LAYER of planned lines (KML, DXF, Shapefile, GeoPackage, GPX…); "
      + "several are alternatives", isRepeatable: true)
  static let atlas = Option(
    "atlas", letter: "a", .text("CONFIG"), "the configuration of the atlas, as in atlas.json",
    group: "Atlas", isRequired: true)
  static let scenario = Option(
    "scenario", .text("NAME"), "the scenario of the atlas that is today", group: "Atlas",
    defaultNote: "its first")
  static let units = Option(
    "units", .text("DIR"), "the folder in which results of work units are kept", group: "Atlas",
    defaultNote: "outputs.units of the configuration")
  static let out = Option(
    "out", letter: "o", .text("DIR"), "the folder of the report", group: "Output",
    isRequired: true)
  static let date = Option(
    "date", .text("DAY"), "the day of the report, as in 2026-11-22", group: "Output",
    defaultNote: "today")
  static let pdf = Option(
    "pdf", .flag, "print report.html to report.pdf as well, with an installed Chromium or Chrome",
    group: "Output")
  static let failOn = Option(
    "fail-on", .list("CRITERION"),
    "end with exit code 1 where any plan meets one of these, as in \"P_final<0.05 in PTCR\"",
    group: "Output", isRepeatable: true)

  static let set = Option(
    "set", .list("NAME=VALUE"),
    "attributes of the plans, as in class=railway fenced=true h_top_cm=150", group: "Plans",
    isRepeatable: true)
  static let attributes = Option(
    "attributes", .text("FILE"), "the same as JSON: {\"class\": \"railway\", \"fenced\": true}",
    group: "Plans")
  static let sourceCRS = Option(
    "src-crs", .text("CRS"),
    "the CRS of the plans in place of the declared one, as in EPSG:32640; a DXF has none",
    group: "Plans")

  static let passages = Option(
    "passages", .list("SRC"),
    "structures: a layer of places, or a CSV with the chainage of each, as in 12+350",
    group: "Structures", isRepeatable: true)
  static let passageDistance = Option(
    "passage-distance", .integer("METRES", in: 1...5000),
    "how far from a planned line a structure may lie", group: "Structures", default: "50")
  static let passageLength = Option(
    "passage-length", .integer("METRES", in: 1...500),
    "the way through a structure where its source does not say it", group: "Structures")

  static let effectDistance = Option(
    "effect-distance", .integer("METRES", in: 1...50_000),
    "what lies so near to a plan is told as well", group: "Analysis",
    defaultNote: "effect_zone of the model, 1,000 m")
  static let areas = Option(
    "areas", .list("SRC"),
    "further areas to look at: protected areas, key biodiversity areas, corridors",
    group: "Analysis", isRepeatable: true)
  static let routes = Option(
    "routes", .list("SRC"), "lines of migration: what each must pass today and with the plan",
    group: "Analysis", isRepeatable: true)

  static let redList = Option(
    "red-list", .text("FILE"),
    "a CSV of species, category, assessed (a date) and population_share_percent, for the screening",
    group: "Analysis")

  static let mitigate = Option(
    "mitigate", .integer("N", in: 0...100),
    "look for the N passages that open the ranges best, one after the other", group: "Mitigation",
    default: "5")
  static let spacing = Option(
    "spacing", .integer("METRES", in: 100...1_000_000),
    "the least distance between passages of a line", group: "Mitigation", default: "5000")
  static let costs = Option(
    "costs", .list("KIND=COST"),
    "what passages cost, as in underpass=4 overpass=6 gap=0.1; only these are built",
    group: "Mitigation", isRepeatable: true)
  static let budget = Option(
    "budget", .text("SUM"), "what all passages may cost together, in the unit of --costs",
    group: "Mitigation")
  static let noGo = Option(
    "no-go", .list("KM-KM"), "where nothing can be built along the plans, as in 120-135.5",
    group: "Mitigation", isRepeatable: true)

  static let all = [
    atlas, scenario, units, set, attributes, sourceCRS, passages, passageDistance, passageLength,
    effectDistance, areas, routes, redList, mitigate, spacing, costs, budget, noGo, out, date, pdf,
    failOn,
  ]
}
