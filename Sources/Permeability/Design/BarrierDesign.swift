public import Landscape

/// What the model reads of a barrier: its class and status, and those attributes that are known.
///
/// Barriers of the same design have the same permeability but for their passages.
public struct BarrierDesign: Sendable, Hashable {
  /// What it is.
  public var barrierClass: BarrierClass
  /// What state it is in.
  public var status: BarrierStatus
  /// The state it lies in, ISO 3166-1, two letters.
  public var country: String?
  /// The importance of a road or railway, in the words of the profiles.
  public var rank: String?
  /// The fence, or the fences along a road or railway.
  public var fence = FenceDesign()
  /// Where fences run along a road or railway; nil where nobody knows.
  public var fencing: Fencing?
  /// The traffic of a road.
  public var road = RoadDesign()
  /// The railway.
  public var railway = RailwayDesign()
  /// The lowest free height under a pipeline, in metres.
  public var clearance: Double?
  /// The canal.
  public var canal = CanalDesign()

  /// A barrier of which nothing but class and status is known.
  public init(_ barrierClass: BarrierClass, status: BarrierStatus = .existing) {
    self.barrierClass = barrierClass
    self.status = status
  }
}

extension BarrierDesign {
  /// The same road or railway with no fence along it.
  public var withoutFences: BarrierDesign {
    var bare = self
    switch barrierClass {
    case .railFencedBoth, .railFencedOne: bare.barrierClass = .railUnfenced
    case .highwayFencedROW: bare.barrierClass = .roadPaved
    default: break
    }
    bare.fencing = Fencing.none
    bare.fence = FenceDesign()
    return bare
  }
}

/// A fence by its dimensions and make.
public struct FenceDesign: Sendable, Hashable {
  /// The top wire above the ground, in centimetres.
  public var topHeight: Double?
  /// The ground to the lowest wire, in centimetres.
  public var bottomGap: Double?
  /// Mesh, chain link or bars instead of wires.
  public var isMesh: Bool?
  /// The top wire is barbed.
  public var hasBarbedTop: Bool?
  /// The lowest wire is barbed.
  public var hasBarbedBottom: Bool?
  /// It is electrified.
  public var isElectric: Bool?
  /// How well it is kept.
  public var maintenance: Maintenance?
  /// It was rebuilt to let animals through, in dimensions that nobody wrote down.
  public var isWildlifeFriendly = false

  /// How well a fence is kept.
  public enum Maintenance: String, Sendable, Hashable, CaseIterable {
    /// Without a fault.
    case good
    /// As most are.
    case average
    /// With broken strands and frequent gates.
    case poor
    /// What is left of it.
    case remnant
  }

  /// A fence of which nothing is known.
  public init() {}
}

/// Where fences run along a road or railway.
public enum Fencing: String, Sendable, Hashable, CaseIterable {
  /// On both sides.
  case both
  /// On one side.
  case one
  /// On neither.
  case none
}

/// A road by what runs on it.
public struct RoadDesign: Sendable, Hashable {
  /// Annual average daily traffic, both directions.
  public var traffic: Double?
  /// The number of lanes, both directions.
  public var lanes: Int?
  /// It has a hard surface.
  public var isPaved: Bool?
  /// It has a continuous median barrier.
  public var hasMedian: Bool?

  /// A road of which nothing is known.
  public init() {}
}

/// A railway by what runs on it.
public struct RailwayDesign: Sendable, Hashable {
  /// Trains a day, both directions.
  public var trains: Double?
  /// The height of the embankment or the depth of the cut, in metres.
  public var embankment: Double?

  /// A railway of which nothing is known.
  public init() {}
}

/// A canal.
public struct CanalDesign: Sendable, Hashable {
  /// The width of the water, in metres.
  public var width: Double?
  /// Whether its banks are lined; nil where nobody knows.
  public var isLined: Bool?
  /// It has escape ramps.
  public var hasRamps: Bool?

  /// A canal of which nothing is known.
  public init() {}
}
