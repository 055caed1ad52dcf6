/// How permeable obstacles make every one of some movements, for one species in one scenario.
///
///     P = Πⱼ Pⱼ over the obstacles j of the movement; 1 for a movement without any
///
/// Over chords the mean of P is the random-chord permeability of their range.
public struct MovementPermeability: Sendable {
  /// What the movements must pass.
  public let obstacles: MovementObstacles
  /// The dependence within bundles.
  public let dependence: Double
  /// The permeability at every crossing by itself.
  private let crossingValues: [Double]
  /// P of every movement, in `0...1`.
  public let values: [Double]

  /// Computes P of every movement.
  ///
  /// - Parameters:
  ///   - obstacles: What the movements must pass.
  ///   - gamma: The dependence within a bundle: 1 for independent obstacles, 0 where the smallest
  ///     decides.
  ///   - permeability: Returns the permeability in `0...1` of a barrier, by its row, at a chainage
  ///     along it: 1 for one that the scenario does not have.
  /// - Complexity: O(*n*) in the number of crossings.
  public init(
    _ obstacles: MovementObstacles, dependence gamma: Double,
    of permeability: (_ barrier: Int, _ chainage: Double) -> Double
  ) {
    precondition((0...1).contains(gamma), "a dependence lies in 0...1")
    (self.obstacles, dependence) = (obstacles, gamma)
    let crossingValues = obstacles.crossings.all.map { crossing in
      let value = permeability(crossing.barrier, crossing.barrierChainage)
      precondition(value >= 0 && value <= 1, "a permeability lies in 0...1")
      return value
    }
    self.crossingValues = crossingValues
    values = (0..<obstacles.crossings.movementCount).map { movement in
      obstacles.permeability(ofMovement: movement, dependence: gamma) { crossingValues[$0] }
    }
  }

  /// The mean of P over all movements with its standard error; nil without movements.
  public var mean: SampleMean? { SampleMean(of: values) }

  /// How much higher the mean is than in another scenario of the same movements, with the standard
  /// error of the difference: far below that of either mean, because chance is the same in both.
  /// Nil without movements.
  public func rise(from other: MovementPermeability) -> SampleMean? {
    precondition(values.count == other.values.count, "both scenarios must have the same movements")
    return SampleMean(of: zip(values, other.values).map { $0 - $1 })
  }

  /// How much the mean rises when some barriers are opened, their permeability 1; nil without
  /// movements.
  ///
  /// - Parameter barriers: The rows of the barriers, such as those of one railway.
  /// - Returns: What ``rise(from:)`` says of all movements computed anew, but for rounding.
  /// - Complexity: Only movements that cross one of the barriers are computed.
  public func rise(opening barriers: Set<Int>) -> SampleMean? {
    let rises = obstacles.movements(crossing: barriers).map { movement in
      value(of: movement, opening: barriers) - values[movement]
    }
    return SampleMean(of: rises, andZerosUpTo: values.count)
  }

  private func value(of movement: Int, opening barriers: Set<Int>) -> Double {
    obstacles.permeability(ofMovement: movement, dependence: dependence) { crossing in
      barriers.contains(obstacles.crossings.all[crossing].barrier)
        ? 1 : crossingValues[crossing]
    }
  }

  /// What one movement passes, as a route that a user asks for.
  public func route(_ movement: Int) -> RoutePermeability {
    let contributions = obstacles.obstacles(of: movement).flatMap { number in
      let obstacle = obstacles.permeability(of: number, dependence: dependence) {
        crossingValues[$0]
      }
      return obstacles.members(of: number).map { crossing in
        RoutePermeability.Contribution(
          crossing: obstacles.crossings.all[crossing],
          permeability: crossingValues[crossing], obstacle: obstacle)
      }
    }
    return RoutePermeability(
      permeability: values[movement], obstacles: obstacles.obstacles(of: movement).count,
      contributions: contributions)
  }
}
