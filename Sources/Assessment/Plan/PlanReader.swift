internal import Atlas
internal import Foundation
public import Formats
internal import Geometry
internal import Overlay
internal import Permeability

/// Reads plans: one alternative from every source, with the structures on its lines.
///
/// Features whose ends meet are joined, and chainage starts where the plan was delivered to start.
/// What was joined, left out or not understood is in the notes of the plan.
public struct PlanReader: Sendable {
  private let input: PlanInput
  private let settings: DesignSettings

  /// Prepares to read.
  ///
  /// - Throws: When the file of attributes is missing or says what cannot be.
  public init(_ input: PlanInput) throws(FormatError) {
    self.input = input
    let file = try input.attributes.map { path throws(FormatError) in
      try Self.settings(inFile: path)
    }
    settings = (file ?? DesignSettings()).merging(input.settings)
  }

  /// Reads all plans, in the order of their sources.
  ///
  /// - Returns: A plan for every source, with names that differ.
  /// - Throws: `usage` where nothing says what is planned; `badData` for a source without lines, without
  ///   coordinate reference system, or with exchanged axes; what else reading throws.
  public func plans() async throws -> [Plan] {
    var names = UniqueNames()
    var plans: [Plan] = []
    for query in input.sources {
      plans.append(try await plan(query, name: names.name(for: Self.name(of: query.source))))
    }
    if input.structures.isEmpty { return plans }
    let list = try await StructureList(input)
    let all = Set(plans.map { $0.name.lowercased() })
    return plans.map { $0.with(list, among: all, distance: input.distance) }
  }

  private func plan(_ query: LayerQuery, name: String) async throws -> Plan {
    let source = try PlanSource(query, extent: input.extent)
    var lines = PlanLines(settings: settings)
    try await source.read(into: &lines)
    let joiner = PlanJoiner(lines.pieces)
    let built = PlanBuilder(joiner.chains)
    try built.requirePlanned()
    let box = built.geometry.paths.box(of: 0..<built.geometry.paths.count)
    try source.requireOrder(of: box, isTransformed: lines.isTransformed)
    let isOutside = input.extent.map { !$0.meets(box) } ?? false
    return Plan(
      name, source: query.source, geometry: built.geometry, lines: built.lines,
      notes: lines.notes + lines.omissions + joiner.notes
        + (isOutside ? ["it lies outside the extent of the atlas"] : []))
  }

  /// The stem of a file, with the layer where one is named.
  private static func name(of source: SourceSpec) -> String {
    let file = source.path.split(separator: "/").last.map(String.init) ?? source.path
    let stem = file.split(separator: ".").first.map(String.init) ?? file
    return (file == "-" ? "plan" : stem) + (source.layer.map { ":\($0)" } ?? "")
  }

  private static func settings(inFile path: String) throws(FormatError) -> DesignSettings {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw FormatError(
        .missingInput, "there is no file \(path) of attributes", help: "check the path")
    }
    return try AttributeFile.settings(
      String(decoding: bytes, as: UTF8.self), name: path, read: PlanSettings.parse)
  }
}
