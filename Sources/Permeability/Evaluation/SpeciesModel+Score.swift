internal import Landscape

extension SpeciesModel {
  /// Scores a design as a line without passages.
  func score(_ design: BarrierDesign, season: String) -> Score {
    let function = { (values: ParameterValues) in
      var ledger = PlainLedger(values: values)
      return annual(design, &ledger)
    }
    var record = RecordingLedger(values: central)
    _ = annual(design, &record)
    let swings = swings(record.slots, function)
    var plain = PlainLedger(values: central)
    let driver = design.permeability(of: species, in: seasons[0], &plain).driver
    return Score(
      species: species.id, season: season,
      p: Bounds(model: self, slots: record.slots).estimate(function),
      mode: design.status == .razed || design.hasComponents ? .component : .prior,
      driver: driver, grade: Swing.grade(swings), completeness: design.completeness,
      defaults: record.defaults, swings: Array(swings.prefix(3)),
      mortality: design.mortality(of: self), passages: nil)
  }

  /// Scores a stretch of a barrier with the passages on it; `line` is its score without them.
  func score(_ line: Score, _ row: PassageRow, in stretch: ClosedRange<Double>) -> Score {
    var record = RecordingLedger(values: central)
    _ = mean(annual(row.barrier, &record), row, in: stretch, &record)
    let swings = swings(record.slots) { values in
      var ledger = PlainLedger(values: values)
      return mean(annual(row.barrier, &ledger), row, in: stretch, &ledger)
    }
    let p = bounds(of: line.p, row, in: stretch)
    var plain = PlainLedger(values: central)
    let detour =
      (1 - line.p.central)
      * profile(row, &plain).meanDetour(from: stretch.lowerBound, to: stretch.upperBound)
    return Score(
      species: species.id, season: line.season, p: p, mode: line.mode, driver: line.driver,
      grade: Swing.grade(swings), completeness: line.completeness, defaults: line.defaults,
      swings: Array(swings.prefix(3)), mortality: line.mortality,
      passages: PassageEffect(
        line: line.p, mean: mean(line.p.central, row, in: 0...row.length, &plain),
        usable: row.passages.count { $0.design.acceptance(on: row.barrier, &plain) > 0 },
        detour: p.central > 0 ? detour / p.central : 0, stretch: stretch))
  }
}
