internal import Connectivity
internal import Overlay
internal import Permeability

extension PlanRange {
  /// What lines of a plan are to be instead of what is planned.
  typealias Rebuilt = [Int: (design: BarrierDesign, passages: [PassageOnLine])]

  /// What variants of an alternative do to the range.
  ///
  /// - Parameters:
  ///   - variants: For each the lines that differ, by their numbers in the plan.
  ///   - alternative: The number of the alternative.
  ///   - jobs: The greatest number of steps in work at once.
  /// - Returns: For every variant what it does.
  /// - Throws: `CancellationError`.
  func effects(
    of variants: [Rebuilt], _ alternative: Int, jobs: Int
  ) async throws -> [DesignVariant.Effect] {
    let planned = try await outcome(of: study, alternative, jobs: jobs)
    var effects: [DesignVariant.Effect] = []
    for variant in variants {
      let found = try await outcome(of: rebuilt(variant, alternative), alternative, jobs: jobs)
      effects.append(
        DesignVariant.Effect(
          species: species, plannedPermeability: planned.p, permeability: found.p,
          plannedArea: planned.area, area: found.area))
    }
    return effects
  }

  /// The same range with lines of an alternative built otherwise.
  func rebuilt(_ lines: Rebuilt, _ alternative: Int) -> RangeStudy {
    var fields: [Int: PassageField] = [:]
    for (number, other) in lines {
      let place = barriers.plans[alternative][number]
      fields[place.row] = PassageField(
        other.design,
        passages: other.passages.map { PassageOnLine($0.design, at: $0.chainage + place.shift) },
        length: barriers.network.lines.geodesicLength(ofRow: place.row), model.scorer,
        species: species, season: season)
    }
    return replacing(fields)
  }

  /// The same range with other central permeabilities of some rows.
  func replacing(_ fields: [Int: PassageField]) -> RangeStudy {
    RangeStudy(
      study.mesh, study.network, permeability(replacing: fields), rule: study.rule,
      dependence: study.dependence)
  }

  /// What barriers let through with other central permeabilities of some rows.
  func permeability(replacing fields: [Int: PassageField]) -> BarrierPermeability {
    study.permeability.replacing(
      fields.mapValues { field in Estimate(field.mean) }
    ) { row, stretch in fields[row].map { Estimate($0.permeability(along: stretch)) } }
  }

  /// The mean permeability of an alternative by length, and the connected area in km².
  private func outcome(
    of study: RangeStudy, _ alternative: Int, jobs: Int
  ) async throws -> (p: Double, area: Double) {
    let graph = study.patches(study.walls(in: barriers.scenario(with: alternative)))
    let area = graph.connectedArea(try await graph.reach(jobs: jobs)).equivalentArea
    let rows = Set(barriers.plans[alternative].map(\.row))
    var (length, sum) = (0.0, 0.0)
    for wall in study.mesh.walls {
      for piece in study.mesh.pieces[wall.pieces] where rows.contains(piece.barrier) {
        length += wall.length
        sum += wall.length * study.permeability.value(piece.barrier, piece.stretch, \.central)
      }
    }
    return (length > 0 ? sum / length : 1, area)
  }
}
