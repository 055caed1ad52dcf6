internal import Formats
internal import Geometry
internal import Landscape
internal import Overlay

/// Reads all lines of an overlay once more, to find what they repeat.
struct RepeatReading: Sendable {
  let side: InputSide
  /// The columns that make the groups of lines.
  let columns: [String]
  /// What else is done to the lines before they are cut.
  let cutter: BatchCutter
  let jobs: Int
  let console: Console

  /// Says that the second reading found something else than the first.
  static let changed = FormatError(
    .badData, "the lines changed while they were read",
    help: "wait until nothing writes to the files, and start again")

  /// Finds which segments may be repeated.
  ///
  /// - Returns: What remembers these, and the number of lines.
  func survey(
    capacity: Int, expecting count: Int
  ) async throws -> (segments: RepeatedSegments, lineCount: Int) {
    let progress = Progress("looking for repeated segments", unit: "lines", on: console)
    defer { progress.finish() }
    let survey = Survey(SegmentSurvey(capacity: capacity, expecting: count))
    repeat {
      survey.lineCount = 0
      let lines = InputFeed(try InputSideReader(side, by: columns))
      let pipeline = Pipeline {
        try await lines.next()
      } work: { batch in
        (cutter.prints(of: batch.features), batch.progress)
      } take: { prints, fraction in
        survey.add(prints)
        progress.update(fraction: fraction, count: survey.lineCount)
      }
      try await pipeline.run(jobs: jobs)
    } while survey.segments.endReading()
    return (survey.segments.repeatedSegments(), survey.lineCount)
  }

  /// `@unchecked Sendable`: it is used by one step of a ``Pipeline`` after the other.
  private final class Survey: @unchecked Sendable {
    var segments: SegmentSurvey
    var lineCount = 0

    init(_ segments: SegmentSurvey) { self.segments = segments }

    func add(_ prints: SegmentPrints) {
      segments.add(prints)
      lineCount += prints.lineCount
    }
  }

  /// Lets the lines that were cut already have the segments that they had first.
  func claim(firstLines count: Int, in segments: inout RepeatedSegments) async throws {
    var reader = try InputSideReader(side, by: columns)
    var claimed = 0
    while claimed < count, let batch = try await reader.next() {
      var moved = OverlayCounts().snapping
      let column = cutter.snapped(batch, &moved)
      _ = segments.add(column, groups: batch.groups)
      claimed += column.count
    }
    guard claimed == count else { throw Self.changed }
    cutter.sieve.value = segments.sieve
  }

  /// Returns the ids of some lines, by number.
  func ids(ofLines wanted: Set<Int>) async throws -> [Int: Value] {
    let progress = Progress("naming repeated lines", unit: "lines", on: console)
    defer { progress.finish() }
    var reader = try InputSideReader(side, by: columns)
    var names: [Int: Value] = [:]
    var count = 0
    while names.count < wanted.count, let batch = try await reader.next() {
      for (row, id) in batch.ids.enumerated() where wanted.contains(count + row) {
        names[count + row] = id
      }
      count += batch.ids.count
      progress.update(fraction: reader.progress, count: count)
    }
    return names
  }
}
