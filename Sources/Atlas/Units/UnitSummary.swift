internal import Connectivity
internal import Formats
internal import Geometry
internal import Landscape
internal import Overlay
internal import Permeability

/// Adds up what a unit holds by region, country and class.
struct UnitSummary {
  /// What a row of `summary` is about.
  private struct Key: Hashable, Comparable {
    /// Empty for the whole area.
    let region: String
    let country: String
    let barrierClass: String

    static func < (one: Key, other: Key) -> Bool {
      (one.region, one.country, one.barrierClass)
        < (other.region, other.country, other.barrierClass)
    }
  }

  /// What was added up.
  private struct Sums {
    var inside = 0.0
    var boundary = 0.0
    var repeated = 0.0
    var barriers: Set<Int> = []
    var lines: Set<Int> = []
    var crossings = 0
    /// Permeability × length, at the three ends.
    var p = SIMD3<Double>()
    var readings: [Reading: Double] = [:]
    var modes: [Score.Mode: Double] = [:]
    var grade: EvidenceGrade?

    var length: Double { inside + boundary }
  }

  private let mosaic: UnitMosaic
  private let scores: PieceScores?
  private var sums: [Key: Sums] = [:]

  init(_ mosaic: UnitMosaic, _ scores: PieceScores?) {
    (self.mosaic, self.scores) = (mosaic, scores)
    for stretch in mosaic.stretches {
      for (key, isInside) in keys(of: stretch) { add(stretch, isInside, to: key) }
    }
    for crossing in mosaic.crossings {
      guard let stretch = mosaic.stretch(at: crossing), !mosaic.repeats(stretch) else { continue }
      for (key, _) in keys(of: stretch) { sums[key, default: Sums()].crossings += 1 }
    }
  }

  /// The rows that a stretch counts in, with whether it lies in the interior of range and region.
  private func keys(of stretch: MosaicStretch) -> [(Key, isInside: Bool)] {
    let isInside = mosaic.isInside(stretch)
    let country = mosaic.country(of: stretch) ?? ""
    let barrierClass = mosaic.inputs.barriers.designs[stretch.line].barrierClass.rawValue
    func key(_ region: String) -> Key {
      Key(region: region, country: country, barrierClass: barrierClass)
    }
    let whole =
      if case .region(let name) = mosaic.inputs.subject { key(name) } else { key("") }
    return [(whole, isInside)]
      + mosaic.regions(of: stretch).map { (key($0.name), isInside && $0.isInside) }
  }

  private mutating func add(_ stretch: MosaicStretch, _ isInside: Bool, to key: Key) {
    var own = sums[key] ?? Sums()
    defer { sums[key] = own }
    own.barriers.insert(stretch.line)
    own.lines.insert(mosaic.inputs.wholeLines.numbers[stretch.line])
    if mosaic.repeats(stretch) {
      own.repeated += stretch.length
      return
    }
    if isInside { own.inside += stretch.length } else { own.boundary += stretch.length }
    guard let scores else { return }
    let p = scores.estimate(stretch.line, stretch.from...max(stretch.from, stretch.to))
    let score = scores.scores[stretch.line]
    own.p += SIMD3(p.central, p.low, p.high) * stretch.length
    own.readings[Reading(p.central), default: 0] += stretch.length
    own.modes[score.mode, default: 0] += stretch.length
    own.grade = max(own.grade ?? score.grade, score.grade)
  }

  /// Rows of `summary`: the whole area first, then region by region.
  func rows() -> FeatureBatch {
    var batch = FeatureBatch(fields: AtlasTable.summary.fields)
    for (key, own) in sums.sorted(by: { $0.key < $1.key }) {
      batch.geometry.appendNone()
      batch.append(
        [
          mosaic.inputs.subject.species.map(Value.text) ?? .null, .text(mosaic.inputs.scenario),
          text(key.region), text(key.country), .text(key.barrierClass), .metres(own.inside),
          .metres(own.boundary), .metres(own.repeated), .integer(Int64(own.barriers.count)),
          .integer(Int64(own.lines.count)), .integer(Int64(own.crossings)),
        ] + permeability(own))
    }
    return batch
  }

  private func permeability(_ own: Sums) -> [Value] {
    let length = own.length
    guard scores != nil, length > 0 else { return Array(repeating: .null, count: 11) }
    let p = own.p / length
    return [p.x, p.y, p.z].map(Value.share)
      + Reading.allCases.map { .metres(own.readings[$0] ?? 0) } + [
        text(own.grade?.rawValue ?? ""), .share((own.modes[.prior] ?? 0) / length),
        .share((own.modes[.override] ?? 0) / length),
      ]
  }

  private func text(_ text: String) -> Value { text.isEmpty ? .null : .text(text) }
}
