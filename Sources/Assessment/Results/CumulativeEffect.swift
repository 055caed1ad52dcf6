internal import Permeability

/// What an alternative adds to everything else that is planned in the range of a species.
///
/// Barriers of today are the start; each planned line takes some of the equivalent connected area (ECA).
/// What the plan takes depends on what is there before it: its share is the mean over all orders
/// (Shapley) where there are few planned lines, else the two extreme orders are told. Areas are km² of
/// ECA with central permeabilities. Patches stay those of all lines together, so that slivers may make
/// them differ from ``RangeEffect`` by less than the area of a sliver.
public struct CumulativeEffect: Sendable, Hashable {
  /// The id of the species.
  public let species: String
  /// What readers call the other planned lines in the range.
  public let others: [String]
  /// ECA of today.
  public let today: Double
  /// ECA with the plan alone.
  public let withPlan: Double
  /// ECA with all other planned lines and without the plan.
  public let withOthers: Double
  /// ECA with everything.
  public let withAll: Double
  /// What the plan takes, as the mean over all orders of building; nil where there are more than
  /// ``mostLines`` planned lines.
  public let shapley: Double?

  /// So many planned lines, the plan among them, are put in every order.
  public static let mostLines = 7

  init(
    species: String, others: [String], today: Double, withPlan: Double, withOthers: Double,
    withAll: Double, shapley: Double?
  ) {
    (self.species, self.others) = (species, others)
    (self.today, self.withPlan, self.withOthers) = (today, withPlan, withOthers)
    (self.withAll, self.shapley) = (withAll, shapley)
  }

  /// Takes what a plan does where nothing else is planned.
  init(alone effect: RangeEffect) {
    let (today, after) = (
      effect.before.connectedArea.central, effect.after.connectedArea.central
    )
    self.init(
      species: effect.species, others: [], today: today, withPlan: after, withOthers: today,
      withAll: after, shapley: today - after)
  }

  /// What all planned lines take together.
  public var loss: Double { today - withAll }
  /// What the plan takes if it is built first.
  public var asFirst: Double { today - withPlan }
  /// What the plan takes if it is built last.
  public var asLast: Double { withOthers - withAll }
  /// The share of the plan in the loss of all; nil where nothing is lost, or not all orders were tried.
  public var share: Double? { shapley.flatMap { loss > 0 ? $0 / loss : nil } }
}
