import Landscape
import Permeability
import TestSupport

/// Draws designs of every class, with attributes missing, ordinary and extreme.
struct DesignGenerator {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func design() -> BarrierDesign {
    var design = BarrierDesign(
      one(of: BarrierClass.allCases), status: one(of: BarrierStatus.allCases))
    design.country = maybe { $0.one(of: ["MN", "KZ", "CN", "UZ"]) }
    design.rank = maybe {
      $0.one(of: [
        "motorway", "trunk", "primary", "secondary", "tertiary", "unclassified", "track", "haul",
        "main", "branch", "rail", "odd",
      ])
    }
    design.fence = fence()
    design.fencing = maybe { $0.one(of: Fencing.allCases) }
    design.road.traffic = maybe { $0.number([0, 1, 300, 5000, 1e6]) }
    design.road.lanes = maybe { $0.one(of: [0, 1, 2, 4, 12]) }
    design.road.isPaved = maybe { Bool.random(using: &$0.random) }
    design.road.hasMedian = maybe { Bool.random(using: &$0.random) }
    design.railway.trains = maybe { $0.number([0, 1, 46, 1e6]) }
    design.railway.embankment = maybe { $0.number([0, 2, 4, 50, 1000]) }
    design.clearance = maybe { $0.number([0, 0.5, 1.5, 100]) }
    design.canal.width = maybe { $0.number([0, 5, 30, 1e5]) }
    design.canal.isLined = maybe { Bool.random(using: &$0.random) }
    design.canal.hasRamps = maybe { Bool.random(using: &$0.random) }
    return design
  }

  mutating func fence() -> FenceDesign {
    var fence = FenceDesign()
    fence.topHeight = maybe { $0.number([0, 110, 170, 1000]) }
    fence.bottomGap = maybe { $0.number([0, 20, 60, 1000]) }
    fence.isMesh = maybe { Bool.random(using: &$0.random) }
    fence.hasBarbedTop = maybe { Bool.random(using: &$0.random) }
    fence.hasBarbedBottom = maybe { Bool.random(using: &$0.random) }
    fence.isElectric = maybe { Bool.random(using: &$0.random) }
    fence.isWildlifeFriendly = Int.random(in: 0..<8, using: &random) == 0
    fence.maintenance = maybe { $0.one(of: FenceDesign.Maintenance.allCases) }
    return fence
  }

  mutating func passage() -> PassageOnLine {
    var passage = PassageDesign(one(of: PassageDesign.Kind.allCases))
    passage.width = maybe { $0.number([1, 40, 300, 2000]) }
    passage.height = maybe { $0.number([1, 4, 9]) }
    passage.length = maybe { $0.number([0, 12, 60]) }
    passage.hasGuideFence = maybe { Bool.random(using: &$0.random) }
    passage.isUsedByPeople = Bool.random(using: &random)
    passage.isNew = Bool.random(using: &random)
    passage.offset = maybe { $0.number([0, 500, 3000]) }
    return PassageOnLine(passage, at: Double.random(in: 0...40_000, using: &random))
  }

  mutating func species() -> String { one(of: SpeciesRegistry.bundled.species).id }

  mutating func one<Item>(of items: [Item]) -> Item {
    items[Int.random(in: items.indices, using: &random)]
  }

  private mutating func number(_ edges: [Double]) -> Double {
    let edge = one(of: edges)
    return Bool.random(using: &random) ? edge : Double.random(in: 0...(edge + 1), using: &random)
  }

  private mutating func maybe<Item>(_ make: (inout Self) -> Item) -> Item? {
    Int.random(in: 0..<3, using: &random) == 0 ? nil : make(&self)
  }
}
