internal import Connectivity
internal import Formats

/// Computes the measures of all times and distances, and what nodes and links contribute.
struct NodeGraphJob {
  private let request: NodeGraphRequest
  private let console: Console
  private let steps: [NodeGraphStep]
  private let links: [[Int]]

  init(_ request: NodeGraphRequest, on console: Console) throws {
    self.request = request
    self.console = console
    steps = try NodeGraphStep.all(request)
    links = try steps.map { try $0.links(request.links) }
  }

  /// The tables that are wanted.
  private var tables: [NodeGraphTable] {
    [.measures] + (request.removals.hasNodes ? [.nodes] : [])
      + (request.removals.hasLinks ? [.links] : [])
  }

  /// Computes and writes.
  func run() async throws -> NodeGraphResult {
    var result = NodeGraphResult(request: request, steps: steps, tables: tables)
    if request.isDryRun {
      if let out = request.out {
        try OutputFolder.check(out, overwrite: request.overwrites, names: NodeGraphTable.files)
      }
      return result
    }
    guard let out = request.out else {
      result.measures = try await compute { _, _ in }
      return result
    }
    let folder = try OutputFolder(
      out, overwrite: request.overwrites, names: NodeGraphTable.files)
    result.measures = try await folder.fill {
      try await write(into: folder)
    }
    return result
  }

  private func write(into folder: OutputFolder) async throws -> [NodeGraphMeasures] {
    let outputs = Outputs<NodeGraphTable>(overwrite: false, on: console)
    do {
      for table in tables {
        try outputs.add(
          table, to: folder.file(table.file), geometry: .none, fields: table.fields)
      }
      let measures = try await compute { table, rows in
        try outputs.append(FeatureBatch(rows, of: table.fields), to: table)
      }
      try outputs.append(
        FeatureBatch(measures.map(\.row), of: NodeGraphTable.measures.fields), to: .measures)
      try outputs.finish()
      return measures
    } catch {
      outputs.cancel()
      throw error
    }
  }

  /// Goes through all times and distances; `take` gets the rows of nodes and links.
  private func compute(
    _ take: (NodeGraphTable, [[Value]]) throws -> Void
  ) async throws -> [NodeGraphMeasures] {
    let progress = Progress("connectivity", unit: "graphs", on: console)
    defer { progress.finish() }
    var measures: [NodeGraphMeasures] = []
    let total = Double(steps.count * request.reaches.count)
    for (step, asked) in zip(steps, links) {
      for reach in request.reaches {
        progress.update(fraction: Double(measures.count) / total, count: measures.count)
        let removals = NodeGraphRemovals(step, at: reach, request)
        if request.removals.hasNodes { try await take(.nodes, removals.nodeRows()) }
        if request.removals.hasLinks { try await take(.links, removals.linkRows(asked)) }
        let before = measures.last { $0.reach == reach }
        measures.append(removals.measures(after: before, inLandscapeOf: request.landscapeArea))
      }
    }
    return measures
  }
}
