public import Geometry
public import Overlay
public import Permeability

/// All barriers of a study: where they are, and which of them run side by side.
public struct BarrierNetwork: Sendable {
  /// The barriers, in longitude and latitude.
  public let lines: LineColumn
  /// Which of them run side by side.
  public let bundles: Bundles
  /// The barriers, prepared to be crossed.
  public let overlay: LineOverlay

  /// The number of barriers.
  public var count: Int { lines.count }

  /// Prepares barriers.
  ///
  /// - Parameters:
  ///   - lines: The barriers.
  ///   - families: What every barrier is: equal for those that are one obstacle where they run side by
  ///     side.
  ///   - rule: When barriers run side by side.
  ///   - jobs: The greatest number of steps in work at once.
  /// - Throws: `CancellationError`.
  public init<Family: Hashable>(
    _ lines: LineColumn, families: [Family], rule: BundleRule, jobs: Int = 1
  ) async throws {
    self.lines = lines
    bundles = Bundles(of: lines, families: families, rule: rule)
    overlay = try await LineOverlay(lines, measuredBy: .geodesic, jobs: jobs)
  }

  /// Takes barriers whose bundles are known.
  package init(_ lines: LineColumn, bundles: Bundles, jobs: Int = 1) async throws {
    (self.lines, self.bundles) = (lines, bundles)
    overlay = try await LineOverlay(lines, measuredBy: .geodesic, jobs: jobs)
  }
}
