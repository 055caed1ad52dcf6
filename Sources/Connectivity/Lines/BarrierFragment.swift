public import Landscape

/// What one row of a layer of barriers says of the line that it is a part of.
public struct BarrierFragment: Sendable, Hashable {
  /// The id of the row, such as the id of its feature.
  public let id: String
  /// What it is.
  public let barrierClass: BarrierClass
  /// Its name in the source; nil or empty where it has none.
  public let name: String?
  /// Its number in the source, such as `A380`; of several, with semicolons between them, the more
  /// important first.
  public let ref: String?

  /// Creates a fragment from what the source says of it.
  public init(id: String, barrierClass: BarrierClass, name: String? = nil, ref: String? = nil) {
    self.id = id
    self.barrierClass = barrierClass
    self.name = name
    self.ref = ref
  }
}
