internal import Connectivity
internal import Formats
internal import Landscape
internal import Permeability

/// What came of ranges and barriers, for a script or a reader.
struct RangeResult {
  /// How many lines of every range are printed.
  static let printedRanks = 3

  let request: RangeRequest
  let records: [InputRecord]
  /// The tables that were written.
  var tables: [RangeTable] = []
  /// The rows of connectivity.csv.
  var rows: [[Value]] = []
  /// The first rows of importance.csv of every range.
  var ranking: [[Value]] = []
  private var warnings: [String] = []
  private var notes: [String] = []
  private var barrierCount = 0
  private var lineCount = 0
  private var gapCount = 0

  init(request: RangeRequest, records: [InputRecord]) {
    self.request = request
    self.records = records
  }

  /// Keeps account of what was read and left out.
  mutating func note(_ inputs: RangeInputs, _ barriers: BarrierGround, species: [String]) {
    barrierCount = barriers.list.count
    lineCount = barriers.lines.lines.count
    gapCount = barriers.gaps
    if inputs.ranges.withoutName > 0 {
      warnings.append(
        "\(counted(inputs.ranges.withoutName, "range")) left out: of no species of the registry")
    }
    if barriers.list.withoutClass > 0 {
      warnings.append(
        "\(counted(barriers.list.withoutClass, "feature")) left out: no barrier by its attributes")
    }
    let missing = request.namedSpecies ? request.model.species.filter { !species.contains($0) } : []
    if !missing.isEmpty { warnings.append("no range of \(missing.joined(separator: ", "))") }
    if species.isEmpty { warnings.append("there is no range to compute") }
    if request.settings.bridgedGaps == nil, barriers.gaps > 0 {
      warnings.append(
        "\(counted(barriers.gaps, "end")) of barriers within \(Int(RangeSettings.usualGap)) m of a line "
          + "of their kind that they do not meet: patches leak there; --bridge-gaps "
          + "\(Int(RangeSettings.usualGap)) closes such gaps, if they are no real ones")
    } else if barriers.gaps > 0 {
      notes.append(
        "\(counted(barriers.gaps, "end")) of barriers carried on to a line of their kind")
    }
    warnings += (inputs.passages?.faults ?? []).map {
      "\(counted($0.count, "passage counts", "passages count")) nothing: \($0.reason)"
    }
  }

  private static func table(_ kind: RangeTable, _ rows: [[Value]]) -> TextTable {
    var table = TextTable(
      kind.fields.map { field in
        TextTable.Column(
          field.name, decimals: field.name.hasSuffix("_km2") ? 0 : 4,
          isQuantity: field.name != "seed")
      })
    for row in rows { table.append(row) }
    return table
  }

  /// Everything, with stable names.
  var json: JSONValue {
    [
      "schema_version": .integer(1), "dry_run": .boolean(request.isDryRun), "model": "PM-1",
      "inputs": .array(records.map(\.json)), "warnings": .list(allWarnings, JSONValue.text),
      "barriers": .integer(barrierCount), "lines": .integer(lineCount),
      "bridged_gaps": .integer(request.settings.bridgedGaps == nil ? 0 : gapCount),
      "connectivity": Self.table(.connectivity, rows).json,
      "most_important": Self.table(.importance, ranking).json,
      "outputs": .object(places.map { ($0.table.rawValue, .text($0.place)) }),
    ]
  }

  private var places: [(table: RangeTable, place: String)] {
    guard let out = request.out else { return [] }
    return tables.map { ($0, OutputFolder.name(of: $0.file, in: out)) }
  }

  private var allWarnings: [String] {
    let few =
      request.settings.samples.map { $0 < Sample.fewest } ?? false
      ? ["fewer than \(Sample.fewest) draws only indicate the interval"] : []
    return (request.isDryRun ? [] : records.flatMap(\.warnings)) + warnings + few
  }

  /// Prints the measures, and says where the tables are.
  func report(on console: Console) {
    allWarnings.forEach(console.warn)
    if request.isDryRun { return reportPlan(on: console) }
    if !rows.isEmpty { console.print(Self.table(.connectivity, rows).prefix(11).text) }
    if !ranking.isEmpty {
      console.print(
        "\nopened by itself, a line would bring delta_eca_km2; the first of each range:\n")
      console.print(Self.table(.importance, ranking).prefix(7).text)
    }
    console.note(
      "\(counted(barrierCount, "barrier")) in \(counted(lineCount, "line")) by PM-1, an expert model"
    )
    notes.forEach(console.note)
    for (table, place) in places { console.note("\(table.rawValue): \(place)") }
  }

  private func reportPlan(on console: Console) {
    for record in records { console.print(record.plan) }
    if let out = request.out { console.print("would write tables and patches to \(out)") }
  }
}
