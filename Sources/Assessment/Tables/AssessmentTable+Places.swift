internal import Formats
internal import Geometry
internal import Landscape
internal import Overlay
internal import Permeability

/// Tables of what has a place.
extension AssessmentTable {
  /// The lines of the plans.
  static let plans = AssessmentTable(
    "plans",
    [
      .plan(), .text("line", "the line of the plan") { $0.line($0.part).id },
      .text("name", "how its source calls it") { $0.line($0.part).name },
      .text("class", "what is to be built") { $0.line($0.part).design.barrierClass.rawValue },
      .text("status", "planned, unless the source says more") {
        $0.line($0.part).design.status.rawValue
      },
      .metres("length_m", "its length on the ellipsoid") { $0.line($0.part).length },
      .count("structures", "the structures on it") { $0.line($0.part).structures.count },
    ] as [ColumnRule<OfPlan<Int>>], .multiLineString,
    place: { row, column in
      column.append(row.part, of: GeometryColumn(row.alternative.plan.geometry))
    }
  ) { $0.parts { Array($0.plan.lines.indices) } }

  /// A stretch of one line for one species.
  struct ScoredStretch: Sendable {
    let species: String
    let line: Int
    let stretch: PlanStretch
  }

  /// The plans by what they let through.
  static let stretches = AssessmentTable(
    "stretches",
    [
      .plan(), .text("line", "the line of the plan") { $0.line($0.part.line).id },
      .text("species", "the species") { $0.part.species },
      .metres("from_m", "its start along the line") { $0.part.stretch.stretch.lowerBound },
      .metres("to_m", "its end along the line") { $0.part.stretch.stretch.upperBound },
      .number("p", "the mean permeability along it, over the year, structures included") {
        $0.part.stretch.permeability.central
      },
      .number("p_low", "its low end") { $0.part.stretch.permeability.low },
      .number("p_high", "its high end") { $0.part.stretch.permeability.high },
      .text("reading", "p in words: absolute, severe, moderate, slight, minor") {
        Reading($0.part.stretch.permeability.central).rawValue
      },
    ] as [ColumnRule<OfPlan<ScoredStretch>>], .multiLineString,
    place: { row, column in
      var part = LineColumn()
      part.append(
        stretch: row.part.stretch.stretch, ofRow: row.part.line, of: row.alternative.plan.geometry)
      column.append(0, of: GeometryColumn(part))
    }
  ) { assessment in
    assessment.parts { alternative in
      alternative.profiles.keys.sorted().flatMap { species in
        (alternative.profiles[species] ?? []).enumerated().flatMap { line, parts in
          parts.map { ScoredStretch(species: species, line: line, stretch: $0) }
        }
      }
    }
  }

  /// Where a plan passes into or out of an area.
  struct AreaCrossing: Sendable {
    let area: CrossedArea
    let crossing: CrossedArea.Crossing
  }

  /// Entries and exits.
  static let crossings = AssessmentTable(
    "crossings",
    [
      .plan(), .text("line", "the line of the plan") { $0.line($0.part.crossing.line).id },
      .text("kind", "range, region, country or further area") { $0.part.area.kind.rawValue },
      .text("area", "the species of the range, or the name of the area") { $0.part.area.name },
      .metres("at_m", "where along the line") { $0.part.crossing.chainage },
      .text("direction", "in or out, in the direction of the line") {
        $0.part.crossing.isEntry ? "in" : "out"
      },
      .degrees("lon", "where, degrees east") { $0.part.crossing.position.x },
      .degrees("lat", "where, degrees north") { $0.part.crossing.position.y },
    ] as [ColumnRule<OfPlan<AreaCrossing>>], .point,
    place: { $1.appendPoint($0.part.crossing.position) }
  ) {
    $0.parts { alternative in
      alternative.contacts.areas.flatMap { area in
        area.crossings.map { AreaCrossing(area: area, crossing: $0) }
      }
    }
  }

  /// Where a plan meets another line.
  struct LineMeeting: Sendable {
    let line: MetLine
    let contact: MetLine.Contact
  }

  /// Crossings with other lines.
  static let contacts = AssessmentTable(
    "contacts",
    [
      .plan(), .text("line", "the line of the plan") { $0.line($0.part.contact.line).id },
      .metres("at_m", "where along the line") { $0.part.contact.chainage },
      .text("other", "the road, railway or fence that it meets") { $0.part.line.label },
      .text("barrier_id", "the barrier of the atlas that is a part of it") {
        $0.part.contact.barrier
      },
      .text("class", "what the other is") {
        $0.part.line.classes.map(\.rawValue).joined(separator: "; ")
      },
      .text("status", "its status") { $0.part.line.status.rawValue },
      .flag("crosses", "whether the plan passes to its other side, or only touches it") {
        $0.part.contact.isCrossing
      },
      .metres("common_m", "the length that both run on each other") { $0.part.contact.length },
      .degrees("lon", "where, degrees east") { $0.part.contact.position.x },
      .degrees("lat", "where, degrees north") { $0.part.contact.position.y },
    ] as [ColumnRule<OfPlan<LineMeeting>>], .point,
    place: { $1.appendPoint($0.part.contact.position) }
  ) {
    $0.parts { alternative in
      alternative.contacts.lines.flatMap { line in
        line.contacts.map { LineMeeting(line: line, contact: $0) }
      }
    }
  }

