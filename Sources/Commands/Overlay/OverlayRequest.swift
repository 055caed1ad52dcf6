internal import Formats
internal import Landscape

/// What `kulan overlay` was asked for.
struct OverlayRequest: Sendable {
  var lines: InputSide
  let polygons: InputSide
  let groupBy: GroupBy
  let keepsRepeats: Bool
  /// The tolerance in metres, where one was given.
  let snap: Double?
  /// The files that were asked for.
  let places: [OverlayTable: String]
  let jobs: Int
  let overwrites: Bool
  let isDryRun: Bool
  /// How much of the lines is remembered to find what they repeat.
  var repeatLimits = RepeatTally.Limits()

  init(_ arguments: Arguments) throws {
    lines = try OverlayCommand.lines.side(.lines, arguments)
    polygons = try OverlayCommand.polygons.side(.polygons, arguments)
    groupBy = try GroupBy(arguments.texts(OverlayCommand.by))
    keepsRepeats = arguments.has(OverlayCommand.keepRepeats)
    snap = try arguments.text(OverlayCommand.snap).map(Self.metres)
    let options: [OverlayTable: Option] = [
      .pieces: OverlayCommand.out, .crossings: OverlayCommand.crossings,
      .summary: OverlayCommand.summary, .rejected: OverlayCommand.rejected,
    ]
    places = options.compactMapValues { arguments.text($0) }
    jobs = arguments.jobs
    overwrites = arguments.has(.overwrite)
    isDryRun = arguments.has(.dryRun)
    try requireDistinctStreams()
    for side in [lines, polygons] { try side.requireDistinctSources("--\(side.side.rawValue)") }
    try requireUntouchedInputs(options)
  }

  private static func metres(_ text: String) throws(UserError) -> Double {
    guard let metres = Double(text), metres >= 0, metres <= 1000 else {
      throw UserError(
        .usage, "--snap cannot be '\(text)'",
        help: "write metres from 0 to 1000, as in --snap 0.1; 0 moves nothing")
    }
    return metres
  }

  private var sources: [SourceSpec] { (lines.queries + polygons.queries).map(\.source) }

  /// An input is never written to, whatever `--overwrite` says.
  private func requireUntouchedInputs(
    _ options: [OverlayTable: Option]
  ) throws(UserError) {
    for table in OverlayTable.allCases {
      guard let place = places[table], let option = options[table] else { continue }
      let path = SourceSpec(output: place).path
      if let input = sources.first(where: { Datasets.areSame($0.path, path) }) {
        throw UserError(
          .usage, "--\(option.name) \(place) would replace the input \(input.path)",
          help: "choose another name; inputs are never replaced, not even with --overwrite")
      }
    }
  }

  private func requireDistinctStreams() throws(UserError) {
    let inputs = (lines.queries + polygons.queries).count { $0.source.path == "-" }
    let outputs = places.values.count { $0 == "-" }
    if inputs > 1 || outputs > 1 {
      throw UserError(
        .usage, "'-' stands for \(inputs > 1 ? "two inputs" : "two outputs")",
        help: "only one can be standard \(inputs > 1 ? "input" : "output"); use files for others")
    }
  }
}
