public import Geometry
public import Overlay

/// Random straight movements of one length in a range: what the random-chord permeability of a range
/// is an average over.
///
/// Starts are uniform by area in the union of the polygons, directions uniform on the circle, and a
/// chord follows the geodesic to within a metre. A chord that leaves the range for more than
/// ``greatestOutside`` of its length is rejected, and another one is drawn in its place.
///
/// Chord *n* is drawn from a seed of its own, made of the seed and *n*: neither the number of jobs nor
/// that of chords changes it. Chords know nothing of barriers: the same ones serve every scenario, so
/// that two scenarios differ by what barriers do and not by chance.
///
/// See <doc:ChordsAndRoutes>.
public struct Chords: Sendable {
  /// The part of its length for which a chord may be outside the range.
  public static let greatestOutside = 0.2
  /// How often a chord is drawn before it is given up.
  public static let mostTries = 256

  /// The chords, one in each row: in one path or, across the antimeridian, two.
  public let lines: LineColumn
  /// The number *n* of every row, ascending; without gaps unless chords were given up.
  public let numbers: [Int]
  /// How long every chord is, in metres.
  public let length: Double
  /// How many chords were asked for.
  public let requested: Int
  /// How many were drawn, rejected ones included.
  public let tried: Int
  /// What the random numbers come from.
  public let seed: UInt64

  /// How many chords there are: fewer than requested where the range has little room for them, none
  /// where it has none.
  public var count: Int { lines.count }

  /// Draws chords in the union of all polygons of a column.
  ///
  /// - Parameters:
  ///   - range: Valid polygons in longitude and latitude; they may overlap.
  ///   - length: How long a chord is, in metres, above 0.
  ///   - count: How many chords are wanted.
  ///   - seed: What the random numbers come from.
  ///   - jobs: The greatest number of chunks in work at once.
  /// - Throws: `CancellationError`.
  public init(
    in range: PolygonColumn, length: Double, count: Int = 2000, seed: UInt64, jobs: Int = 1
  ) async throws {
    let overlay = try await PolygonOverlay(range, measuredBy: .geodesic, jobs: jobs)
    try await self.init(in: overlay, length: length, count: count, seed: seed, jobs: jobs)
  }

  /// The same for polygons that are prepared already, measured geodesically.
  ///
  /// - Throws: `CancellationError`.
  public init(
    in range: PolygonOverlay, length: Double, count: Int = 2000, seed: UInt64, jobs: Int = 1
  ) async throws {
    precondition(length > 0 && length.isFinite, "a chord has a length above 0")
    precondition(count >= 0, "a number of chords is at least 0")
    let source = ChordSource(starts: try AreaSampler(range), length: length)
    var search = ChordSearch(range: range, source: source, seed: seed, jobs: jobs)
    try await search.run(count: count)
    lines = LineColumn(search.found.map(\.paths))
    numbers = search.found.map(\.number)
    tried = search.tried
    (self.length, requested, self.seed) = (length, count, seed)
  }
}
