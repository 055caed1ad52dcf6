/// What is found of one plan.
public struct Alternative: Sendable {
  /// The plan.
  public let plan: Plan
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
  /// The passages that would open the ranges best.
  public internal(set) var mitigation: [MitigationStep] = []

  init(_ plan: Plan) { self.plan = plan }
}
