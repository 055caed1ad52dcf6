/// One command line of the demonstration.
struct DemoStep: Sendable {
  /// What it shows.
  let purpose: String
  /// The words behind `kulan`.
  let words: [String]

  /// What a user would type.
  var commandLine: String {
    (["kulan"] + words).map { $0.contains(where: { " ='()".contains($0) }) ? "\"\($0)\"" : $0 }
      .joined(separator: " ")
  }

  /// What the steps leave behind, beside the data.
  static let results: KeyValuePairs = [
    "overlay.gpkg":
      "pieces of railways, roads and fences in ranges, and crossings: open it in QGIS",
    "ranges.csv": "metres and crossings by species and class of barrier",
    "scores.gpkg": "how permeable each barrier is for each species, and why",
    "connectivity":
      "what barriers do to three ranges: measures, lines by importance, patches for QGIS",
  ]

  /// The steps, with all files in one folder.
  static func all(in folder: String) -> [DemoStep] {
    [
      DemoStep(
        purpose: "What is in a file, and how would Kulan read it?",
        words: ["inspect", "\(folder)/data/ranges.geojson"])
    ] + overlays(in: folder) + scores(in: folder) + connectivity(in: folder)
  }

  private static let plains = ["--species", "saiga", "mongolian_gazelle", "asiatic_wild_ass"]

  private static func barriers(in folder: String) -> [String] {
    ["railways", "roads", "fences"].map { "\(folder)/data/\($0).geojson" }
  }

  private static func overlays(in folder: String) -> [DemoStep] {
    [
      DemoStep(
        purpose: "How many metres of barriers lie in the priority regions?",
        words: ["overlay", "--lines"] + barriers(in: folder) + [
          "--polygons", "\(folder)/data/regions.geojson", "--by", "polygons.name", "--by",
          "lines.class",
        ]),
      DemoStep(
        purpose: "Fences on a border are on the boundary of both countries and counted once",
        words: [
          "overlay", "--lines", "\(folder)/data/fences.geojson", "--polygons",
          "\(folder)/data/countries.geojson", "--by", "polygons.name",
        ]),
      DemoStep(
        purpose: "Existing barriers in the ranges of all species, for QGIS and a spreadsheet",
        words: ["overlay", "--lines"] + barriers(in: folder) + [
          "--lines-where", "status = 'existing'", "--polygons", "\(folder)/data/ranges.geojson",
          "--polygons-profile", "iucn", "--by", "polygons.species", "--by", "lines.class",
          "--out", "\(folder)/overlay.gpkg", "--crossings", "\(folder)/overlay.gpkg",
          "--summary", "\(folder)/ranges.csv",
        ]),
    ]
  }

  private static func scores(in folder: String) -> [DemoStep] {
    [
      DemoStep(
        purpose: "How permeable are the fences, for whom? An expert model, with reasons",
        words: ["score", "--barriers", "\(folder)/data/fences.geojson"] + plains),
      DemoStep(
        purpose: "The same fences rebuilt: what opens them for gazelles does not for the wild ass",
        words: ["score", "--barriers", "\(folder)/data/fences.geojson"] + plains + [
          "--what-if", "fence=wildlife_friendly",
        ]),
      DemoStep(
        purpose: "All existing barriers for all species, and what runs side by side",
        words: ["score", "--barriers"] + barriers(in: folder) + [
          "--where", "status = 'existing'", "--bundles", "--out", "\(folder)/scores.gpkg",
        ]),
    ]
  }

  private static func connectivity(in folder: String) -> [DemoStep] {
    [
      DemoStep(
        purpose: "What barriers do to whole ranges, today and with what is planned",
        words: ["connectivity", "--ranges", "\(folder)/data/ranges.geojson", "--barriers"]
          + barriers(in: folder) + plains + ["--out", "\(folder)/connectivity"])
    ]
  }
}
