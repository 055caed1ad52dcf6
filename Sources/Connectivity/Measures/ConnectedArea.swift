/// How much area hangs together: the sum over all pairs of patches of their areas and of the chance
/// to get from one to the other.
///
///     S = Σᵢ Σⱼ aᵢ aⱼ p*ᵢⱼ,  p*ᵢᵢ = 1
///
/// with p* the greatest product of permeabilities over all paths, and exactly 0 where no path leads.
/// Every measure of connectivity of a landscape of area A is a reading of this one sum.
public struct ConnectedArea: Sendable, Hashable {
  /// S, in the square of the unit of the areas; from Σ aᵢ² (nothing leads anywhere) to (Σ aᵢ)².
  public let pairs: Double
  /// A, the area of the landscape, in the unit of the areas.
  public let landscape: Double

  /// Takes the sum over all pairs and the area of the landscape, both in the same unit.
  public init(pairs: Double, landscape: Double) {
    precondition(pairs >= 0 && landscape >= 0, "areas and chances are at least 0")
    (self.pairs, self.landscape) = (pairs, landscape)
  }

  /// The probability of connectivity, PC = S / A²: the chance that two random points of the landscape
  /// are connected. 0 for a landscape without area.
  ///
  /// - SeeAlso: Saura & Pascual-Hortal (2007), *Landscape and Urban Planning* 83, 91–103.
  public var probability: Double { landscape > 0 ? pairs / landscape / landscape : 0 }

  /// The equivalent connected area, ECA = √S: the area of one whole patch that would give the same
  /// probability. In the unit of the areas.
  public var equivalentArea: Double { pairs.squareRoot() }

  /// The effective mesh size, S / A, in the unit of the areas; 0 for a landscape without area. With
  /// p* = 0 between different patches it is that of Jaeger, Σ aᵢ² / A.
  ///
  /// - SeeAlso: Jaeger (2000), *Landscape Ecology* 15, 115–130.
  public var meshSize: Double { landscape > 0 ? pairs / landscape : 0 }
}
