internal import Landscape
internal import Formats
internal import Geometry

/// `kulan overlay`: where lines lie in polygons, how long, and where they pass in and out.
struct OverlayCommand: Command {
  static let lines = SideOptions(
    "lines", singular: "line", example: "class = 'rail' AND lanes > 2", isRequired: true,
    profile: ProfileChoice.words.none)
  static let polygons = SideOptions(
    "polygons", singular: "polygon", example: "presence IN (1, 2)", isRequired: true,
    profile: ProfileChoice.words.none)
  static let by = Option(
    "by", .text("SIDE.COLUMN"),
    "group the summary by a column, as in lines.class or polygons.name; repeat for more",
    group: "Summary", isRepeatable: true)
  static let keepRepeats = Option(
    "keep-repeats", .flag,
    "count segments again that lines of one group have in common; else they count once",
    group: "Summary")
  static let snap = Option(
    "snap", .text("METRES"),
    "first move line vertices onto polygon vertices within METRES; 0 moves nothing",
    group: "Selection", defaultNote: "what a GeoJSON source declares as its resolution, else 0")
  static let out = Option(
    "out", letter: "o", .text("FILE"), "the pieces inside and on boundaries, with geometry",
    group: "Output")
  static let crossings = Option(
    "crossings", .text("FILE"), "the places where lines pass in or out, as points", group: "Output")
  static let summary = Option(
    "summary", .text("FILE"),
    "lengths and counts, one row for each line and polygon that meet, "
      + "or for each pair of groups with --by; - is CSV on standard output",
    group: "Output")
  static let rejected = Option(
    "rejected", .text("FILE"), "the features that were set aside, with the reason",
    group: "Output", defaultNote: "a table of the first GeoPackage among the outputs")

  static let manual = Manual(
    "overlay", "cut lines by polygons: pieces, crossings, lengths by any attribute",
    discussion: [
      "Every metre of a line is inside a polygon, on its boundary, or outside. A fence along a "
        + "border is on the boundary of both countries and inside neither. Decisions are exact; "
        + "lengths are geodesic on WGS 84, measured on the cut pieces. Edges are straight in "
        + "longitude and latitude.",
      "Polygons may overlap or tile the plane: each is cut with on its own. With --by, polygons "
        + "of one group count as their union, and what neighbouring extracts repeat counts once. "
        + "boundary_share_m divides a shared boundary among the groups, so that inside_m + "
        + "boundary_share_m can be added up over the countries of a map.",
      "Without --out, --crossings and --summary the totals are printed as a table. The extension "
        + "of an output names its format: .gpkg, .geojson, .geojsonl, .csv, .fgb, .shp, .kml, .dxf "
        + "or .gpx; FILE.gpkg:LAYER names the table, and one GeoPackage can take all tables.",
    ],
    options: lines.all + polygons.all
      + [LayerOptions.box, LayerOptions.strict, snap, by, keepRepeats]
      + [out, crossings, summary, rejected],
    examples: [
      Manual.Example(
        "kilometres of railway by class and country",
        "kulan overlay --lines rail.fgb --polygons countries.gpkg \\\n"
          + "  --by lines.class --by polygons.NAME --summary -"),
      Manual.Example(
        "pieces and crossings for QGIS, in one GeoPackage",
        "kulan overlay --lines fences.shp --polygons ranges.shp \\\n"
          + "  --polygons-where \"presence IN (1, 2)\" --out cut.gpkg --crossings cut.gpkg"),
    ],
    definitions: [
      LayerOptions.conditions,
      Manual.Definitions(
        "Columns of --summary",
        [
          "line_id, polygon_id": "a line and a polygon that meet; with --by its columns instead, "
            + "named after their side too where two are named alike",
          "inside_m": "metres in the interior",
          "boundary_m": "metres along the boundary",
          "crossings": "places where the line passes between inside and outside",
          "touches": "contacts with the boundary that do not pass, ends included",
          "boundary_share_m": "with --by: boundary_m divided among the groups that share it",
          "lines": "with --by: the number of lines that meet the group",
        ]),
      Manual.Definitions(
        "Columns of --out",
        [
          "line_id, polygon_id": "the line and the polygon", "place": "inside or boundary",
          "from_m, to_m": "chainage of both ends: metres along the line from its start",
          "length_m": "the length of the piece",
        ]),
      Manual.Definitions(
        "Columns of --crossings",
        [
          "line_id, polygon_id": "the line and the polygon", "at_m": "chainage on the line",
          "direction": "in or out, along the line", "lon, lat": "the place in degrees, WGS 84",
        ]),
      Manual.Definitions(
        "Columns of --rejected",
        [
          "source, layer": "where the feature lies", "feature_id": "its id there",
          "reason": "why it cannot be used",
        ]),
    ])

  private let request: OverlayRequest

  init(_ arguments: Arguments) throws { request = try OverlayRequest(arguments) }

  func run(on console: Console) async throws -> ExitCode {
    if console.isJSON, request.places.values.contains("-") {
      throw UserError(
        .usage, "--json and a table on standard output cannot be told apart",
        help: "write the table to a file")
    }
    var job = try OverlayJob(request, on: console)
    let result = try await job.run()
    if console.isJSON {
      console.print(result.json.text)
    } else {
      result.report(on: console, printsTotals: request.places.isEmpty)
    }
    return .done
  }
}
