internal import Permeability

/// What changes of barriers bring, each by itself.
package struct ConnectivityGains: Sendable, Hashable {
  /// How much hangs together without any of them.
  package let before: ConnectedArea
  /// By how much the equivalent connected area rises with each, in km², at least 0.
  package let ofChanges: [Double]
}

extension RangeStudy {
  /// Returns what opening sets of barriers brings, each set by itself.
  ///
  /// The patches stay as they are: what the barriers divided counts as connected. Nothing is recomputed
  /// that a set does not change.
  ///
  /// - Parameters:
  ///   - sets: The rows of the barriers that are opened together.
  ///   - scenario: Which barriers are there.
  ///   - region: The region; nil for the whole range.
  ///   - jobs: The greatest number of steps in work at once; the result does not depend on it.
  /// - Returns: A gain for each, in their order.
  /// - Throws: `CancellationError`.
  package func gains(
    opening sets: [Set<Int>], in scenario: RangeScenario, region: Int? = nil, jobs: Int
  ) async throws -> ConnectivityGains {
    let walls = WallsOfBarriers(self, scenario, in: cells(in: region))
    let evaluator = WallPermeability(mesh, bundles: network.bundles, dependence: dependence)
    let barriers = permeability.barriers(of: scenario, \.central)
    return try await gains(
      changing: sets.map { opened in
        walls.changed(by: opened, network.bundles).map {
          ($0, evaluator.value(mesh.walls[$0], barriers, opening: opened))
        }
      }, in: scenario, region: region, jobs: jobs)
  }

  /// Returns what other permeabilities of some barriers bring, each change by itself.
  ///
  /// In bundles it is a little more than what a study with the change says: what runs beside a barrier
  /// keeps its share of the bundle.
  ///
  /// - Parameters:
  ///   - changes: For every change the rows that it concerns, and what all barriers let through then:
  ///     nowhere less than now.
  ///   - scenario: Which barriers are there.
  ///   - jobs: The greatest number of steps in work at once; the result does not depend on it.
  /// - Returns: A gain for each, in their order.
  /// - Throws: `CancellationError`.
  package func gains(
    changing changes: [(rows: Set<Int>, permeability: BarrierPermeability)],
    in scenario: RangeScenario, jobs: Int
  ) async throws -> ConnectivityGains {
    let walls = WallsOfBarriers(self, scenario, in: nil)
    let evaluator = WallPermeability(mesh, bundles: network.bundles, dependence: dependence)
    return try await gains(
      changing: changes.map { change in
        let barriers = change.permeability.barriers(of: scenario, \.central)
        return walls.changed(by: change.rows, network.bundles).map {
          ($0, evaluator.value(mesh.walls[$0], barriers, opening: []))
        }
      }, in: scenario, region: nil, jobs: jobs)
  }

  private func gains(
    changing changes: [[(wall: Int, p: Double?)]], in scenario: RangeScenario, region: Int?,
    jobs: Int
  ) async throws -> ConnectivityGains {
    let walls = walls(in: scenario)
    let graph = patches(walls, in: region)
    let pairs = try await graph.pairs(
      opening: changes.map {
        graph.openings(changing: $0, of: mesh, permeability: walls, rule: rule)
      }, jobs: jobs)
    let before = ConnectedArea(pairs: pairs.before, landscape: graph.area)
    return ConnectivityGains(
      before: before,
      ofChanges: pairs.rises.map { rise in
        // √(S + r) − √S without the loss of digits for a small r.
        rise > 0 ? rise / ((before.pairs + rise).squareRoot() + before.equivalentArea) : 0
      })
  }
}

/// The walls that barriers make.
private struct WallsOfBarriers {
  private var walls: [Int: [Int]] = [:]

  init(_ study: RangeStudy, _ scenario: RangeScenario, in cells: [Bool]?) {
    for (number, wall) in study.mesh.walls.enumerated()
    where cells.map({ $0[wall.left] && $0[wall.right] }) ?? true {
      for piece in study.mesh.pieces[wall.pieces] where scenario.isPresent[piece.barrier] {
        walls[piece.barrier, default: []].append(number)
      }
    }
  }

  /// The walls that let through more when some barriers do: their own, and those of twins, which share
  /// what their family bears.
  func changed(by rows: Set<Int>, _ bundles: Bundles) -> [Int] {
    let twins = rows.flatMap { bundles.stretches(of: $0).flatMap(\.twins) }
    return rows.union(twins).reduce(into: Set()) { $0.formUnion(walls[$1] ?? []) }.sorted()
  }
}
