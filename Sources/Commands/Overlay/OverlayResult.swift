internal import Formats
internal import Geometry
internal import Landscape
internal import Overlay

/// What an overlay amounts to, for a script or a reader.
struct OverlayResult {
  let records: [InputRecord]
  let counts: OverlayCounts
  /// What lines repeat; nil where that was not looked for.
  let repeats: RepeatTally?
  let cover: CoverTotals
  let totals: TextTable
  let outputs: [OverlayTable: SourceSpec]
  /// What was changed to fit the formats of the outputs.
  let notes: [String]
  let isDry: Bool

  /// Everything, with stable names.
  var json: JSONValue {
    [
      "schema_version": .integer(1), "dry_run": .boolean(isDry),
      "inputs": .array(records.map(\.json)), "warnings": .list(warnings, JSONValue.text),
      "lines": [
        "features": .integer(counts.lines), "length_m": .number(cover.length),
        "inside_m": .number(cover.insideLength), "boundary_m": .number(cover.boundaryLength),
        "outside_m": .number(cover.outsideLength),
      ],
      "polygons": ["features": .integer(counts.polygons)],
      "meetings": .integer(counts.meetings), "pieces": .integer(counts.pieces),
      "crossings": .integer(counts.crossings), "touches": .integer(counts.touches),
      "snapped": [
        "vertices": .integer(counts.snapping.vertices),
        "greatest_move_m": .number(counts.snapping.greatestMove),
      ],
      "repeated": [
        "length_m": .number(repeats?.length ?? 0),
        "lines": .array(
          (repeats?.entries ?? []).map {
            [
              "line_id": JSONValue($0.line), "earlier_line_id": JSONValue($0.earlier),
              "length_m": .number($0.length),
            ]
          }),
      ],
      "totals": totals.json,
      "outputs": .object(
        OverlayTable.allCases.compactMap { table in
          outputs[table].map { (table.rawValue, .text($0.description)) }
        }),
    ]
  }

  /// What a reader should look at.
  private var warnings: [String] { (isDry ? [] : records.flatMap(\.warnings)) + notes }

  /// Prints totals, if asked to, and what a reader should know.
  func report(on console: Console, printsTotals: Bool) {
    warnings.forEach(console.warn)
    if isDry { return reportPlan(on: console) }
    if printsTotals, !totals.rows.isEmpty { console.print(totals.text) }
    if counts.meetings == 0 { reportApart(on: console) }
    if counts.snapping.vertices > 0 {
      console.note(
        "moved \(counted(counts.snapping.vertices, "line vertex", "line vertices")) onto polygon "
          + "vertices, by at most \(grouped(counts.snapping.greatestMove, decimals: 3)) m")
    }
    if let repeats, repeats.lineCount > 0 {
      console.note(
        "\(counted(repeats.lineCount, "line repeats", "lines repeat")) "
          + "\(Self.km(repeats.length)) of earlier ones; that counts once in totals "
          + "(--keep-repeats counts it again)")
    }
    reportTotals(on: console)
    for table in OverlayTable.allCases {
      if let place = outputs[table], place.path != "-" {
        console.note("\(table.rawValue): \(place)")
      }
    }
  }

  private func reportTotals(on console: Console) {
    console.note(
      "\(counted(counts.lines, "line")) of \(Self.km(cover.length)) and "
        + "\(counted(counts.polygons, "polygon")): \(Self.km(cover.insideLength)) inside, "
        + "\(Self.km(cover.boundaryLength)) on a boundary, \(Self.km(cover.outsideLength)) "
        + "outside; \(counted(counts.crossings, "crossing")), "
        + counted(counts.touches, "touch", "touches"))
  }

  /// Says where both sides lie, because a wrong CRS is the usual reason why nothing meets.
  private func reportApart(on console: Console) {
    let places = [("lines", counts.lineExtent), ("polygons", counts.polygonExtent)]
      .filter { !$0.1.isEmpty }.map { "\($0.0) lie in \($0.1.inWords)" }
    console.note((["no line meets a polygon"] + places).joined(separator: "; "))
  }

  private func reportPlan(on console: Console) {
    for record in records { console.print(record.plan) }
    for table in OverlayTable.allCases {
      if let place = outputs[table] {
        console.print(
          "would write \(table.rawValue) to \(place.path == "-" ? "standard output" : "\(place)")")
      }
    }
  }

  private static func km(_ metres: Double) -> String {
    "\(grouped(max(metres, 0) / 1000, decimals: 1)) km"
  }
}

extension TextTable {
  /// The attributes of a batch as a table; the first `keys` of them name things.
  init(_ batch: FeatureBatch, keys: Int) {
    self.init(
      batch.columns.enumerated().map {
        TextTable.Column($1.field.name, isQuantity: $0 >= keys)
      })
    for row in 0..<batch.count { append(batch.columns.map { $0[row] }) }
  }
}
