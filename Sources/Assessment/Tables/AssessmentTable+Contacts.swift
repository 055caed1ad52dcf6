internal import Formats
internal import Geometry
internal import Landscape
internal import Permeability

/// Tables of what plans meet, and what applies there.
extension AssessmentTable {
  /// The areas.
  static let areas = AssessmentTable(
    "areas",
    [
      .plan(), .text("kind", "range, region, country or further area") { $0.part.kind.rawValue },
      .text("area", "the species of the range, or the name of the area") { $0.part.name },
      .metres("inside_m", "the length of the plan inside") { $0.part.insideLength },
      .metres("boundary_m", "the length on the boundary") { $0.part.boundaryLength },
      .metres("near_m", "the length outside, but within the effect distance") {
        $0.part.nearLength
      },
      .count("entries", "how often it passes in") { $0.part.entries },
      .count("exits", "how often it passes out") { $0.part.exits },
      .text("chainage_km", "where it lies inside or on the boundary, by line, in kilometres") {
        row in
        row.part.stretches.filter { $0.place != .near }.map { stretch in
          let ends = "\(kilometres(stretch.from))-\(kilometres(stretch.to))"
          return row.alternative.plan.lines.count > 1
            ? "\(row.line(stretch.line).id): \(ends)" : ends
        }.joined(separator: "; ")
      },
    ] as [ColumnRule<OfPlan<CrossedArea>>]
  ) { $0.parts { $0.contacts.areas } }

  private static func kilometres(_ metres: Double) -> String {
    grouped(metres / 1000, decimals: 3).replacing(",", with: "")
  }

  /// A stretch of a plan beside another line.
  struct Parallel: Sendable {
    let other: MetLine
    let stretch: MetLine.Stretch
    let isBundled: Bool
  }

  /// Other lines beside the plans.
  static let parallels = AssessmentTable(
    "parallels",
    [
      .plan(), .text("line", "the line of the plan") { $0.line($0.part.stretch.line).id },
      .metres("from_m", "from where along it") { $0.part.stretch.from },
      .metres("to_m", "to where along it") { $0.part.stretch.to },
      .text("other", "the road, railway or fence beside it") { $0.part.other.label },
      .text("class", "what the other is") {
        $0.part.other.classes.map(\.rawValue).joined(separator: "; ")
      },
      .text("status", "its status") { $0.part.other.status.rawValue },
      .flag("bundled", "whether it is so near that both are passed as one; else within 5 km") {
        $0.part.isBundled
      },
    ] as [ColumnRule<OfPlan<Parallel>>]
  ) {
    $0.parts { alternative in
      alternative.contacts.lines.flatMap { line in
        line.bundled.map { Parallel(other: line, stretch: $0, isBundled: true) }
          + line.parallel.map { Parallel(other: line, stretch: $0, isBundled: false) }
      }
    }
  }

  /// One activity in one region.
  struct RegionActivity: Sendable {
    let obligation: RegionObligation
    let activity: Activity
  }

  /// What applies.
  static let obligations = AssessmentTable(
    "activities",
    [
      .plan(), .text("region", "the region of the atlas") { $0.part.obligation.name },
      .count("ptcr", "the number of the PTCR of that name") { $0.part.obligation.region?.number },
      .flag("near", "whether the plan only comes within the effect distance of it") {
        $0.part.obligation.isNear
      },
      .text("activity", "the number of the activity in the work programme") {
        $0.part.activity.number
      },
      .text("priority", "how the work programme ranks it") { $0.part.activity.priority.rawValue },
      .count("deadline", "the last year in which it is due") { $0.part.activity.deadline },
      .text("summary", "what is to be done, in a paraphrase") { $0.part.activity.summary },
      .text("target_species", "species of the region whose ranges the plan meets") {
        $0.part.obligation.targetSpecies.joined(separator: "; ")
      },
      .text("instruments", "other instruments of CMS that are named for the region") {
        $0.part.obligation.instruments.joined(separator: "; ")
      },
    ] as [ColumnRule<OfPlan<RegionActivity>>]
  ) {
    $0.parts { alternative in
      alternative.obligations.flatMap { obligation in
        obligation.activities.map { RegionActivity(obligation: obligation, activity: $0) }
      }
    }
  }

  /// Somebody to be consulted.
  struct Consulted: Sendable {
    let body: String
    let country: String?
    let species: [String]
    let regions: [String]
  }

  /// Whom to consult.
  static let consultation = AssessmentTable(
    "consultation",
    [
      .plan(),
      .text("body", "the CMS Secretariat, the Species Focal Points, a range state") {
        $0.part.body
      },
      .text("country", "the code of the state") { $0.part.country },
      .text("species", "the species that it is about") {
        $0.part.species.joined(separator: "; ")
      },
      .text("regions", "the PTCRs that the plan meets and the state shares") {
        $0.part.regions.joined(separator: "; ")
      },
    ] as [ColumnRule<OfPlan<Consulted>>]
  ) { $0.parts { $0.consultation.bodies } }

  /// The critical-habitat screening.
  static let screening = AssessmentTable(
    "screening",
    [
      .plan(), .count("criterion", "the criterion of PS6, 1 to 5") { $0.part.criterion },
      .text("species", "the species; empty for criteria of none") { $0.part.species },
      .text("outcome", "what the data at hand say; it screens and never decides") {
        $0.part.outcome.rawValue
      },
      .text("basis", "what it rests on") { $0.part.basis },
    ] as [ColumnRule<OfPlan<ScreeningRow>>]
  ) { $0.parts { $0.screening } }

  /// What a reviewer must establish.
  static let checklist = AssessmentTable(
    "checklist",
    [
      .plan(), .count("number", "the topic, 1 to 12") { $0.part.number },
      .text("topic", "what is to be established") { $0.part.topic },
      .text("supply", "supplied, partly or missing") { $0.part.supply.rawValue },
      .text("supplied", "what was supplied, or taken for granted") {
        $0.part.supplied.joined(separator: "; ")
      },
      .text("missing", "what is missing") { $0.part.missing.joined(separator: "; ") },
    ] as [ColumnRule<OfPlan<ChecklistItem>>]
  ) { $0.parts { $0.checklist } }
}

extension Consultation {
  /// All that are to be consulted, one after the other.
  fileprivate var bodies: [AssessmentTable.Consulted] {
    var bodies: [AssessmentTable.Consulted] = []
    if includesSecretariat {
      bodies.append(.init(body: "CMS Secretariat", country: nil, species: species, regions: []))
    }
    if !species.isEmpty {
      bodies.append(
        .init(body: "Species Focal Points", country: nil, species: species, regions: []))
    }
    return bodies
      + rangeStates.map { state in
        .init(
          body: state.country.name, country: state.country.alpha2, species: state.species,
          regions: state.regions.map(\.name))
      }
  }
}
