/// A structure or gap that lets animals through, by its dimensions and use.
public struct PassageDesign: Sendable, Hashable {
  /// What it is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A way below the line, built for animals or not.
    case underpass
    /// A bridge of the line, high and wide.
    case viaduct
    /// A pipe or box below the line.
    case culvert
    /// A bridge for animals, or the ground above a tunnel.
    case overpass
    /// An opening in a fence.
    case gap
    /// A gate that stands open.
    case gate
    /// A way out of a fenced corridor, in one direction.
    case ramp
    /// The free end of a barrier, with range beyond it.
    case end
  }

  /// What it is.
  public var kind: Kind
  /// The width of the opening that an animal sees, in metres.
  public var width: Double?
  /// The height of the opening, in metres.
  public var height: Double?
  /// The way that an animal walks under or over, in metres.
  public var length: Double?
  /// Fences lead to it; nil where nobody knows.
  public var hasGuideFence: Bool?
  /// People and livestock use it often.
  public var isUsedByPeople = false
  /// It is in its first year.
  public var isNew = false
  /// How far away the structure of a parallel line lies, in metres; nil where there is no such line.
  public var offset: Double?

  /// A passage of which nothing but its kind is known.
  public init(_ kind: Kind) { self.kind = kind }

  /// Why no animal can be said to use it; nil where its acceptance can be computed.
  public var fault: String? {
    switch kind {
    case .underpass, .viaduct, .culvert:
      let missing = [("width_m", width), ("height_m", height), ("length_m", length)]
        .filter { $0.1 == nil }.map(\.0)
      return missing.isEmpty ? nil : "\(missing.joined(separator: ", ")) not known"
    case .overpass: return width == nil ? "width_m not known" : nil
    case .gap, .gate: return width == nil ? "width_m not known" : nil
    case .ramp: return "a ramp leads out of a corridor, not across it"
    case .end: return nil
    }
  }
}
