/// The twelve topics that a reviewer must establish, in English.
///
/// What is said of a topic by rule stands in `Checklist`; what no input can ever supply, and is always
/// left to the reviewer, stands here.
public enum ChecklistTopic: Int, Sendable, Hashable, CaseIterable {
  /// What is to be built.
  case project = 1
  /// Which species are concerned.
  case species
  /// Which areas are concerned, and what applies in them.
  case areas
  /// Whether it is needed, and what else could be done.
  case alternatives
  /// What it does.
  case impact
  /// What it does together with everything else.
  case cumulative
  /// What is done against its effects.
  case mitigation
  /// What remains of them.
  case residual
  /// How they are watched.
  case monitoring
  /// Who is asked.
  case consultation
  /// How well all of this is known.
  case uncertainty
  /// How it can be done again.
  case reproducibility

  /// What is to be established.
  public var title: String {
    switch self {
    case .project:
      "Project: alignment, class, status, dimensions, fences, traffic, embankments, structures, "
        + "parallel lines, ancillary works"
    case .species: "Species: ranges that are entered, their codes and date, corridors, data gaps"
    case .areas: "PTCRs, protected areas, OECMs and KBAs, and the activities of CMS that apply"
    case .alternatives: "Need and alternatives, by the same metrics"
    case .impact: "Impact with and without the project"
    case .cumulative:
      "Cumulative effect: existing, under construction and planned; share of the project"
    case .mitigation: "Mitigation hierarchy: avoid, minimise, restore, offset last"
    case .residual: "Residual effect against a stated criterion"
    case .monitoring: "Monitoring"
    case .consultation: "Consultation"
    case .uncertainty: "Uncertainty: grades, defaults, largest swings, forms of the model"
    case .reproducibility: "Reproducibility: inputs with licences, parameters, seed, version"
    }
  }

  /// What is left to the reviewer whatever the input is.
  var always: [String] {
    switch self {
    case .project:
      [
        "width of the right of way", "ancillary works and access roads", "phases of construction",
        "decommissioning",
      ]
    case .species: ["calving areas and water; absence of data is not absence of animals"]
    case .areas: []
    case .alternatives:
      ["the need for the project", "other capacities, seasonal or virtual fencing"]
    case .impact:
      [
        "mortality: collisions, entanglement, drowning", "loss of habitat", "access for poachers",
        "the construction phase, apart from operation",
      ]
    case .cumulative: ["mines and other works that are no lines"]
    case .mitigation:
      [
        "where the plan avoids rather than mitigates", "who maintains each measure",
        "timing, speed and night limits",
        "removal of old fences and trenches; offsets, last of all",
      ]
    case .residual: ["the criterion that the residual effect is held against"]
    case .monitoring:
      [
        "design: before-after-control-impact", "crossing rates with intervals",
        "cameras at every structure", "triggers and corrective action",
        "data sharing for the Atlas",
      ]
    case .consultation: ["border authorities and herders", "dates and results of the consultation"]
    case .uncertainty, .reproducibility: []
    }
  }
}
