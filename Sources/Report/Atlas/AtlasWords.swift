internal import Atlas
internal import Landscape

/// The words of the overview and of the layers of an edition, in one place.
enum AtlasWords {
  /// The common name of a species; the id of one that the registry does not know.
  static func name(_ species: String) -> String {
    (try? SpeciesRegistry.bundled.species(named: species).commonName) ?? species
  }

  static let schematic: Prose =
    "some of the data are schematic drawings and no survey. Nothing computed from them is a finding."

  static let schematicFindings: Prose =
    "What follows from the drawings, to show what an atlas says:"

  static let glance: Prose =
    "Every number has bounds, a grade of evidence and an origin: see "
    + .link("How sure it is", to: "#uncertainty") + "."

  static let ranges: Prose =
    "ECA is the size of one undivided patch in which two random points are connected as often as in the range. Its low and high ends take all permeabilities at their bounds together: an extreme, not an interval of confidence."

  static let regions: Prose =
    "The same for the part of each range inside each region, as if the range ended at the border of the region."

  static let lines: Prose =
    "Of what several lines divide together, each by itself opens all of it: gains of different lines cannot be added up."

  static let lengths: Prose =
    "Along a border the country is that of both sides, with a slash between them; so the rows add up to the whole. What two sources have twice counts once."

  static let method: [Block] = [
    .steps([
      "Every source is brought to longitude and latitude; polygons that are not valid are repaired, and each repair is on record. Edges are straight in the coordinates of the source, lengths and areas those on the ellipsoid WGS 84.",
      "Ranges are divided by barriers of no width, by exact predicates: nothing is rasterised, and no tolerance decides what crosses what.",
      "How permeable a barrier is for a species comes from model PM-1: the parts of the barrier, its attributes, passages, what runs beside it. It is an expert model; of its 417 numbers 20 are measured on the species.",
      "Patches of a range are connected by the best products of permeabilities over all ways between them.",
      "A line is ranked by the ECA that opening it would bring, all others left as they are.",
    ])
  ]

  static let uncertainty: [Block] = [
    .definitions([
      Definition(
        "Bounds",
        "small, below a number: the model with all its numbers at their low or high ends."),
      Definition(
        "Grade",
        "A: measured on the species; B: measured on a similar one; C: judged. A row shows the worst among its barriers."
      ),
      Definition(
        "Prior",
        "where nothing is known of a barrier but its class, P is that of the class. The column shows the part of the length for which it is so."
      ),
      Definition(
        "Not known",
        "is shown as –. An attribute that is not known is never taken for none: fences along a railway are unknown, not absent, unless a source says so."
      ),
    ]),
    .paragraph(
      "Sources differ in age and completeness: a barrier that is not in the data cuts nothing here."
    ),
  ]

  static let files: [Block] = [
    .definitions([
      Definition(
        .link("atlas.gpkg", to: "atlas.gpkg"), "all layers, styled for QGIS, and all tables"),
      Definition(
        .link("pieces.csv", to: "pieces.csv"), "barriers in ranges with P for the species"),
      Definition(.link("crossings.csv", to: "crossings.csv"), "where they pass in and out"),
      Definition(.link("passages.csv", to: "passages.csv"), "structures that let animals through"),
      Definition(.link("patches.csv", to: "patches.csv"), "the parts that nothing divides"),
      Definition(
        .link("summary.csv", to: "summary.csv"), "lengths by species, region, country and class"),
      Definition(
        .link("connectivity.csv", to: "connectivity.csv"), "all measures of ranges and regions"),
      Definition(.link("importance.csv", to: "importance.csv"), "all lines, ranked"),
      Definition(.link("data-dictionary.md", to: "data-dictionary.md"), "what every column holds"),
      Definition(
        .link("manifest.json", to: "manifest.json"),
        "inputs and outputs with their hashes, settings, seed and versions"),
    ])
  ]
}
