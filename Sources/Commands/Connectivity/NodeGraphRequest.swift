internal import Formats

/// What `kulan connectivity` was asked for of nodes and distances.
struct NodeGraphRequest: Sendable {
  /// The files of nodes, one for each time.
  let nodes: [String]
  /// The files of distances: one, or one for each time.
  let distances: [String]
  let probability: Double
  /// The distances D.
  let reaches: [Double]
  let landscapeArea: Double?
  let removals: NodeGraphOptions.Removals
  /// The links that are to be removed, by the ids of their ends; empty for all that matter.
  let links: [(String, String)]
  let out: String?
  let jobs: Int
  let overwrites: Bool
  let isDryRun: Bool

  init(_ arguments: Arguments) throws(UserError) {
    nodes = try Self.files(arguments, NodeGraphOptions.nodes)
    distances = try Self.files(arguments, NodeGraphOptions.distances)
    probability = try Self.number(
      arguments.certain(NodeGraphOptions.probability), of: NodeGraphOptions.probability,
      "between 0 and 1, as in 0.5"
    ) { 0 < $0 && $0 < 1 }
    reaches = try Self.reaches(arguments)
    let area = arguments.text(NodeGraphOptions.landscapeArea)
    landscapeArea =
      if let area {
        try Self.number(area, of: NodeGraphOptions.landscapeArea, "above 0") { $0 > 0 }
      } else {
        nil
      }
    out = arguments.text(ConnectivityCommand.out)
    removals = try arguments.choice(
      NodeGraphOptions.removals, none: .none, usual: .nodes)
    links = try Self.links(arguments, removals)
    jobs = arguments.jobs
    overwrites = arguments.has(.overwrite)
    isDryRun = arguments.has(.dryRun)
    try requireOneForAllOrEach()
    try requireUntouchedInputs()
  }

  /// The file of distances of a time.
  func distances(of time: Int) -> String { distances[distances.count == 1 ? 0 : time] }

  private static func files(
    _ arguments: Arguments, _ option: Option
  ) throws(UserError) -> [String] {
    let files = arguments.texts(option)
    if !files.isEmpty { return files }
    throw UserError(
      .usage, "kulan connectivity needs \(option.signature)",
      help: "`kulan connectivity --help` shows examples")
  }

  static func number(
    _ text: String, of option: Option, _ range: String, _ isValid: (Double) -> Bool
  ) throws(UserError) -> Double {
    if let number = Double(text), number.isFinite, isValid(number) { return number }
    throw UserError(
      .usage, "--\(option.name) cannot be '\(text)'", help: "write a number \(range)")
  }

  private static func reaches(_ arguments: Arguments) throws(UserError) -> [Double] {
    var reaches: [Double] = []
    for text in try files(arguments, NodeGraphOptions.at) {
      let reach = try number(
        text, of: NodeGraphOptions.at, "above 0, in the unit of the distances"
      ) { $0 > 0 }
      if !reaches.contains(reach) { reaches.append(reach) }
    }
    return reaches
  }

  private static func links(
    _ arguments: Arguments, _ removals: NodeGraphOptions.Removals
  ) throws(UserError) -> [(String, String)] {
    let ids = arguments.texts(NodeGraphOptions.links)
    guard ids.count.isMultiple(of: 2) else {
      throw UserError(
        .usage, "--links has \(ids.count) ids, which are no pairs",
        help: "write the ids of both ends of every link, as in --links 3 8 8 11")
    }
    if !ids.isEmpty, !removals.hasLinks {
      throw UserError(
        .usage, "--links is given, and no links are removed", help: "add --removals links")
    }
    return stride(from: 0, to: ids.count, by: 2).map { (ids[$0], ids[$0 + 1]) }
  }

  private func requireOneForAllOrEach() throws(UserError) {
    guard distances.count != 1, distances.count != nodes.count else { return }
    throw UserError(
      .usage,
      "\(counted(distances.count, "file")) of distances for \(counted(nodes.count, "file")) of nodes",
      help: "give one for all times, or one for each")
  }

  /// An input is never written to, whatever `--overwrite` says.
  private func requireUntouchedInputs() throws(UserError) {
    guard let out else { return }
    for file in nodes + distances where OutputFolder.holds(file, in: out) {
      throw UserError(
        .usage, "--out \(out) would replace \(file), which is read",
        help: "choose another folder; inputs are never replaced, not even with --overwrite")
    }
  }
}
