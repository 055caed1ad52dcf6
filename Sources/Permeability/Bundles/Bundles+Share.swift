internal import Foundation

extension Bundles {
  /// Returns what one line of a bundle lets through, such that the product over all its lines is the
  /// permeability of the bundle:
  ///
  ///     P₁ · (P₂ · P₃ …)^γ, P₁ the smallest
  ///
  /// The least permeable family bears its whole P, the others Pᵞ, and twins of a family share theirs
  /// equally. So whoever passes the lines one by one, as from patch to patch, passes the bundle once.
  ///
  /// - Parameters:
  ///   - stretch: A stretch of these bundles.
  ///   - gamma: The dependence: 1 for independent obstacles, 0 where the smallest decides.
  ///   - member: Returns the permeability of a line by itself, in `0...1`; nil for one that is absent,
  ///     which bears nothing.
  /// - Returns: The share of the line of the stretch, in `0...1`; at least its own permeability where
  ///   that is the least of its family.
  public func share(
    of stretch: BundledStretch, dependence gamma: Double, member: (_ line: Int) -> Double?
  ) -> Double {
    let own = families[stretch.line]
    return burdens(of: stretch, gamma, member).first { $0.family == own }.map {
      $0.share(ofLines: 1)
    } ?? 1
  }

  /// What one family bears of a bundle.
  struct Burden {
    let family: Int32
    /// How many of its lines are there.
    let lines: Int
    /// What all of them let through.
    let whole: Double

    /// What some of its lines bear.
    func share(ofLines count: Int) -> Double { pow(whole, Double(count) / Double(lines)) }
  }

  /// What the families of a bundle bear, the least permeable first; of families that let through the
  /// same, the one with the lowest number.
  func burdens(
    of stretch: BundledStretch, _ gamma: Double, _ member: (_ line: Int) -> Double?
  ) -> [Burden] {
    var found: [(family: Int32, least: Double, lines: Int)] = []
    for line in [stretch.line] + stretch.twins + stretch.companions {
      guard let value = member(line) else { continue }
      if let known = found.firstIndex(where: { $0.family == families[line] }) {
        found[known].least = min(found[known].least, value)
        found[known].lines += 1
      } else {
        found.append((families[line], value, 1))
      }
    }
    found.sort { ($0.least, $0.family) < ($1.least, $1.family) }
    return found.enumerated().map { rank, family in
      Burden(
        family: family.family, lines: family.lines,
        whole: rank == 0 ? family.least : pow(family.least, gamma))
    }
  }

  /// Whether two lines are of one family, so that they count once where they are together.
  public func areOneFamily(_ line: Int, _ other: Int) -> Bool { families[line] == families[other] }
}
