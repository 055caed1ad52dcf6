public import Geometry
public import Overlay

/// A place where a movement crosses a barrier.
public struct MovementCrossing: Sendable, Hashable {
  /// The row of the movement.
  public let movement: Int
  /// The row of the barrier.
  public let barrier: Int
  /// How far along the movement, in metres.
  public let chainage: Double
  /// How far along the barrier, in metres: where its permeability is asked for.
  public let barrierChainage: Double
  /// Where it is; where both run along each other first, the first place of the run.
  public let position: Position
}

/// Where movements, which are chords, routes or tracks, cross barriers.
///
/// Only what passes from one side to the other counts. A movement that runs along a barrier crosses it
/// once if it leaves it on the other side, and not at all if it does not; nor does one that ends at a
/// barrier, or meets its end.
public struct MovementCrossings: Sendable {
  /// All crossings, movement by movement, in the order along each.
  public let all: [MovementCrossing]
  /// The first crossing of every movement, and behind the last movement the end.
  private let starts: [Int]

  /// The number of movements, those without crossings included.
  public var movementCount: Int { starts.count - 1 }

  /// The crossings of one movement, in the order along it, as indices.
  public func indices(of movement: Int) -> Range<Int> { starts[movement]..<starts[movement + 1] }

  /// Finds all crossings.
  ///
  /// - Parameters:
  ///   - movements: Lines in longitude and latitude.
  ///   - barriers: The barriers, prepared.
  ///   - stretches: The parts of the movements that count: for chords those in the range, to which
  ///     barriers are cut; nil for routes, where all of them do.
  ///   - jobs: The greatest number of chunks in work at once.
  /// - Throws: `CancellationError`.
  public init(
    of movements: LineColumn, with barriers: LineOverlay, within stretches: CoveredStretches? = nil,
    jobs: Int = 1
  ) async throws {
    let contacts = try await barriers.contacts(of: movements, jobs: jobs)
    all = contacts.compactMap { contact in
      guard contact.isCrossing else { return nil }
      if let stretches, !stretches.contains(contact.from, ofLine: contact.line) { return nil }
      return MovementCrossing(
        movement: contact.line, barrier: contact.other, chainage: contact.chainage,
        barrierChainage: contact.otherChainage, position: contact.from.position)
    }
    var starts = Array(repeating: 0, count: movements.count + 1)
    for crossing in all { starts[crossing.movement + 1] += 1 }
    for movement in 0..<movements.count { starts[movement + 1] += starts[movement] }
    self.starts = starts
  }
}
