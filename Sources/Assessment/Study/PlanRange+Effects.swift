internal import Connectivity
internal import Geometry
internal import Permeability

extension PlanRange {
  /// Compares today with an alternative.
  ///
  /// - Parameters:
  ///   - alternative: Its number.
  ///   - today: The measures of today by region, nil for the whole range.
  ///   - gains: What opening each line of today would bring, in km² of ECA; nil where nobody knows.
  ///   - jobs: The greatest number of steps in work at once.
  /// - Returns: First the whole range, then its regions.
  /// - Throws: `CancellationError`.
  func effects(
    of alternative: Int, from today: [String?: Connectedness], _ gains: [Double]?, jobs: Int
  ) async throws -> [RangeEffect] {
    let scenario = barriers.scenario(with: alternative)
    let after = try await measures(of: scenario, jobs: jobs)
    let places = [nil] + study.regions.map(Optional.some)
    return places.compactMap { place in
      let name = place.map { regions[$0] }
      guard let before = today[name], let then = after[name] else { return nil }
      let divided = dividedPatches(by: scenario, in: place)
      let loss = before.connectedArea.central - then.connectedArea.central
      return RangeEffect(
        species: species, region: name, before: before, after: then,
        chordChange: chordChange(by: scenario, in: place), dividedPatches: divided.count,
        cutOff: divided.reduce(0, +),
        rank: name != nil
          ? nil
          : gains.map { known in
            RangeEffect.Rank(place: 1 + known.count { $0 > loss }, count: known.count + 1)
          })
    }
  }

  private func chordChange(by scenario: RangeScenario, in region: Int?) -> SampleMean? {
    guard let drawn = chords[region] else { return nil }
    return study.permeability(of: drawn.obstacles, in: scenario)
      .rise(from: study.permeability(of: drawn.obstacles, in: barriers.today))
  }

  /// What each patch of today that a scenario divides loses: its area without the largest part, in km².
  private func dividedPatches(by scenario: RangeScenario, in region: Int?) -> [Double] {
    let before = study.patches(study.walls(in: barriers.today), in: region)
    let after = study.patches(study.walls(in: scenario), in: region)
    var parts: [Int: [Int: Double]] = [:]
    for (cell, area) in study.mesh.areas.enumerated() where before.nodesOfCells[cell] >= 0 {
      let patch = before.hosts[before.nodesOfCells[cell]]
      let part = after.hosts[after.nodesOfCells[cell]]
      parts[patch, default: [:]][part, default: 0] += area
    }
    return parts.keys.sorted().compactMap { patch in
      let areas = (parts[patch] ?? [:]).values.sorted()
      // Parts of another patch's slivers are no division.
      let whole = areas.filter { $0 >= study.rule.leastArea }
      return whole.count < 2 ? nil : whole.dropLast().reduce(0, +)
    }
  }
}
