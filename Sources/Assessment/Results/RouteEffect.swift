public import Permeability

/// What a plan does to a migration route for a species: the product of P of all that the route crosses.
public struct RouteEffect: Sendable, Hashable {
  /// The id of the species.
  public let species: String
  /// The name of the route.
  public let route: String
  /// P_route today.
  public let before: Estimate
  /// P_route with the plan.
  public let after: Estimate
  /// How often it crosses the plan.
  public let crossings: Int
}
