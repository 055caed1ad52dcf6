public import Geometry

/// A name on a map.
public struct MapLabel: Sendable, Hashable {
  /// What stands there.
  public var text: String
  /// The middle of the text, in longitude and latitude.
  public var position: Position
  /// Whether it names what the map is about, and not its background.
  public var isStrong: Bool

  /// Creates a label.
  public init(_ text: String, at position: Position, isStrong: Bool = false) {
    self.text = text
    self.position = position
    self.isStrong = isStrong
  }
}
