/// What is found of one plan.
public struct Alternative: Sendable {
  /// The plan.
  public let plan: Plan
  /// What the atlas calls it where it has it as planned already: lines of its kind that run where it does.
  /// They count as the plan, and not as another one.
  public internal(set) var inAtlas: Set<String> = []
  /// What it meets: areas and other lines.
  public internal(set) var contacts = PlanContacts(areas: [], lines: [])
  /// What it lets through, for every species whose range it meets, every season and line.
  public internal(set) var permeability: [PlanPermeability] = []
  /// What it makes together with lines beside it.
  public internal(set) var bundles: [PlanBundle] = []
  /// The permeability along every line for every species, over the year: by species, then by line.
  public internal(set) var profiles: [String: [[PlanStretch]]] = [:]
  /// What it does to ranges, and to the parts of them in regions.
  public internal(set) var effects: [RangeEffect] = []
  /// What it does to routes.
  public internal(set) var routes: [RouteEffect] = []
  /// What it adds to everything else that is planned.
  public internal(set) var cumulative: [CumulativeEffect] = []
  /// What other designs would do.
  public internal(set) var variants: [DesignVariant] = []
  /// The passages on the plan that would open the ranges best.
  public internal(set) var mitigation: [MitigationStep] = []
  /// The passages on lines of today, beside the patches that the plan divides, that would open the ranges
  /// best while the plan is as it is.
  public internal(set) var restoration: [MitigationStep] = []

  /// What applies in the regions that it meets.
  public internal(set) var obligations: [RegionObligation] = []
  /// Whom to consult.
  public internal(set) var consultation = Consultation.none
  /// The critical-habitat screening.
  public internal(set) var screening: [ScreeningRow] = []
  /// What a reviewer must establish, and what was supplied of it.
  public internal(set) var checklist: [ChecklistItem] = []

  /// What a reader should know of how the plan was read, and of what the atlas has of it.
  public var notes: [String] {
    plan.notes
      + inAtlas.sorted().map {
        "the atlas has it as planned already, as '\($0)': that counts as the plan, and as no other line"
      }
  }

  init(_ plan: Plan) { self.plan = plan }
}
