internal import Formats
internal import Overlay

/// What an overlay amounts to, for a script or a reader.
struct OverlayResult {
  let records: [OverlaySourceRecord]
  let counts: OverlayCounts
  let repeats: RepeatTally
  let cover: CoverTotals
  let totals: TextTable
  let outputs: [OverlayOutputs.Table: SourceSpec]
  let isDry: Bool

  /// Everything, with stable names.
  var json: JSONValue {
    [
      "schema_version": .integer(1), "dry_run": .boolean(isDry),
      "inputs": .array(records.map(\.json)),
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
        "length_m": .number(repeats.length),
        "lines": .array(
          repeats.entries.map {
            [
              "line_id": JSONValue($0.line), "earlier_line_id": JSONValue($0.earlier),
              "length_m": .number($0.length),
            ]
          }),
      ],
      "totals": totals.json,
      "outputs": .object(
        OverlayOutputs.Table.allCases.compactMap { table in
          outputs[table].map { (table.rawValue, .text($0.description)) }
        }),
    ]
  }

  /// Prints totals, if asked to, and what a reader should know.
  func report(on console: Console, printsTotals: Bool) {
    for record in records { record.warnings.forEach(console.warn) }
    if isDry { return reportPlan(on: console) }
    if printsTotals {
      console.print(totals.rows.isEmpty ? "no line meets a polygon" : totals.text)
    }
    if counts.snapping.vertices > 0 {
      console.note(
        "moved \(grouped(counts.snapping.vertices)) line vertices onto polygon vertices, by at "
          + "most \(grouped(counts.snapping.greatestMove, decimals: 3)) m")
    }
    if !repeats.entries.isEmpty {
      console.note(
        "\(grouped(repeats.entries.count)) lines repeat \(Self.km(repeats.length)) of earlier "
          + "ones; that counts once in totals (--keep-repeats counts it again)")
    }
    console.note(
      "\(grouped(counts.lines)) lines of \(Self.km(cover.length)) and "
        + "\(grouped(counts.polygons)) polygons: \(Self.km(cover.insideLength)) inside, "
        + "\(Self.km(cover.boundaryLength)) on a boundary, \(Self.km(cover.outsideLength)) outside; "
        + "\(grouped(counts.crossings)) crossings, \(grouped(counts.touches)) touches")
    for table in OverlayOutputs.Table.allCases {
      if let place = outputs[table], place.path != "-" {
        console.note("\(table.rawValue): \(place)")
      }
    }
  }

  private func reportPlan(on console: Console) {
    for record in records {
      console.print(
        "would read \(record.source) (\(record.layer), \(record.format), \(record.crs))")
    }
    for table in OverlayOutputs.Table.allCases {
      if let place = outputs[table] { console.print("would write \(table.rawValue) to \(place)") }
    }
  }

  private static func km(_ metres: Double) -> String {
    "\(grouped(max(metres, 0) / 1000, decimals: 1)) km"
  }
}

extension TextTable {
  /// The attributes of a batch as a table.
  init(_ batch: FeatureBatch) {
    self.init(batch.columns.map { TextTable.Column($0.field.name) })
    for row in 0..<batch.count { append(batch.columns.map { $0[row] }) }
  }
}
