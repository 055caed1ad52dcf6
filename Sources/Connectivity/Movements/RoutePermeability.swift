internal import Foundation

/// What a route passes: a migration route, a track, the axis of a corridor.
public struct RoutePermeability: Sendable, Hashable {
  /// One crossing, and the obstacle it belongs to.
  public struct Contribution: Sendable, Hashable {
    /// The crossing.
    public let crossing: MovementCrossing
    /// P of the barrier there by itself.
    public let permeability: Double
    /// P of the obstacle: of the barrier, or of the bundle that it is in.
    public let obstacle: Double
  }

  /// P of the route: the product over its obstacles, in `0...1`; 1 without any.
  public let permeability: Double
  /// How many obstacles there are: bundles count once.
  public let obstacles: Int
  /// Every crossing, obstacle by obstacle.
  public let contributions: [Contribution]

  /// How many crossings there are.
  public var crossings: Int { contributions.count }

  /// −ln P, which adds up over obstacles: 0 for nothing in the way, infinite for P = 0.
  public var resistance: Double { 0 - log(permeability) }

  /// The crossing that costs most: in the obstacle with the smallest P, the barrier with the smallest
  /// P, and the first of equal ones. Nil for a route that crosses nothing.
  public var greatest: Contribution? {
    contributions.min { ($0.obstacle, $0.permeability) < ($1.obstacle, $1.permeability) }
  }
}
