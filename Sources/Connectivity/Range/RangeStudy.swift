public import Permeability

/// One range with what its barriers let through for the species that lives there: everything that is
/// asked of scenarios comes from here.
public struct RangeStudy: Sendable {
  /// The range, divided by all barriers.
  public let mesh: RangeMesh
  /// The barriers.
  public let network: BarrierNetwork
  /// What they let through.
  public let permeability: BarrierPermeability
  /// How patches are made.
  public let rule: PatchRule
  /// How far obstacles depend on each other, γ.
  public let dependence: Double

  /// Puts a study together.
  ///
  /// - Parameters:
  ///   - mesh: The range, divided by the barriers of the network.
  ///   - network: The barriers.
  ///   - permeability: What they let through for the species.
  ///   - rule: How patches are made.
  ///   - dependence: How far obstacles depend on each other: 1 for independent ones, 0 where the least
  ///     permeable decides.
  public init(
    _ mesh: RangeMesh, _ network: BarrierNetwork, _ permeability: BarrierPermeability,
    rule: PatchRule, dependence: Double
  ) {
    (self.mesh, self.network, self.permeability) = (mesh, network, permeability)
    (self.rule, self.dependence) = (rule, dependence)
  }

  /// Which cells lie in a region; nil for the whole range.
  func cells(in region: Int?) -> [Bool]? { region.map { mesh.regions[$0] } }

  /// The regions that hold any of the range.
  public var regions: [Int] { mesh.regions.indices.filter { mesh.regions[$0].contains(true) } }

  /// Returns what every wall lets through in a scenario.
  ///
  /// - Parameters:
  ///   - scenario: Which barriers are there.
  ///   - end: Which of the three values of every estimate.
  ///   - gamma: How far obstacles depend on each other; nil for what the study says.
  /// - Returns: A value for every wall; nil for walls of which no barrier is there.
  public func walls(
    in scenario: RangeScenario, _ end: BarrierPermeability.End = \.central,
    dependence gamma: Double? = nil
  ) -> [Double?] {
    WallPermeability(mesh, bundles: network.bundles, dependence: gamma ?? dependence)
      .values(permeability.barriers(of: scenario, end))
  }

  /// Returns the patches of the range, or of the part of it in a region.
  public func patches(_ walls: [Double?], in region: Int? = nil) -> PatchGraph {
    PatchGraph(mesh, permeability: walls, rule: rule, isIncluded: cells(in: region))
  }
}
