internal import Connectivity
internal import Overlay
internal import Permeability

/// A range with the passages that were chosen so far.
struct PassageState: Sendable {
  let range: PlanRange
  let scenario: RangeScenario
  /// ECA of today, in km².
  let today: Double
  var study: RangeStudy
  /// ECA with what was chosen, in km².
  var area: Double
  /// The rows on which anything was chosen, with it.
  var fields: [Int: PassageField] = [:]
  /// The rows on which anything may be chosen, as they are today or in the plan.
  var planned: [Int: PassageField] = [:]
  /// The passage whose gain is not known yet: its step, and its place among the gains of the step.
  var pending: (step: Int, gain: Int)?
  /// Where these rows run through the range, in metres along each.
  var inside: [Int: [ClosedRange<Double>]] = [:]

  /// The mean permeability of a row in the range, by length; 0 for a row that is not there.
  func permeability(of row: Int, _ field: PassageField?) -> Double {
    let stretches = inside[row] ?? []
    let length = stretches.reduce(0) { $0 + $1.upperBound - $1.lowerBound }
    guard let field, length > 0 else { return 0 }
    return stretches.reduce(0) {
      $0 + ($1.upperBound - $1.lowerBound) * field.permeability(along: $1)
    } / length
  }

  /// The row as it is with what was chosen.
  func field(of row: Int) -> PassageField? { fields[row] ?? planned[row] }

  /// Prepares a row.
  mutating func prepare(_ row: Int) {
    guard planned[row] == nil else { return }
    inside[row] = range.stretches(of: row)
    planned[row] = PassageField(
      range.barriers.list.designs[row], passages: range.barriers.passages[row]?.passages ?? [],
      length: range.barriers.network.lines.geodesicLength(ofRow: row), range.model.scorer,
      species: range.species, season: range.season)
  }
}
