internal import Geometry
internal import Landscape
internal import Overlay
package import Permeability

/// What is known of all barriers before anything is asked of a range: their lines with gaps closed,
/// which run side by side, and which are one line.
package struct BarrierGround: Sendable {
  package let list: BarrierList
  package let network: BarrierNetwork
  package let lines: BarrierLines
  /// The ends that were carried on, or could be within ``RangeSettings/usualGap``.
  package let gaps: Int
  /// The passages of the barriers that have any.
  package let passages: [Int: BarrierPassages.Own]

  /// Surveys barriers.
  ///
  /// - Parameters:
  ///   - list: The barriers.
  ///   - passages: All passages; nil for none.
  ///   - bridgedGaps: The widest gap that is closed, in metres; nil for none.
  ///   - bundleDistance: Within what distance barriers run side by side, in metres.
  ///   - jobs: The greatest number of steps in work at once.
  /// - Throws: `CancellationError`.
  package init(
    _ list: BarrierList, passages: BarrierPassages?, bridgedGaps: Double?, bundleDistance: Double,
    jobs: Int
  ) async throws {
    self.list = list
    let bridges = GapBridges(
      list.column.lines, families: list.designs.map(\.barrierClass.family),
      tolerance: bridgedGaps ?? RangeSettings.usualGap)
    gaps = bridges.count
    let column = bridgedGaps == nil ? list.column.lines : bridges.lines
    network = try await BarrierNetwork(
      column, families: list.designs.map(\.barrierClass),
      rule: BundleRule(distance: bundleDistance), jobs: jobs)
    lines = BarrierLines(of: column, fragments: list.fragments)
    self.passages = list.designs.indices.reduce(into: [:]) { found, row in
      found[row] = passages?.passages(
        on: row, of: column, id: list.ids[row], list.designs[row])
    }
  }

  /// What exists, and where anything is planned, that with it.
  package var usualScenarios: [RangeScenario] {
    let isPlanned = list.designs.map { $0.status == .planned }
    let baseline = RangeScenario("baseline", isPresent: isPlanned.map { !$0 })
    guard isPlanned.contains(true) else { return [baseline] }
    return [baseline, RangeScenario("planned", isPresent: isPlanned.map { _ in true })]
  }
}

extension BarrierModel {
  /// Within what distance barriers run side by side, in metres.
  package var bundleDistance: Double {
    species.first.flatMap { scorer.parameters.row(of: .bundleDistance, for: $0) }?.value.central
      ?? 500
  }
}
