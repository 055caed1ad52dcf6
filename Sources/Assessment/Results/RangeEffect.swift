public import Connectivity
internal import Permeability

/// What an alternative does to the range of a species, or to the part of it in a region.
public struct RangeEffect: Sendable, Hashable {
  /// The id of the species.
  public let species: String
  /// The name of the region; nil for the whole range.
  public let region: String?
  /// Today.
  public let before: Connectedness
  /// With the plan.
  public let after: Connectedness
  /// How much the permeability of random movements changes, on the same movements, with the standard
  /// error of the difference; nil where none fits.
  public let chordChange: SampleMean?
  /// How many of today's patches the plan divides.
  public let dividedPatches: Int
  /// The area that it cuts off: of every patch that it divides all but the largest part, in km².
  public let cutOff: Double
  /// How the loss compares with what opening each line of today would bring; nil for regions, and where
  /// the atlas ranks no lines.
  public let rank: Rank?

  /// A place among the lines of a range.
  public struct Rank: Sendable, Hashable {
    /// 1 for more than any line of today.
    public let place: Int
    /// The number of lines of today, and the plan.
    public let count: Int
  }

  /// How much less hangs together, in km²: ECA of today less that with the plan, at each end of the
  /// permeabilities.
  public var loss: Change {
    Change(before.connectedArea, after.connectedArea) { $0 - $1 }
  }

  /// The loss as a share of the ECA of today, 0 where there is none.
  public var relativeLoss: Change {
    Change(before.connectedArea, after.connectedArea) { $0 > 0 ? ($0 - $1) / $0 : 0 }
  }

  /// How much less easily random movements pass: C_chord of today less that with the plan, at each end; nil
  /// where none fits.
  public var movementLoss: Change? {
    before.chords.flatMap { chords in after.chords.map { Change(chords, $0) { $0 - $1 } } }
  }

  /// The relative loss under other forms of the model, with central permeabilities.
  public var variantLosses: [Double] {
    zip(before.variants, after.variants).map { $0 > 0 ? ($0 - $1) / $0 : 0 }
  }
}

/// A change at each end of all permeabilities.
///
/// What is not known of a species is the same before and after, so that both are compared at the same
/// end; the change at the low ends need not be the least.
public struct Change: Sendable, Hashable {
  /// With all permeabilities at their low ends.
  public let atLow: Double
  /// With central permeabilities.
  public let central: Double
  /// With all permeabilities at their high ends.
  public let atHigh: Double

  /// The least of the three.
  public var least: Double { min(atLow, central, atHigh) }
  /// The greatest of the three.
  public var most: Double { max(atLow, central, atHigh) }

  /// The three, from the low ends to the high ones.
  public var ends: [Double] { [atLow, central, atHigh] }

  /// No change.
  public static let none = Change(0)

  /// The same change at all ends.
  init(_ value: Double) { self.init(atLow: value, central: value, atHigh: value) }

  /// The sum of changes, end by end.
  static func sum(_ changes: [Change]) -> Change {
    changes.reduce(.none) {
      Change(
        atLow: $0.atLow + $1.atLow, central: $0.central + $1.central, atHigh: $0.atHigh + $1.atHigh)
    }
  }

  /// The change in parts.
  func divided(by count: Double) -> Change {
    Change(atLow: atLow / count, central: central / count, atHigh: atHigh / count)
  }

  init(atLow: Double, central: Double, atHigh: Double) {
    (self.atLow, self.central, self.atHigh) = (atLow, central, atHigh)
  }

  init(_ before: Estimate, _ after: Estimate, _ change: (Double, Double) -> Double) {
    atLow = change(before.low, after.low)
    central = change(before.central, after.central)
    atHigh = change(before.high, after.high)
  }
}
