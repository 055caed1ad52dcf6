internal import Connectivity
internal import Formats

/// What came of nodes and distances, for a script or a reader.
struct NodeGraphResult {
  let request: NodeGraphRequest
  let steps: [NodeGraphStep]
  let tables: [NodeGraphTable]
  var measures: [NodeGraphMeasures] = []

  private var table: TextTable {
    var table = TextTable(
      NodeGraphTable.measures.fields.map { field in
        TextTable.Column(
          field.name, decimals: ["pc", "iic"].contains(field.name) ? 6 : 2,
          isQuantity: !["step", "p", "at_distance"].contains(field.name))
      })
    for measure in measures { table.append(measure.row) }
    return table
  }

  /// Everything, with stable names.
  var json: JSONValue {
    [
      "schema_version": .integer(1), "dry_run": .boolean(request.isDryRun),
      "inputs": .list(steps) { step in
        [
          "step": .integer(step.number), "nodes": .text(step.source),
          "distances": .text(request.distances(of: step.number - 1)),
          "node_count": .integer(step.graph.nodes.count),
          "link_count": .integer(step.graph.links.count),
        ]
      },
      "warnings": .list(warnings, JSONValue.text), "measures": table.json,
      "outputs": .object(
        places.map { ($0.table.rawValue, .text($0.place)) }),
    ]
  }

  /// Where the tables are; none without a folder.
  private var places: [(table: NodeGraphTable, place: String)] {
    guard let out = request.out else { return [] }
    return tables.map { ($0, OutputFolder.name(of: $0.file, in: out)) }
  }

  private var warnings: [String] {
    steps.compactMap { step in
      let alone = step.loneNodes
      guard let first = alone.first, step.graph.nodes.count > 1 else { return nil }
      return "\(step.source): \(counted(alone.count, "node has", "nodes have")) no distance to any "
        + "other, the first is '\(first)'"
    }
  }

  /// Prints the measures, or says where they are.
  func report(on console: Console) {
    warnings.forEach(console.warn)
    if request.isDryRun { return reportPlan(on: console) }
    if places.isEmpty { return console.print(table.text) }
    for (table, place) in places { console.note("\(table.rawValue): \(place)") }
  }

  private func reportPlan(on console: Console) {
    for step in steps {
      console.print(
        "would read \(step.source): \(counted(step.graph.nodes.count, "node")), "
          + counted(step.graph.links.count, "distance"))
    }
    for (_, place) in places { console.print("would write \(place)") }
  }
}
