internal import Geometry
internal import Overlay
public import Permeability

/// Random straight movements in a range, with what they cross there.
public struct RangeChords: Sendable {
  /// What the movements must pass.
  public let obstacles: MovementObstacles
  /// The movements.
  public let chords: Chords
}

extension RangeStudy {
  /// Draws random straight movements in the range or in the part of it in a region, and finds what they
  /// cross there. They know nothing of barriers: the same ones serve all scenarios, and other networks of
  /// the same range.
  ///
  /// - Parameters:
  ///   - region: The region; nil for the whole range.
  ///   - length: How long each is, in metres, above 0.
  ///   - count: How many.
  ///   - seed: What the random numbers come from.
  ///   - jobs: The greatest number of steps in work at once; the result does not depend on it.
  /// - Returns: The movements, fewer than asked for where the range has little room.
  /// - Throws: `CancellationError`.
  public func chords(
    in region: Int? = nil, length: Double, count: Int, seed: UInt64, jobs: Int = 1
  ) async throws -> RangeChords {
    let polygon = try await mesh.extent(of: region, jobs: jobs)
    let overlay = try await PolygonOverlay(polygon, measuredBy: .geodesic, jobs: jobs)
    let chords = try await Chords(
      in: overlay, length: length, count: count, seed: seed, jobs: jobs)
    let crossings = try await MovementCrossings(
      of: chords.lines, with: network.overlay,
      within: CoveredStretches(try await overlay.cut(chords.lines, jobs: jobs)), jobs: jobs)
    return RangeChords(
      obstacles: MovementObstacles(crossings, bundles: network.bundles), chords: chords)
  }

  /// Returns how permeable movements are in a scenario.
  public func permeability(
    of obstacles: MovementObstacles, in scenario: RangeScenario,
    _ end: BarrierPermeability.End = \.central
  ) -> MovementPermeability {
    MovementPermeability(obstacles, dependence: dependence) { barrier, chainage in
      scenario.isPresent[barrier] ? permeability.value(barrier, chainage...chainage, end) : 1
    }
  }

  /// Returns how easily random movements pass in a scenario; nil where none fits.
  public func measures(
    of chords: RangeChords, in scenario: RangeScenario
  ) -> RangeMeasures.Chords? {
    guard let low = permeability(of: chords.obstacles, in: scenario, \.low).mean,
      let central = permeability(of: chords.obstacles, in: scenario).mean,
      let high = permeability(of: chords.obstacles, in: scenario, \.high).mean
    else { return nil }
    return RangeMeasures.Chords(low: low, central: central, high: high)
  }
}
