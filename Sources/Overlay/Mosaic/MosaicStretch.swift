/// A stretch of a line along which the same groups of polygons lie on its sides.
public struct MosaicStretch: Sendable, Hashable {
  /// A group of polygons, and on which sides of the line it lies.
  public struct Holder: Sendable, Hashable {
    /// The number of the group.
    public let group: Int
    /// The sides on which any polygon of the group lies.
    public let sides: Sides
  }

  /// The row of the line.
  public let line: Int
  /// The stretch as a part of its line.
  public let part: LinePart
  /// The chainage of its start, in metres.
  public let from: Double
  /// The chainage of its end, in metres.
  public let to: Double
  /// Its length, measured on the stretch as it is cut.
  public let length: Double
  /// The groups on its sides, by number; never empty.
  public let holders: [Holder]

  /// Where it lies with respect to the union of a group.
  public func place(in group: Int) -> Place {
    holders.first { $0.group == group }?.sides.place ?? .outside
  }
}
