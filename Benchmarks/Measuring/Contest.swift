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

  /// A run that takes longer than this many seconds is not repeated: its noise is small, and its
  /// first run counts.
  private static let patience = 10.0

  /// What is done, for instance `formats/geopackage/read`.
  let name: String
  /// What one item is, for instance `vertex`.
  let unit: String
  /// How many items one run handles.
  let items: Int
  /// How far sums may differ between contenders, relative.
  var tolerance = 0.0
  /// What must be reached.
  private(set) var requirements: [Requirement] = []
  /// The contenders: ours first, then the baselines.
  private(set) var contenders: [Contender] = []

  /// Describes a job without contenders.
  init(_ name: String, unit: String, items: Int, tolerance: Double = 0) {
    self.name = name
    self.unit = unit
    self.items = items
    self.tolerance = tolerance
  }

  /// Adds a contender; the first one is ours.
  mutating func add(
    _ name: String, inspection: (() throws -> Findings)? = nil,
    _ body: @escaping () async throws -> Findings
  ) {
    contenders.append(Contender(name: name, body: body, inspection: inspection))
  }

  /// Demands that a contender is `least` times as good as another.
  mutating func require(
    _ least: Double, of contender: String = "kulan", against baseline: String,
    in quantity: Requirement.Quantity = .processor
  ) {
    requirements.append(
      Requirement(contender: contender, baseline: baseline, quantity: quantity, least: least))
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
      let (timing, result) = try await Timing.measure(contender.body)
      let findings = try contender.inspection?() ?? result
      if let first = scores.first?.findings,
        !findings.agree(with: first, tolerance: tolerance)
      {
        throw Disagreement(
          contest: name, first: contenders[0].name, firstFindings: first,
          second: contender.name, secondFindings: findings)
      }
      var score = Score(contest: self, contender: contender.name, findings: findings)
      if runs == 0 || timing.wall > Self.patience { score.timings = [timing] }
      scores.append(score)
    }
    let quick = scores.indices.filter { scores[$0].timings.isEmpty }
    for _ in 0..<runs {
      for place in quick {
        scores[place].timings.append(try await Timing.measure(contenders[place].body).0)
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
