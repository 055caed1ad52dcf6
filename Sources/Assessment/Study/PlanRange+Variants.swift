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
  ///   - area: The connected area with the alternative as it is planned, in km².
  ///   - jobs: The greatest number of steps in work at once.
  /// - Returns: For every variant what it does.
  /// - Throws: `CancellationError`.
  func effects(
    of variants: [Rebuilt], _ alternative: Int, from area: Double, jobs: Int
  ) async throws -> [DesignVariant.Effect] {
    let planned = meanPermeability(of: alternative, in: study)
    var effects: [DesignVariant.Effect] = []
    for variant in variants {
      let other = rebuilt(variant, alternative)
      let graph = other.patches(other.walls(in: barriers.scenario(with: alternative)))
      effects.append(
        DesignVariant.Effect(
          species: species, plannedPermeability: planned,
          permeability: meanPermeability(of: alternative, in: other), plannedArea: area,
          area: graph.connectedArea(try await graph.reach(jobs: jobs)).equivalentArea))
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

  /// The mean permeability of an alternative in the range by length.
  private func meanPermeability(of alternative: Int, in study: RangeStudy) -> Double {
    let rows = Set(barriers.plans[alternative].map(\.row))
    var (length, sum) = (0.0, 0.0)
    for wall in study.mesh.walls {
      for piece in study.mesh.pieces[wall.pieces] where rows.contains(piece.barrier) {
        length += wall.length
        sum += wall.length * study.permeability.value(piece.barrier, piece.stretch, \.central)
      }
    }
    return length > 0 ? sum / length : 1
  }
}
