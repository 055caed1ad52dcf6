internal import Formats
internal import Geometry
internal import Overlay

/// What lines repeat of earlier lines of their group, in words.
///
/// As long as there are few segments, all are remembered. When there are too many, all lines are
/// read once more to find out which segments may be repeated, and from there on only these are
/// remembered: memory then does not grow with the lines.
struct RepeatTally {
  /// How much is remembered.
  struct Limits: Sendable {
    /// The number of segments that are remembered without looking ahead.
    var remembered = 3 << 20
    /// The number of segments that one reading of all lines tells apart.
    var surveyed = 1 << 27
  }

  /// A line and what it repeats of an earlier one.
  struct Entry {
    var line: Value
    /// The number of the earlier line.
    var earlierNumber: Int
    /// The id of the earlier line, known at the end.
    var earlier = Value.null
    var length: Double
  }

  private(set) var entries: [Entry] = []
  /// The number of lines that repeat something.
  private(set) var lineCount = 0
  /// What a reader should know.
  private(set) var notes: [String] = []

  /// How to read the lines once more; nil where they can be read only once.
  private let rereading: RepeatReading?
  private let limits: Limits
  private var segments = RepeatedSegments()
  /// The ids of all lines so far, as long as all segments are remembered.
  private var ids: [Value] = []
  /// The number of lines so far.
  private var addedCount = 0
  /// The number of lines at the first reading of all; nil before it.
  private var surveyedCount: Int?

  init(rereading: RepeatReading?, limits: Limits) {
    self.rereading = rereading
    self.limits = limits
  }

  /// The length of everything repeated.
  var length: Double { entries.map(\.length).reduce(0, +) }

  /// Adds a batch and returns, by row, the parts that are repeated.
  mutating func add(
    _ batch: BatchCutter.Product, _ prints: SegmentPrints
  ) async throws -> [Int: [LinePart]] {
    if surveyedCount == nil {
      if let rereading, segments.segmentCount > limits.remembered {
        try await survey(rereading, progress: batch.progress)
      }
    }
    if surveyedCount == nil { ids += batch.lines.ids }
    addedCount += batch.column.count
    var hidden: [Int: [LinePart]] = [:]
    for repetition in segments.add(prints, of: batch.column) {
      hidden[repetition.row, default: []] += repetition.parts
      entries.append(
        Entry(
          line: batch.lines.ids[repetition.row], earlierNumber: repetition.earlier,
          length: repetition.parts.map { batch.cuts.chainage.length(from: $0.from, to: $0.to) }
            .reduce(0, +)))
    }
    lineCount += hidden.count
    return hidden
  }

  /// Forgets all segments but those that may be repeated.
  private mutating func survey(_ reading: RepeatReading, progress: Double) async throws {
    let expected = Double(segments.segmentCount) / max(progress, 1e-6)
    nameEarlierLines()
    ids = []
    segments = RepeatedSegments()
    let survey = try await reading.survey(
      capacity: limits.surveyed, expecting: Int(min(expected, 1e12)))
    surveyedCount = survey.lineCount
    segments = survey.segments
    try await reading.claim(firstLines: addedCount, in: &segments)
  }

  /// Names the earlier lines of the entries by the ids that are known.
  private mutating func nameEarlierLines() {
    for index in entries.indices where entries[index].earlierNumber < ids.count {
      entries[index].earlier = ids[entries[index].earlierNumber]
    }
  }

  /// Finds the ids of the earlier lines.
  mutating func finish(lineCount: Int) async throws {
    guard let rereading, let surveyedCount else {
      nameEarlierLines()
      if segments.segmentCount > limits.remembered {
        notes.append(
          "the lines can be read only once, so all \(grouped(segments.segmentCount)) different "
            + "segments are kept in memory; lines in files need less")
      }
      return
    }
    guard surveyedCount == lineCount else { throw RepeatReading.changed }
    let unnamed = entries.indices.filter { entries[$0].earlier == .null }
    if unnamed.isEmpty { return }
    let names = try await rereading.ids(ofLines: Set(unnamed.map { entries[$0].earlierNumber }))
    for index in unnamed { entries[index].earlier = names[entries[index].earlierNumber] ?? .null }
  }
}