  /// A structure for one species.
  struct JudgedStructure: Sendable {
    let line: Int
    let structure: PlannedStructure
    /// Nil where the plan meets the range of no species.
    let species: String?
    let acceptance: Double?
  }

  /// The structures of the plans.
  static let structures = AssessmentTable(
    "structures",
    [
      .plan(), .text("line", "the line of the plan") { $0.line($0.part.line).id },
      .text("structure", "the structure") { $0.part.structure.id },
      .text("type", "what it is") { $0.part.structure.passage.design.kind.rawValue },
      .metres("at_m", "where along the line") { $0.part.structure.passage.chainage },
      .metres("width_m", "the width of the opening") { $0.part.structure.passage.design.width },
      .metres("height_m", "the height of the opening") { $0.part.structure.passage.design.height },
      .metres("length_m", "the way through") { $0.part.structure.passage.design.length },
      .text("species", "the species that acceptance is of") { $0.part.species },
      .number("acceptance", "the share of animals that come to it and use it") {
        $0.part.acceptance
      },
      .text("fault", "why nothing can be said of its acceptance, which then counts 0") {
        $0.part.structure.passage.design.fault
      },
    ] as [ColumnRule<OfPlan<JudgedStructure>>], .point,
    place: { $1.appendPoint($0.part.structure.position) }
  ) {
    $0.parts { alternative in
      alternative.plan.lines.enumerated().flatMap { number, line -> [JudgedStructure] in
        let scores = alternative.permeability.filter {
          $0.line == number && $0.season == Season.annual
        }
        return line.structures.enumerated().flatMap { index, structure -> [JudgedStructure] in
          scores.isEmpty
            ? [
              JudgedStructure(line: number, structure: structure, species: nil, acceptance: nil)
            ]
            : scores.map {
              JudgedStructure(
                line: number, structure: structure, species: $0.species,
                acceptance: $0.acceptances[index])
            }
        }
      }
    }
  }

  /// A passage that may be built.
  struct ProposedPassage: Sendable {
    let measure: String
    let step: MitigationStep
    let gain: MitigationStep.Gain
  }

  /// The passages that would open the ranges best.
  static let mitigation = AssessmentTable(
    "mitigation",
    [
      .plan(),
      .text("measure", "minimise: on the plan; restore: on lines of today beside what it divides") {
        $0.part.measure
      },
      .count("rank", "its place in the order of choice") { $0.part.step.number },
      .text("type", "what is built") { $0.part.step.option.design.kind.rawValue },
      .number("width_m", "how wide") { $0.part.step.option.design.width },
      .number("cost", "what it costs, in the unit of --costs") { $0.part.step.option.cost },
      .text("on", "the line of the plan, or the line of today with the id of the barrier") { row in
        switch row.part.step.place {
        case .plan(let line): row.line(line).id
        case .existing(let label, let id): label == id ? id : "\(label) (\(id))"
        }
      },
      .metres("at_m", "where along the line or barrier") { $0.part.step.chainage },
      .degrees("lon", "where, degrees east") { $0.part.step.position.x },
      .degrees("lat", "where, degrees north") { $0.part.step.position.y },
      .text("species", "the species that the gain is of") { $0.part.gain.species },
      .number("acceptance", "the share of animals that come to it and use it") {
        $0.part.gain.acceptance
      },
      .number("gain_km2", "by how much ECA rises, after all that rank before it") {
        $0.part.gain.area
      },
      .number("gain_share", "the same as a share of ECA today") { $0.part.gain.share },
      .number("gain_p", "by how much the mean permeability of its line rises in the range") {
        $0.part.gain.permeability
      },
    ] as [ColumnRule<OfPlan<ProposedPassage>>], .point,
    place: { $1.appendPoint($0.part.step.position) }
  ) {
    $0.parts { alternative in
      [("minimise", alternative.mitigation), ("restore", alternative.restoration)]
        .flatMap { measure, steps in
          steps.flatMap { step in
            step.gains.map { ProposedPassage(measure: measure, step: step, gain: $0) }
          }
        }
    }
  }
}
