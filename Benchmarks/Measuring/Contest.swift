/// One job that several contenders do, on the same data and with the same result.
struct Contest {
  /// One way to do the job.
  struct Contender {
    /// Who does it, for instance `kulan` or `gdal-arrow`.
    let name: String
    /// Does it once.
    let body: () async throws -> Findings
    /// Looks at what the job left behind, where the result of the job is a file.
    let inspection: (() throws -> Findings)?
  }

  /// What is done, for instance `formats/geopackage/read`.
  let name: String
  /// What one item is, for instance `vertex`.
  let unit: String
  /// How many items one run handles.
  let items: Int
  /// How far sums may differ between contenders, relative.
  var tolerance = 0.0
  /// How many times as fast as the fastest other contender the first one must be.
  var goal: Double?
  /// The contenders: ours first, then the baselines.
  private(set) var contenders: [Contender] = []

  /// Describes a job without contenders.
  init(_ name: String, unit: String, items: Int, tolerance: Double = 0, goal: Double? = nil) {
    self.name = name
    self.unit = unit
    self.items = items
    self.tolerance = tolerance
    self.goal = goal
  }

  /// Adds a contender; the first one is ours.
  mutating func add(
    _ name: String, inspection: (() throws -> Findings)? = nil,
    _ body: @escaping () async throws -> Findings
  ) {
    contenders.append(Contender(name: name, body: body, inspection: inspection))
  }

  /// Returns the same job with one contender alone.
  func only(_ name: String) -> Contest {
    var contest = self
    contest.contenders = contenders.filter { $0.name == name }
    return contest
  }

  /// Lets every contender do the job once for its result, compares the results, and then times
  /// `runs` rounds in which the contenders take turns, so that a busy spell hits all of them.
  func run(_ runs: Int) async throws -> [Score] {
    var scores: [Score] = []
    for contender in contenders {
      let result = try await contender.body()
      let findings = try contender.inspection?() ?? result
      if let first = scores.first?.findings,
        !findings.agree(with: first, tolerance: tolerance)
      {
        throw Disagreement(
          contest: name, first: contenders[0].name, firstFindings: first,
          second: contender.name, secondFindings: findings)
      }
      scores.append(Score(contest: self, contender: contender.name, findings: findings))
    }
    for _ in 0..<runs {
      for (place, contender) in contenders.enumerated() {
        scores[place].timings.append(try await Timing.measure(contender.body).0)
      }
    }
    return scores
  }
}

/// Two contenders that found different things.
struct Disagreement: Error, CustomStringConvertible {
  let contest: String
  let first: String
  let firstFindings: Findings
  let second: String
  let secondFindings: Findings

  var description: String {
    let counts = zip(firstFindings.counts, secondFindings.counts).filter { $0 != $1 }.prefix(3)
    let sums = zip(firstFindings.sums, secondFindings.sums).filter { $0 != $1 }.prefix(3)
    return "\(contest): \(first) and \(second) disagree: \(Array(counts)) \(Array(sums))"
  }
}
