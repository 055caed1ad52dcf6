internal import Formats
internal import Geometry
internal import Landscape
internal import Permeability

/// How the score of one barrier is derived, for a reader.
struct Explanation {
  private let request: ScoreRequest

  init(_ request: ScoreRequest) { self.request = request }

  /// Looks for a barrier and explains its score for the one species that is asked for.
  ///
  /// - Throws: `usage` where no barrier has the id.
  func text(of id: String) async throws -> String {
    var reader = try InputSideReader(request.barriers, by: [])
    while let batch = try await reader.next() {
      guard let row = batch.ids.firstIndex(where: { $0.description == id }) else { continue }
      let designs = DesignReader(
        batch.features.columns.map(\.field), settings: request.model.settings)
      guard let design = designs.design(row, of: batch.features) else {
        throw UserError(
          .badData, "feature \(id) is no barrier by its attributes",
          help: "`kulan inspect` shows how a profile maps the layer")
      }
      var passages: BarrierPassages?
      if let wanted = request.passages { passages = try await BarrierPassages(wanted.input) }
      let geometry = batch.features.geometry
      return try text(
        of: id, request.model.rebuilding(design),
        passages?.passages(on: geometry.slots[row], of: geometry.lines, id: batch.ids[row], design))
    }
    throw UserError(
      .usage, "no barrier has the id '\(id)'",
      help: "`kulan inspect` shows the ids of a layer; --id names another column")
  }

  private func text(
    of id: String, _ design: BarrierDesign,
    _ own: BarrierPassages.Own?
  ) throws -> String {
    let species = request.model.species[0]
    var parts: [String] = []
    for season in request.seasons {
      let one = season == Season.annual ? nil : season
      let (passages, length) = (own?.passages ?? [], own?.length ?? 0)
      guard
        let score = request.model.scorer.score(
          design, passages: passages, length: length, for: species, season: one),
        let derivation = request.model.scorer.derivation(
          of: design, passages: passages, length: length, for: species, season: one)
      else { continue }
      parts.append(heading(id, design, score))
      if let known = request.model.overrides.entry(barrier: id, species: species, season: season) {
        parts.append(
          "overridden: P = \(known.p.inWords), grade \(known.grade.rawValue): \(known.source)")
      }
      parts.append(Self.lines(of: derivation, depth: 0).joined(separator: "\n"))
      parts.append(Self.swings(score))
      parts.append(variants(of: design, own, season: one, within: score.p))
    }
    return parts.joined(separator: "\n\n")
  }

  private func heading(_ id: String, _ design: BarrierDesign, _ score: Score) -> String {
    """
    barrier \(id): \(design.barrierClass.rawValue), \(design.status.rawValue)
    \(score.species), \(score.season): P = \(score.p.inWords), \(score.reading.rawValue)
    mode \(score.mode.rawValue), driver \(score.driver.rawValue), grade \(score.grade.rawValue)\
    \(score.completeness.map { ", completeness \(digits($0))" } ?? "")
    PM-1 is an expert model: most numbers below are judged (grade C).
    """
  }

  private static func lines(of derivation: Derivation, depth: Int) -> [String] {
    let margin = String(repeating: "  ", count: depth)
    let formula = derivation.formula.isEmpty ? "" : "   \(derivation.formula)"
    var lines = ["\(margin)\(derivation.name) = \(digits(derivation.value))\(formula)"]
    for use in derivation.attributes {
      lines.append(
        "\(margin)    \(use.name): \(use.value)\(use.isKnown ? "" : "   (not known; taken for it)")"
      )
    }
    for row in derivation.parameters {
      lines.append(
        "\(margin)    \(row.name) = \(row.value.inWords)\(row.unitInWords), "
          + "grade \(row.grade.rawValue): \(row.citation)")
    }
    return lines + derivation.parts.flatMap { Self.lines(of: $0, depth: depth + 1) }
  }

  /// What the form of the model makes of it, where that is more than the numbers do.
  private func variants(
    of design: BarrierDesign, _ own: BarrierPassages.Own?,
    season: String?, within bounds: Estimate
  ) -> String {
    let variants = request.model.scorer.variants(
      of: design, passages: own?.passages ?? [], length: own?.length ?? 0,
      for: request.model.species[0], season: season)
    return "other forms of the model:\n"
      + variants.map { variant in
        let isOutside = variant.p < bounds.low || variant.p > bounds.high
        return "  \(variant.name): P = \(digits(variant.p))"
          + (isOutside ? ", outside the bounds" : "")
      }.joined(separator: "\n")
  }

  private static func swings(_ score: Score) -> String {
    if score.swings.isEmpty { return "no number of the model moves it" }
    return "what would change it most:\n"
      + score.swings.map {
        "  \($0.parameter.name) from \(digits($0.parameter.value.low)) to "
          + "\(digits($0.parameter.value.high)): P from \(digits($0.atLow)) to \(digits($0.atHigh))"
      }.joined(separator: "\n")
  }
}

/// Four significant digits.
private func digits(_ number: Double) -> String {
  guard number != 0, number.isFinite else { return "0" }
  var scale = 1.0
  while abs(number) * scale < 1000 { scale *= 10 }
  return ((number * scale).rounded() / scale).shortText
}

extension Estimate {
  /// The number with its bounds.
  fileprivate var inWords: String { "\(digits(central)) [\(digits(low)) … \(digits(high))]" }
}

extension Parameter {
  fileprivate var unitInWords: String { unit == "1" || unit.isEmpty ? "" : " \(unit)" }
}
