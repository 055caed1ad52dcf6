internal import Atlas
internal import Connectivity
internal import Formats
internal import Geometry
internal import Landscape
internal import Overlay
internal import Permeability

/// Plans checked against an atlas.
///
/// ```swift
/// let atlas = try await LoadedAtlas(AtlasConfiguration(contentsOf: "atlas.json"))
/// let plans = try await PlanReader(["railway.kml"], set: ["class=railway"]).plans()
/// let assessment = try await Assessment(of: plans, in: atlas)
/// ```
///
/// Today is the first scenario of the atlas, or the one that it was loaded for; its numbers are those of
/// the atlas. Every plan is an alternative to the others and to doing nothing. All of them are put into
/// each range that any of them meets, which is divided once.
public struct Assessment: Sendable {
  /// What the plans are checked against.
  public let atlas: LoadedAtlas
  /// What was looked at.
  public let settings: AssessmentSettings
  /// The plans with what is found of them, in their order.
  public let alternatives: [Alternative]
  /// The alternatives from the best to the worst, doing nothing among them.
  public var ranking: AlternativeRanking { AlternativeRanking(alternatives) }

  /// How far the work is.
  public struct Progress: Sendable {
    /// The part of the work that is done, `0...1`.
    public let fraction: Double
    /// The number of steps that are done: the atlas, every range, the search for passages.
    public let count: Int
  }

  /// Checks plans.
  ///
  /// Work units of the atlas that are missing in its store are computed and stored first.
  ///
  /// - Parameters:
  ///   - plans: The alternatives.
  ///   - atlas: What they are checked against.
  ///   - settings: What is looked at.
  ///   - jobs: The greatest number of steps in work at once; the result does not depend on it.
  ///   - progress: Called when a step begins.
  /// - Throws: `cannotWrite` where the store cannot be written; `CancellationError`.
  public init(
    of plans: [Plan], in atlas: LoadedAtlas, settings: AssessmentSettings = AssessmentSettings(),
    jobs: Int = 1, progress: (Progress) -> Void = { _ in }
  ) async throws {
    var assessor = try await Assessor(plans, atlas, settings, jobs: jobs)
    let areas = assessor.touchedRanges
    let missing = areas.compactMap { atlas.unit(of: $0.name) }.filter {
      !atlas.build.store.holds($0)
    }
    func begin(_ step: Int) {
      progress(Progress(fraction: Double(step) / Double(areas.count + 2), count: step))
    }
    begin(0)
    try await atlas.build.compute(missing, jobs: jobs) { _ in }
    for (number, area) in areas.enumerated() {
      begin(number + 1)
      try await assessor.assess(area, jobs: jobs)
    }
    begin(areas.count + 1)
    try await assessor.findMitigation(jobs: jobs)
    try await assessor.findDuties(jobs: jobs)
    (self.atlas, self.settings, alternatives) = (atlas, settings, assessor.alternatives)
  }
}
