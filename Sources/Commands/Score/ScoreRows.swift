internal import Formats
internal import Landscape
internal import Permeability

/// The rows that `kulan score` writes.
enum ScoreRows {
  static func fields(_ id: Field.Kind, isSampled: Bool) -> [Field] {
    let sampled =
      isSampled ? [Field("p_05", .real), Field("p_50", .real), Field("p_95", .real)] : []
    return [
      Field("barrier_id", id), Field("species", .text), Field("season", .text), Field("p", .real),
      Field("p_low", .real), Field("p_high", .real), Field("reading", .text), Field("mode", .text),
      Field("driver", .text), Field("grade", .text), Field("completeness", .real),
      Field("class", .text), Field("status", .text), Field("barbed", .boolean),
      Field("traffic_share", .real), Field("defaults", .text), Field("swings", .text),
      Field("source", .text), Field("p_line", .real), Field("p_mean", .real),
      Field("passages", .integer),
      Field("detour_m", .real), Field("from_m", .real), Field("to_m", .real),
      Field("p_bundle", .real), Field("bundled_share", .real), Field("companions", .text),
      Field("twins", .text),
    ] + sampled
  }

  static let definitions = Manual.Definitions(
    "Columns of --out",
    [
      "barrier_id, species, season": "the barrier, the species, and annual or a season",
      "p, p_low, p_high": "the permeability, 0 … 1, and its bounds, to six decimals: exact, "
        + "with passages a little wider",
      "reading": "absolute (p < 0.05), severe (< 0.25), moderate (< 0.60), slight (≤ 0.85), minor",
      "mode": "override, component (computed from attributes) or prior (of the class)",
      "driver": "the part that decides: the least permeable one",
      "grade": "A measured on the species, B on a similar one, C judged: the worst of the numbers "
        + "that move p by more than 0.1",
      "completeness": "the share of the attributes that the model of the class needs and that are "
        + "known; empty where it needs none",
      "class, status": "what the barrier is and what state it is in",
      "barbed": "it has barbed wire, which kills beside what it stops; empty where nobody knows",
      "traffic_share": "of what does not get across a road, the share that traffic kills",
      "defaults": "attributes that are not known, and the parameter or word taken for them",
      "swings": "the numbers that move p most: p at their low and high end",
      "source": "where an override comes from",
      "p_line": "where passages lie: p of the line itself",
      "p_mean":
        "where passages lie: the mean along the whole barrier; with --split p is that of a stretch",
      "passages": "the passages that the species can use",
      "detour_m": "how far those who get across walk along the barrier for it, on average",
      "from_m, to_m": "the stretch of the barrier that the row stands for, where passages lie",
      "p_bundle": "with --bundles: p of all that runs side by side, the mean along the barrier",
      "bundled_share": "the share of the barrier along which others run",
      "companions": "barriers of other classes beside it, which must be passed as well",
      "twins": "barriers of its class beside it, one feature with it: tracks, carriageways",
      "p_05, p_50, p_95": "with --samples: what 5 %, half and 95 % of the draws stay below",
    ])

  /// The values of one row, without those of bundles and samples.
  static func values(
    _ id: Value, _ score: Score, _ design: BarrierDesign, source: String?
  ) -> [Value] {
    [
      id, .text(score.species), .text(score.season), rounded(score.p.central),
      rounded(score.p.low), rounded(score.p.high), .text(score.reading.rawValue),
      .text(score.mode.rawValue),
      .text(score.driver.rawValue), .text(score.grade.rawValue),
      score.completeness.map(rounded) ?? .null, .text(design.barrierClass.rawValue),
      .text(design.status.rawValue), score.mortality.hasBarbs.map(Value.boolean) ?? .null,
      score.mortality.trafficShare.map(rounded) ?? .null, .text(defaults(score)),
      .text(swings(score)), source.map(Value.text) ?? .null,
      score.passages.map { rounded($0.line.central) } ?? .null,
      score.passages.map { rounded($0.mean) } ?? .null,
      score.passages.map { .integer(Int64($0.usable)) } ?? .null,
      score.passages.map { .real($0.detour.rounded()) } ?? .null,
      score.passages.map { metres($0.stretch.lowerBound) } ?? .null,
      score.passages.map { metres($0.stretch.upperBound) } ?? .null,
    ]
  }

  /// The values that only bundles have.
  static func values(_ company: ScoredBundles.Company?) -> [Value] {
    guard let company else { return [.null, .null, .null, .null] }
    func text(_ names: String) -> Value { names.isEmpty ? .null : .text(names) }
    return [
      rounded(company.p), rounded(company.share), text(company.companions), text(company.twins),
    ]
  }

  /// The values that only samples have.
  static func values(_ sample: Sample?) -> [Value] {
    guard let sample else { return [.null, .null, .null] }
    return [rounded(sample.low), rounded(sample.median), rounded(sample.high)]
  }

  private static func defaults(_ score: Score) -> String {
    score.defaults.map { "\($0.attribute)=\($0.value)" }.joined(separator: "; ")
  }

  private static func swings(_ score: Score) -> String {
    score.swings.map {
      "\($0.parameter.name) \(short($0.atLow))…\(short($0.atHigh))"
    }.joined(separator: "; ")
  }

  /// To the centimetre.
  private static func metres(_ metres: Double) -> Value { .real((metres * 100).rounded() / 100) }

  private static func short(_ p: Double) -> String { ((p * 1000).rounded() / 1000).plainText }

  /// Six decimals are far more than a judged number has.
  private static func rounded(_ p: Double) -> Value { .real((p * 1e6).rounded() / 1e6) }
}
