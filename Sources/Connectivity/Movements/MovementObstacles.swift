public import Permeability

/// What movements must pass: their crossings, put together where barriers run side by side.
///
/// An obstacle is one crossing, or several of one bundle, which count once. Which crossings belong
/// together depends on where barriers are and not on how permeable they are: it is decided once, and
/// read for many species, bounds and scenarios. A scenario without a barrier gives it the permeability
/// 1: so the obstacles of all scenarios are the same, an opened barrier never lowers the permeability
/// of a movement, and one more never raises it.
public struct MovementObstacles: Sendable {
  /// Where movements cross barriers.
  public let crossings: MovementCrossings
  private let bundles: Bundles?
  /// The numbers of the crossings, obstacle by obstacle.
  private var members: [Int] = []
  /// The first member of every obstacle, and behind the last obstacle the end.
  private var memberStarts: [Int] = [0]
  /// The first obstacle of every movement, and behind the last movement the end.
  private var starts: [Int] = [0]
  /// The movements that cross each barrier, ascending, each once.
  private var movementsByBarrier: [Int: [Int]] = [:]

  /// Puts crossings together.
  ///
  /// - Parameters:
  ///   - crossings: Where movements cross barriers.
  ///   - bundles: Which of the same barriers run side by side; nil for obstacles that all count.
  public init(_ crossings: MovementCrossings, bundles: Bundles? = nil) {
    (self.crossings, self.bundles) = (crossings, bundles)
    for movement in 0..<crossings.movementCount {
      let own = crossings.indices(of: movement)
      for group in Self.groups(crossings.all[own], bundles) {
        members += group.map { $0 + own.lowerBound }
        memberStarts.append(members.count)
      }
      starts.append(memberStarts.count - 1)
      for crossing in crossings.all[own] {
        if movementsByBarrier[crossing.barrier]?.last != movement {
          movementsByBarrier[crossing.barrier, default: []].append(movement)
        }
      }
    }
  }

  private static func groups(
    _ crossings: ArraySlice<MovementCrossing>, _ bundles: Bundles?
  ) -> [[Int]] {
    guard let bundles, crossings.count > 1 else { return (0..<crossings.count).map { [$0] } }
    return bundles.groups(
      ofRoute: crossings.map { RouteCrossing(line: $0.barrier, chainage: $0.barrierChainage) })
  }

  /// The movements that cross any of some barriers, ascending, each once.
  public func movements(crossing barriers: some Sequence<Int>) -> [Int] {
    Set(barriers.lazy.flatMap { movementsByBarrier[$0] ?? [] }).sorted()
  }

  /// The obstacles of one movement, in the order of the first crossing of each.
  func obstacles(of movement: Int) -> Range<Int> { starts[movement]..<starts[movement + 1] }

  /// The crossings of one obstacle.
  func members(of obstacle: Int) -> ArraySlice<Int> {
    members[memberStarts[obstacle]..<memberStarts[obstacle + 1]]
  }

  /// The permeability of one obstacle, from that at every crossing by itself.
  func permeability(
    of obstacle: Int, dependence gamma: Double, _ value: (_ crossing: Int) -> Double
  ) -> Double {
    let own = members(of: obstacle)
    guard let bundles, own.count > 1 else { return own.reduce(1) { $0 * value($1) } }
    return bundles.permeability(
      ofAll: own.map { (crossings.all[$0].barrier, value($0)) }, dependence: gamma)
  }

  /// The permeability of one movement: the product over its obstacles.
  func permeability(
    ofMovement movement: Int, dependence gamma: Double, _ value: (_ crossing: Int) -> Double
  ) -> Double {
    obstacles(of: movement).reduce(1) {
      $0 * permeability(of: $1, dependence: gamma, value)
    }
  }
}
