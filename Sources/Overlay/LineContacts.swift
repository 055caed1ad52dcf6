import Geometry

/// Makes contacts of what a search found.
struct LineContacts: Sendable {
  private let lines: LineColumn
  private let others: LineColumn
  private let measure: LengthMeasure

  init(of lines: LineColumn, with others: LineColumn, measuredBy measure: LengthMeasure) {
    (self.lines, self.others, self.measure) = (lines, others, measure)
  }

  /// Returns all contacts with their chainages, sorted by line, then along the line; `areSelf` says
  /// that a path is compared with itself, not with the same path of other lines.
  func contacts(
    in findings: [LineFindings], jobs: Int, areSelf: Bool = false
  ) async throws -> [LineContact] {
    let specials = findings.flatMap(\.specials)
    let runs = try await runs(of: specials, jobs: jobs, areSelf: areSelf)
    let found = findings.flatMap(\.crossings) + runs
    let values = try await LineChainage.values(
      of: lines, measuredBy: measure, count: found.count, jobs: jobs
    ) { (found[$0].line, found[$0].from) }
    let otherValues = try await LineChainage.values(
      of: others, measuredBy: measure, count: found.count, jobs: jobs
    ) { (found[$0].other, found[$0].otherFrom) }
    var contacts = found
    for number in contacts.indices {
      contacts[number].chainage = values[number]
      contacts[number].otherChainage = otherValues[number]
    }
    var pulse = Pulse()
    try contacts.sort {
      try pulse.beat()
      return $0.comes(before: $1)
    }
    return contacts
  }

  /// The contacts in pairs of segments, which come in the order of the paths to which the first ones
  /// belong: path by path.
  private func runs(
    of specials: [SegmentPair], jobs: Int, areSelf: Bool
  ) async throws -> [LineContact] {
    var starts = specials.indices.filter { $0 == 0 || specials[$0].path != specials[$0 - 1].path }
    let count = starts.count
    starts.append(specials.count)
    let ends = starts
    return try await mapChunks(of: count, size: 16, jobs: jobs) { groups in
      try groups.flatMap { try runs(ofPath: specials[ends[$0]..<ends[$0 + 1]], areSelf: areSelf) }
    }.flatMap(\.self)
  }

  private func runs(
    ofPath specials: ArraySlice<SegmentPair>, areSelf: Bool
  ) throws -> [LineContact] {
    var pulse = Pulse()
    let sorted = try specials.sorted {
      try pulse.beat()
      return ($0.otherPath, $0.segment, $0.otherSegment)
        < ($1.otherPath, $1.segment, $1.otherSegment)
    }
    let first = LinePath(lines, path: sorted[0].path, row: sorted[0].row)
    var contacts: [LineContact] = []
    var start = 0
    while start < sorted.count {
      let other = sorted[start].otherPath
      let end = sorted[start...].firstIndex { $0.otherPath != other } ?? sorted.count
      let second = LinePath(others, path: other, row: sorted[start].otherRow)
      let meetings = try LineMeetings(
        first, second, isSelf: areSelf && sorted[start].path == other, sorted[start..<end])
      let runs = try LineRuns(meetings, measuredBy: measure).runs
      contacts += runs.map { LineContact($0, of: first, with: second) }
      start = end
    }
    return contacts
  }
}

extension LineContact {
  /// Names a run by rows and cut positions, chainages still to be filled in.
  fileprivate init(_ run: LineRuns.Run, of first: LinePath, with second: LinePath) {
    self.init(
      line: first.row, other: second.row, kind: run.kind,
      from: first.cut(at: run.from.first), to: first.cut(at: run.to.first),
      otherFrom: second.cut(at: run.from.second), otherTo: second.cut(at: run.to.second),
      chainage: 0, otherChainage: 0, length: run.length)
  }

  /// The order of results: by line, along it, then by the other line, along that.
  fileprivate func comes(before other: LineContact) -> Bool {
    if line != other.line { return line < other.line }
    if chainage != other.chainage { return chainage < other.chainage }
    if self.other != other.other { return self.other < other.other }
    if otherChainage != other.otherChainage { return otherChainage < other.otherChainage }
    if from != other.from { return from.isBefore(other.from) }
    if otherFrom != other.otherFrom { return otherFrom.isBefore(other.otherFrom) }
    return to != other.to ? to.isBefore(other.to) : otherTo.isBefore(other.otherTo)
  }
}
