internal import Connectivity
internal import Formats
internal import Geometry
internal import Landscape
internal import Overlay
internal import Permeability

/// The rows of a unit about barriers in its area.
struct UnitRows {
  let mosaic: UnitMosaic
  /// Nil for a unit that is about no species.
  let scores: PieceScores?

  private var inputs: UnitInputs { mosaic.inputs }
  private var start: [Value] {
    [inputs.subject.species.map(Value.text) ?? .null, .text(inputs.scenario)]
  }

  private func line(_ row: Int) -> Value {
    .text(inputs.wholeLines.lines[inputs.wholeLines.numbers[row]].id)
  }

  private func regions(_ stretch: MosaicStretch) -> Value {
    let names = mosaic.regions(of: stretch).map(\.name)
    return names.isEmpty ? .null : .text(names.joined(separator: "; "))
  }

  private func text(_ text: String?) -> Value { text.map(Value.text) ?? .null }

  /// Rows of `pieces`, with their lines.
  func pieces() -> FeatureBatch {
    var batch = FeatureBatch(fields: AtlasTable.pieces.fields)
    var lines = LineColumn()
    for stretch in mosaic.stretches {
      let (row, design) = (stretch.line, inputs.barriers.designs[stretch.line])
      lines.append(stretch.part, of: inputs.lines)
      let attributes: [Value] = [
        .text(inputs.barriers.ids[row].description), line(row),
        .text(design.barrierClass.rawValue), .text(design.status.rawValue),
        text(inputs.barriers.fragments[row].name), text(mosaic.country(of: stretch)),
        regions(stretch), .text(mosaic.isInside(stretch) ? "inside" : "boundary"),
        .metres(stretch.from), .metres(stretch.to), .metres(stretch.length),
        .boolean(mosaic.repeats(stretch)),
      ]
      batch.append(start + attributes + permeability(of: stretch))
    }
    batch.geometry = GeometryColumn(lines)
    return batch
  }

  private func permeability(of stretch: MosaicStretch) -> [Value] {
    guard let scores else { return Array(repeating: .null, count: 8) }
    let score = scores.scores[stretch.line]
    let p = scores.estimate(stretch.line, stretch.from...max(stretch.from, stretch.to))
    return [
      .share(p.central), .share(p.low), .share(p.high), .text(Reading(p.central).rawValue),
      .text(score.mode.rawValue), .text(score.driver.rawValue), .text(score.grade.rawValue),
      score.completeness.map(Value.share) ?? .null,
    ]
  }

  /// Rows of `crossings`, with their places.
  func crossings() -> FeatureBatch {
    var batch = FeatureBatch(fields: AtlasTable.crossings.fields)
    for crossing in mosaic.crossings {
      let (row, place) = (crossing.line, crossing.at.position)
      let stretch = mosaic.stretch(at: crossing)
      let p = scores?.estimate(row, crossing.chainage...crossing.chainage).central
      batch.geometry.appendPoint(place)
      batch.append(
        start + [
          .text(inputs.barriers.ids[row].description), line(row),
          .text(inputs.barriers.designs[row].barrierClass.rawValue),
          text(stretch.flatMap(mosaic.country)), stretch.map(regions) ?? .null,
          .metres(crossing.chainage), .text(crossing.isEntry ? "in" : "out"), .degrees(place.x),
          .degrees(place.y), p.map(Value.share) ?? .null, text(p.map { Reading($0).rawValue }),
        ])
    }
    return batch
  }

  /// Rows of `passages` on barriers in the area, with their places.
  func passages(_ scorer: Scorer) -> FeatureBatch {
    var batch = FeatureBatch(fields: AtlasTable.passages.fields)
    let stretches = Dictionary(grouping: mosaic.stretches, by: \.line)
    for row in inputs.passages.keys.sorted() {
      guard let own = inputs.passages[row], let inside = stretches[row] else { continue }
      for passage in own.passages.sorted(by: { $0.chainage < $1.chainage })
      where inside.contains(where: { $0.from <= passage.chainage && passage.chainage <= $0.to }) {
        // Openings of which nothing but their spacing is known are no places.
        if passage.design.width == .infinity { continue }
        append(passage, on: row, scorer, to: &batch)
      }
    }
    return batch
  }

  private func append(
    _ passage: PassageOnLine, on row: Int, _ scorer: Scorer, to batch: inout FeatureBatch
  ) {
    guard let place = inputs.lines.position(at: passage.chainage, ofRow: row) else { return }
    let design = passage.design
    let acceptance = inputs.subject.species.flatMap {
      scorer.acceptance(of: design, on: inputs.barriers.designs[row], for: $0)
    }
    batch.geometry.appendPoint(place)
    batch.append(
      start + [
        .text(inputs.barriers.ids[row].description), line(row),
        .text(inputs.barriers.designs[row].barrierClass.rawValue), .text(design.kind.rawValue),
        .metres(passage.chainage), .degrees(place.x), .degrees(place.y), .measured(design.width),
        .measured(design.height), .measured(design.length), acceptance.map(Value.share) ?? .null,
        text(design.fault),
      ])
  }
}
