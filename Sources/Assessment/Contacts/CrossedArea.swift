public import Geometry

/// An area and what of a plan lies in it, on its boundary and near it.
public struct CrossedArea: Sendable, Hashable {
  /// What it is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Where a species lives.
    case range
    /// A region of interest, such as a PTCR.
    case region
    /// A state.
    case country
    /// A protected area or any other area.
    case further
  }

  /// Where a stretch lies.
  public enum Place: String, Sendable, Hashable {
    /// In the area.
    case inside
    /// Along its boundary.
    case boundary
    /// Outside of it and within the effect distance.
    case near
  }

  /// A part of a line in one place, by chainage in metres.
  public struct Stretch: Sendable, Hashable {
    /// The row of the line in its plan.
    public let line: Int
    /// The chainage of its start.
    public let from: Double
    /// The chainage of its end.
    public let to: Double
    /// Where it lies.
    public let place: Place

    /// Names a stretch.
    package init(line: Int, from: Double, to: Double, _ place: Place) {
      (self.line, self.from, self.to, self.place) = (line, from, to, place)
    }
  }

  /// A place where a line passes into the area or out of it.
  public struct Crossing: Sendable, Hashable {
    /// The row of the line in its plan.
    public let line: Int
    /// How far along the line, in metres.
    public let chainage: Double
    /// Whether the line passes in, along its chainage.
    public let isEntry: Bool
    /// Where it is, in longitude and latitude.
    public let position: Position
  }

  /// What it is.
  public let kind: Kind
  /// What it is called; for a range the id of its species.
  public let name: String
  /// The stretches by line, then along the line; stretches of different places do not overlap.
  public let stretches: [Stretch]
  /// The crossings by line, then along the line.
  public let crossings: [Crossing]
  /// The length in the area, in metres.
  public let insideLength: Double
  /// The length along its boundary, in metres.
  public let boundaryLength: Double
  /// The length outside of it and within the effect distance, in metres.
  public let nearLength: Double

  /// How often a line passes in.
  public var entries: Int { crossings.count { $0.isEntry } }
  /// How often a line passes out.
  public var exits: Int { crossings.count { !$0.isEntry } }

  /// Puts together what was found; lengths are those of the stretches by chainage.
  package init(
    _ kind: Kind, _ name: String, stretches: [Stretch], crossings: [Crossing]
  ) {
    (self.kind, self.name) = (kind, name)
    (self.stretches, self.crossings) = (stretches, crossings)
    func length(_ place: Place) -> Double {
      stretches.reduce(0) { $0 + ($1.place == place ? $1.to - $1.from : 0) }
    }
    (insideLength, boundaryLength) = (length(.inside), length(.boundary))
    nearLength = length(.near)
  }
}
