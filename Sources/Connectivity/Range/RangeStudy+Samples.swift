public import Permeability

/// What many draws of the model say of a range, or of the part of it in a region.
public struct RangeSample: Sendable, Hashable {
  /// The number of the region; nil for the whole range.
  public let region: Int?
  /// The equivalent connected area, in km².
  public let equivalentArea: Sample
  /// The permeability of random movements; nil where none fits.
  public let chords: Sample?
}

extension RangeStudy {
  /// Returns what many draws of the permeabilities come to.
  ///
  /// One draw is one state of the world: what is not known of a species is the same at all barriers,
  /// and what is not known of a line is drawn for each. So the interval is that of the range, and far
  /// inside its bounds, which have all barriers at their worst together.
  ///
  /// - Parameters:
  ///   - scenario: Which barriers are there.
  ///   - draws: The draws of every barrier; nil for barriers that keep their central value, because
  ///     they are not in the range.
  ///   - count: The number of draws.
  ///   - chords: Random movements by region, nil for the whole range.
  ///   - jobs: The greatest number of steps in work at once; the result does not depend on it.
  /// - Returns: First the whole range, then the regions in their order.
  /// - Throws: `CancellationError`.
  public func samples(
    of scenario: RangeScenario, draws: [LineDraws?], count: Int, chords: [Int?: RangeChords],
    jobs: Int = 1
  ) async throws -> [RangeSample] {
    let places = [nil] + regions.map(Optional.some)
    var areas = Array(repeating: [Double](), count: places.count)
    var movements = areas
    for draw in 0..<count {
      let study = study(in: draw, of: draws)
      let walls = study.walls(in: scenario)
      for (place, region) in places.enumerated() {
        let graph = study.patches(walls, in: region)
        areas[place].append(
          graph.connectedArea(try await graph.reach(jobs: jobs)).equivalentArea)
        if let drawn = chords[region],
          let mean = study.permeability(of: drawn.obstacles, in: scenario).mean
        {
          movements[place].append(mean.mean)
        }
      }
    }
    return zip(places, zip(areas, movements)).compactMap { region, drawn in
      Sample(drawn.0).map {
        RangeSample(region: region, equivalentArea: $0, chords: Sample(drawn.1))
      }
    }
  }

  /// The study in the state of the world of one draw.
  private func study(in draw: Int, of draws: [LineDraws?]) -> RangeStudy {
    let means = permeability.means.enumerated().map { barrier, mean in
      Estimate(draws[barrier]?.means[draw] ?? mean.central)
    }
    let drawn = BarrierPermeability(means: means) { barrier, stretch in
      guard let line = draws[barrier], line.differs else { return nil }
      return Estimate(line.value(draw: draw, along: stretch))
    }
    return RangeStudy(mesh, network, drawn, rule: rule, dependence: dependence)
  }
}
