public import Geometry
public import Permeability

/// A kind of passage that may be built, with its dimensions.
public struct PassageOption: Sendable, Hashable {
  /// What is built.
  public let design: PassageDesign
  /// What one costs, in whatever unit the budget has.
  public let cost: Double

  /// Offers a kind of passage.
  public init(_ design: PassageDesign, cost: Double = 1) {
    (self.design, self.cost) = (design, cost)
  }

  /// A bridge that animals pass under, a bridge for animals, and an opening of the fence at grade.
  ///
  /// Their dimensions are ample and no standard: an underpass 60 m wide and 6 m high with a way of 15 m,
  /// an overpass 60 m wide, an opening of 100 m.
  public static let usual: [PassageOption] = {
    var (underpass, overpass, gap) = (
      PassageDesign(.underpass), PassageDesign(.overpass), PassageDesign(.gap)
    )
    (underpass.width, underpass.height, underpass.length) = (60, 6, 15)
    overpass.width = 60
    gap.width = 100
    return [underpass, overpass, gap].map { PassageOption($0) }
  }()
}

/// How many passages are looked for, of which kinds and where.
public struct MitigationSettings: Sendable {
  /// The greatest number of passages; 0 for none.
  public var count = 5
  /// What all may cost together; nil where only their number counts.
  public var budget: Double?
  /// The least distance between passages of a line, in metres.
  public var spacing = 5000.0
  /// The kinds that may be built.
  public var options = PassageOption.usual
  /// Where nothing can be built, in metres along all lines of a plan.
  public var excluded: [ClosedRange<Double>] = []
  /// How many lines of today are looked at beside what the plan divides, in every range those that matter
  /// most; 0 for none.
  public var existingLines = 3

  /// The usual settings.
  public init() {}
}

/// One passage that would open a range again.
public struct MitigationStep: Sendable, Hashable {
  /// Where a passage is built.
  public enum Place: Sendable, Hashable {
    /// On a line of the plan, by its number.
    case plan(line: Int)
    /// On a barrier of today: what readers call its line, and its id.
    case existing(label: String, id: String)
  }

  /// Its place in the order of choice, from 1.
  public let number: Int
  /// What is built.
  public let option: PassageOption
  /// On what.
  public let place: Place
  /// How far along it, in metres.
  public let chainage: Double
  /// Where that is, in longitude and latitude.
  public let position: Position
  /// What it adds to what the passages before it brought.
  public internal(set) var gains: [Gain]

  /// What a passage adds in the range of one species.
  public struct Gain: Sendable, Hashable {
    /// The id of the species.
    public let species: String
    /// By how much the equivalent connected area rises, in km².
    public internal(set) var area: Double
    /// The same as a share of the area today.
    public internal(set) var share: Double
    /// By how much the mean permeability of its line rises in the range.
    public let permeability: Double
    /// The share of animals of the species that come to it and use it.
    public let acceptance: Double
  }

  /// Whether it was chosen by the permeability of its line, because no passage anywhere along it would have
  /// raised the connected area: there are easier ways around.
  public var isByPermeability: Bool { gains.allSatisfy { $0.area <= 0 } }

  /// What it adds over all species: the sum of the shares, by which passages are chosen.
  public var benefit: Double { gains.reduce(0) { $0 + $1.share } }
}
